import path from "node:path";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { UserError } from "../../shared/define/errors.ts";
import { noModels, type ModelSource } from "../engines/trained.ts";
import { dist } from "../paths.ts";
import { ThreadEnded } from "../thread-ended.ts";
import { replyTo } from "./ask.ts";
import { refusedBy, type Last, type Message, type Progress } from "./messages.ts";
import { Turns, type Lane } from "./turns.ts";

export interface ThreadOptions {
  readonly threads: number;
  /** Told of faults of ours, with the reference the caller was given. */
  onFault(text: string, reference: string): void;
  /** What is trained, for workers that ask; nothing unless given. */
  readonly models?: ModelSource | undefined;
  /** The worker to run; another one in the tests of crashes and hangs. */
  readonly worker?: string | undefined;
}

export interface Task {
  /** The worker's function, and what it is given. */
  readonly name: string;
  readonly given: object;
  /** Buffers in it that are given away. */
  readonly gives?: readonly Uint8Array<ArrayBuffer>[];
  readonly signal: AbortSignal;
  onMessage?(message: Progress): void;
}

/** Megabytes of heap a thread may fill: what eats more ends its own thread, not the process. */
const HEAP_MB = 1536;
const WHOLE_HEAP_MB = 1024;
/** Milliseconds an idle thread stands by; the one for large requests ends soon, since its heap is only then given back. */
const IDLE_MS = 120_000;
const WHOLE_IDLE_MS = 1000;

const ENDED = "The calculation was ended from outside. Try again in a moment.";
const OUT_OF_MEMORY = "the request takes more memory than the server gives to one: send it in parts";

/**
 * Worker threads for all that takes milliseconds or more: a few for cells and items, and one more for large requests as a
 * whole, one at a time, so that together they cannot fill the memory and nobody's cell waits behind them.
 */
export class Threads {
  readonly #small: { readonly pool: Piscina; readonly turns: Turns };
  readonly #large: { readonly pool: Piscina; readonly turns: Turns };
  readonly #options: ThreadOptions;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const start = (maxThreads: number, idleTimeout: number, maxOldGenerationSizeMb: number) => {
      const pool = new Piscina({
        filename: options.worker ?? path.join(dist, "server", "compute", "worker.js"),
        minThreads: 0,
        maxThreads,
        idleTimeout,
        resourceLimits: { maxOldGenerationSizeMb },
      });
      // A thread that fails outside a task; unheard, it would end the process.
      pool.on("error", (error: unknown) => options.onFault(`a thread failed: ${String(error)}`, ""));
      return { pool, turns: new Turns(maxThreads) };
    };
    this.#small = start(options.threads, IDLE_MS, HEAP_MB);
    this.#large = start(1, WHOLE_IDLE_MS, WHOLE_HEAP_MB);
  }

  /** Tasks that wait for a thread. */
  get waiting(): number {
    return this.#small.turns.waiting + this.#large.turns.waiting;
  }

  /** Runs a task when its turn comes; "large" on the thread for large requests. Throws a `UserError` where it is refused. */
  run(lane: Lane | "large", task: Task): Promise<unknown> {
    const { pool, turns } = lane === "large" ? this.#large : this.#small;
    return turns.take(lane === "large" ? "work" : lane, task.signal, () => this.#onThread(pool, task));
  }

  async #onThread(pool: Piscina, { name, given, gives = [], signal, onMessage }: Task): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    const last = new Promise<Last>((resolve) => {
      port1.on("message", (message: Message) => {
        if ("last" in message) resolve(message);
        else if ("ask" in message)
          void replyTo(message.ask, this.#options.models ?? noModels).then((reply) => port1.postMessage(reply));
        else if ("fault" in message) this.#options.onFault(message.fault, message.reference);
        else onMessage?.(message);
      });
      port1.on("close", () => resolve({ last: true, failed: "the thread ended without a last word" }));
    });
    try {
      const transferList = [port2, ...gives.map(({ buffer }) => buffer)];
      await pool.run({ ...given, port: port2 }, { name, signal, transferList }).catch((error: unknown) => {
        // A task tells itself what it fails by: here it was its thread that ended.
        throw signal.aborted ? error : outOfMemory(error) ? new UserError(OUT_OF_MEMORY) : new ThreadEnded(ENDED);
      });
      // Messages may still be on their way when the task is over; the worker marks the last one.
      const ended = await last;
      if ("refused" in ended) throw refusedBy(ended.refused);
      if ("failed" in ended) throw new Error(`in a thread: ${ended.failed}`);
      return ended.answer;
    } finally {
      port1.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#small.pool.destroy(), this.#large.pool.destroy()]);
  }
}

const outOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
