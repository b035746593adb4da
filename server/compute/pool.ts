import { setMaxListeners } from "node:events";
import os from "node:os";
import path from "node:path";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { Outcome } from "../../shared/define/cells.ts";
import { dist } from "../paths.ts";
import { noModels, type ModelSource } from "../engines/trained.ts";
import { replyTo, type Question } from "./ask.ts";
import { batches } from "./batches.ts";
import type { Prepared } from "../operations/work.ts";
import type { Call } from "./call.ts";
import { seal } from "./sealed.ts";
import { Turns, type Lane } from "./turns.ts";
import type { MadePart, Step } from "./worker.ts";

export interface PoolOptions {
  readonly threads?: number | undefined;
  /** Milliseconds one call may take. */
  readonly callTimeout: number;
  /** Told of faults of ours, with the reference the caller was given. */
  onFault(text: string, reference: string): void;
  /** What is trained, for workers that ask; nothing unless given. */
  readonly models?: ModelSource;
  /** The worker to run; another one in the tests of crashes and hangs. */
  readonly worker?: string;
}

const failed = (message: string): Outcome => ({ error: { code: "#N/A", message } });

const CRASHED = "the calculation crashed: give it less data, or report it";

interface Message {
  readonly last?: boolean;
  readonly begin?: number;
  readonly end?: number;
  readonly outcome?: Outcome;
  readonly item?: number;
  readonly fault?: string;
  readonly reference?: string;
  readonly ask?: Question;
}

/**
 * Worker threads for what takes milliseconds or more. A crash or a hang costs the one call that caused it: the rest of
 * its batch goes on in a fresh thread.
 */
export class ComputePool {
  readonly #pool: Piscina;
  readonly #turns: Turns;
  readonly #options: PoolOptions;
  readonly threads: number;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.threads = options.threads ?? os.availableParallelism();
    this.#turns = new Turns(this.threads);
    this.#pool = new Piscina({
      filename: options.worker ?? path.join(dist, "server", "compute", "worker.js"),
      minThreads: 0,
      maxThreads: this.threads,
      idleTimeout: 120_000,
      // A call that eats all memory must end its own thread, not the process.
      resourceLimits: { maxOldGenerationSizeMb: 1536 },
    });
    // A thread that fails outside a task; unheard, it would end the process.
    this.#pool.on("error", (error: unknown) => options.onFault(`a thread failed: ${String(error)}`, ""));
  }

  /** Tasks that wait for a thread. */
  get waiting(): number {
    return this.#turns.waiting;
  }

  /** Evaluates the calls, in order; `signal` gives up on what is not done yet. */
  async compute(calls: readonly Call[], signal: AbortSignal): Promise<Outcome[]> {
    const outcomes = new Array<Outcome | undefined>(calls.length);
    const parts = batches([...calls.keys()], this.threads);
    setMaxListeners(0, signal);
    await Promise.all(parts.map((part) => this.#batch(calls, part, outcomes, signal)));
    // Not map, which passes over the holes.
    return Array.from(outcomes, (outcome) => outcome ?? failed(reasonOf(signal)));
  }

  /** Runs one batch, again without the call that ended its thread, until every call has its outcome. */
  async #batch(
    calls: readonly Call[],
    part: number[],
    outcomes: (Outcome | undefined)[],
    signal: AbortSignal,
  ): Promise<void> {
    let left = part;
    while (left.length > 0 && !signal.aborted) {
      const now = left;
      let current: number | undefined;
      let late = false;
      const stop = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      const watch = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          late = true;
          stop.abort();
        }, this.#options.callTimeout);
      };
      try {
        await this.#run(
          "cells",
          "computeBatch",
          { calls: now.map((i) => calls[i]) },
          AbortSignal.any([signal, stop.signal]),
          (message) => {
            if (message.begin !== undefined) {
              current = now[message.begin];
              watch();
            } else if (message.end !== undefined) {
              outcomes[now[message.end]!] = message.outcome;
              current = undefined;
            }
          },
        );
      } catch (error) {
        if (signal.aborted) return;
        // What the thread told before it ended may still be on its way.
        await new Promise((resolve) => setImmediate(resolve));
        // A thread that ends before its first call begins would end again: no call is to blame, and none is answered.
        const lost = current === undefined ? now.filter((i) => outcomes[i] === undefined) : [current];
        const message = late ? `timed out after ${this.#options.callTimeout / 1000} s: give it less data` : CRASHED;
        for (const i of lost) outcomes[i] = failed(message);
        if (!late) this.#options.onFault(`${calls[lost[0]!]!.function} ended its thread: ${String(error)}`, "");
      } finally {
        clearTimeout(timer);
      }
      left = now.filter((i) => outcomes[i] === undefined);
    }
  }

  /** Has the items of an operation's work, or its lessons, done on all threads, a few at a time, and answers what was made, in order. */
  async perItem(
    operation: string,
    step: Step,
    { items, shared }: Pick<Prepared, "items" | "shared">,
    signal: AbortSignal,
    onItem: () => void = () => undefined,
  ): Promise<unknown[]> {
    const sealed = seal(shared);
    setMaxListeners(0, signal);
    const made = await Promise.all(
      batches([...items.keys()], this.threads).map(async (part) => {
        const task = { operation, step, shared: sealed, items: part.map((i) => items[i]) };
        const { hash, made: of } = (await this.#run("work", "workPart", task, signal, (message) => {
          if (message.item) onItem();
        })) as MadePart;
        if (hash !== sealed.hash) throw new Error(`a part of ${operation} was made for other work`);
        return of;
      }),
    );
    return made.flat();
  }

  #run(
    lane: Lane,
    name: string,
    task: object,
    signal: AbortSignal,
    onMessage: (message: Message) => void,
  ): Promise<unknown> {
    return this.#turns.take(lane, signal, () => this.#onThread(name, task, signal, onMessage));
  }

  async #onThread(
    name: string,
    task: object,
    signal: AbortSignal,
    onMessage: (message: Message) => void,
  ): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    const { promise: drained, resolve: lastMessage } = withResolvers();
    port1.on("message", (message: Message) => {
      if (message.last) lastMessage();
      else if (message.ask !== undefined)
        void replyTo(message.ask, this.#options.models ?? noModels).then((reply) => port1.postMessage(reply));
      else if (message.fault !== undefined) this.#options.onFault(message.fault, message.reference ?? "");
      else onMessage(message);
    });
    try {
      const result: unknown = await this.#pool.run({ ...task, port: port2 }, { name, signal, transferList: [port2] });
      // Messages may still be on their way when the result arrives; the worker marks the last one.
      await drained;
      return result;
    } finally {
      port1.close();
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((r) => (resolve = r));
  return { promise, resolve };
}

function reasonOf(signal: AbortSignal): string {
  return signal.reason instanceof Error ? signal.reason.message : "cancelled";
}
