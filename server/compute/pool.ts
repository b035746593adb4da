import { setMaxListeners } from "node:events";
import os from "node:os";
import type { Outcome } from "../../shared/define/cells.ts";
import { batches } from "./batches.ts";
import type { Call, CallBatch, ReadCalls } from "./call.ts";
import { handedOver, pack } from "./packed.ts";
import type { MadePart, PreparedParts } from "./phases.ts";
import type { Sealed } from "./sealed.ts";
import { Threads, type ThreadOptions } from "./threads.ts";

export interface PoolOptions extends Omit<ThreadOptions, "threads"> {
  readonly threads?: number | undefined;
  /** Milliseconds one call may take. */
  readonly callTimeout: number;
}

const failed = (message: string): string => JSON.stringify({ error: { code: "#N/A", message } } satisfies Outcome);

const CRASHED = "the calculation crashed: give it less data, or report it";

/** Bytes above which a request, or what is made of it, is read as a whole on the thread for large ones. */
const LARGE = 2 ** 20;
const laneOf = (bytes: number): "work" | "large" => (bytes > LARGE ? "large" : "work");
const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/**
 * What is computed on worker threads. A crash or a hang costs the one call that caused it: the rest of its batch goes on
 * in a fresh thread. What goes to a thread and comes from it is bytes, which the main thread passes on unread.
 */
export class ComputePool {
  readonly #threads: Threads;
  readonly #options: PoolOptions;
  readonly threads: number;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.threads = options.threads ?? os.availableParallelism();
    this.#threads = new Threads({ ...options, threads: this.threads });
  }

  /** Tasks that wait for a thread. */
  get waiting(): number {
    return this.#threads.waiting;
  }

  /** Evaluates the calls and answers their outcomes as JSON, in order; `signal` gives up on what is not done yet. */
  compute(calls: readonly Call[], signal: AbortSignal): Promise<string[]> {
    const parts = batches([...calls.keys()], this.threads);
    const packed = parts.map((at): CallBatch => ({ at, calls: pack(at.map((i) => calls[i])) }));
    return this.#batches(packed, new Array<string | undefined>(calls.length), signal);
  }

  /** The same of a request's body as it came, which a thread reads. */
  async computeBody(body: Uint8Array, signal: AbortSignal): Promise<string[]> {
    const given = { body: handedOver(body), threads: this.threads };
    const read = (await this.#threads.run("cells", {
      name: "readCalls",
      given,
      gives: [given.body],
      signal,
    })) as ReadCalls;
    const outcomes = new Array<string | undefined>(read.count);
    for (const [at, outcome] of read.refused) outcomes[at] = outcome;
    return this.#batches(read.batches, outcomes, signal);
  }

  async #batches(parts: readonly CallBatch[], outcomes: (string | undefined)[], signal: AbortSignal) {
    setMaxListeners(0, signal);
    await Promise.all(parts.map((part) => this.#batch(part, outcomes, signal)));
    // Not map, which passes over the holes.
    return Array.from(outcomes, (outcome) => outcome ?? failed(reasonOf(signal)));
  }

  /** Runs one batch, again without the call that ended its thread, until every call has its outcome. */
  async #batch({ at, calls }: CallBatch, outcomes: (string | undefined)[], signal: AbortSignal): Promise<void> {
    const undone = (): number[] => [...at.keys()].filter((i) => outcomes[at[i]!] === undefined);
    for (let left = undone(); left.length > 0 && !signal.aborted; left = undone()) {
      let current: { readonly begin: number; readonly called: string } | undefined;
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
        await this.#threads.run("cells", {
          name: "computeBatch",
          given: { calls, only: left },
          signal: AbortSignal.any([signal, stop.signal]),
          onMessage: (message) => {
            if ("begin" in message) {
              current = message;
              watch();
            } else if ("end" in message) {
              outcomes[at[message.end]!] = message.outcome;
              current = undefined;
            }
          },
        });
      } catch (error) {
        if (signal.aborted) return;
        // What the thread told before it ended may still be on its way.
        await new Promise((resolve) => setImmediate(resolve));
        // A thread that ends before its first call begins would end again: no call is to blame, and none is answered.
        const lost = current === undefined ? undone() : [current.begin];
        const message = late ? `timed out after ${this.#options.callTimeout / 1000} s: give it less data` : CRASHED;
        for (const i of lost) outcomes[at[i]!] = failed(message);
        if (!late) this.#options.onFault(`${current?.called ?? "a batch"} ended its thread: ${String(error)}`, "");
      } finally {
        clearTimeout(timer);
      }
    }
  }

  /** Has a thread find out what is wrong with a request as a whole, which throws a `UserError`; answers its body. */
  async check(operation: string, body: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
    const given = { operation, body: handedOver(body) };
    const task = { name: "checkBody", given, gives: [given.body], signal };
    return (await this.#threads.run(laneOf(body.length), task)) as Uint8Array;
  }

  /** Has a thread read a body for an operation that does the rest itself. */
  async read(operation: string, body: Uint8Array, facts: unknown, signal: AbortSignal): Promise<unknown> {
    const given = { operation, body: handedOver(body), facts };
    return this.#threads.run(laneOf(body.length), { name: "readBody", given, gives: [given.body], signal });
  }

  /** Reads a body and cuts it by item. */
  async prepare(operation: string, body: Uint8Array, signal: AbortSignal): Promise<PreparedParts> {
    const given = { operation, body: handedOver(body), threads: this.threads };
    const task = { name: "prepareWork", given, gives: [given.body], signal };
    return (await this.#threads.run(laneOf(body.length), task)) as PreparedParts;
  }

  /** Has the lessons of an operation's work learned on all threads, and what was learned added to what its items share. */
  async learn(operation: string, prepared: PreparedParts, signal: AbortSignal): Promise<PreparedParts> {
    if (prepared.lessons.length === 0) return prepared;
    setMaxListeners(0, signal);
    const learned = await Promise.all(
      prepared.lessons.map(async (lessons) => {
        const given = { operation, lessons };
        const task = { name: "learnPart", given, gives: [lessons], signal };
        return (await this.#threads.run("work", task)) as Uint8Array<ArrayBuffer>;
      }),
    );
    const given = { operation, learned, shared: prepared.shared };
    const task = { name: "teach", given, gives: learned, signal };
    return { ...prepared, shared: (await this.#threads.run(laneOf(lengthOf(learned)), task)) as Sealed };
  }

  /** Has the items of an operation's work done on all threads, a few at a time, and answers what was made, in order. */
  perItem(
    operation: string,
    { parts, shared }: Pick<PreparedParts, "parts" | "shared">,
    signal: AbortSignal,
    onItem: () => void,
  ): Promise<Uint8Array<ArrayBuffer>[]> {
    setMaxListeners(0, signal);
    return Promise.all(
      parts.map(async (items) => {
        const given = { operation, shared, items };
        const onMessage = (message: object): void => void ("item" in message && onItem());
        const { hash, made } = (await this.#threads.run("work", {
          name: "workPart",
          given,
          gives: [items],
          signal,
          onMessage,
        })) as MadePart;
        if (hash !== shared.hash) throw new Error(`a part of ${operation} was made for other work`);
        return made;
      }),
    );
  }

  /** Puts an answer together, as JSON. */
  async finish(
    operation: string,
    made: readonly Uint8Array<ArrayBuffer>[],
    { shared, rest }: Pick<PreparedParts, "shared" | "rest">,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const given = { operation, made, shared, rest };
    const task = { name: "finishWork", given, gives: [...made, rest], signal };
    return (await this.#threads.run(laneOf(lengthOf(made)), task)) as Uint8Array;
  }

  /** Has what was made cut into what an operation's work goes on with. */
  async follow(
    operation: string,
    made: readonly Uint8Array<ArrayBuffer>[],
    { shared, rest }: Pick<PreparedParts, "shared" | "rest">,
    signal: AbortSignal,
  ): Promise<PreparedParts> {
    const given = { operation, made, shared, rest, threads: this.threads };
    const task = { name: "followWork", given, gives: [...made, rest], signal };
    return (await this.#threads.run(laneOf(lengthOf(made)), task)) as PreparedParts;
  }

  async close(): Promise<void> {
    await this.#threads.close();
  }
}

function reasonOf(signal: AbortSignal): string {
  return signal.reason instanceof Error ? signal.reason.message : "cancelled";
}
