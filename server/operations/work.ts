import type { Operation } from "../../shared/operations/operation.ts";
import type { ComputePool } from "../compute/pool.ts";
import type { Config } from "../config.ts";
import type { engines } from "../engines/index.ts";
import type { Backend } from "../engines/tensorflow.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";

/** What the server is made of, as far as operations are concerned. */
export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly pool: ComputePool;
  readonly jobs: Jobs;
  readonly version: string;
  /** What trains networks here, found out once by trying. */
  readonly tensorflow: Promise<Backend>;
}

/** A request cut by item. */
export interface Prepared<Item = unknown, Shared = unknown, Rest = unknown> {
  readonly items: readonly Item[];
  /** What all items share: JSON, so that its hash says on any thread or machine that it is the same. */
  readonly shared: Shared;
  /** What only the whole needs; it stays where the request was read. */
  readonly rest: Rest;
}

/** What is learned from all items before each is worked on, a lesson at a time on any thread. */
export interface Learning<Item = unknown, Shared = unknown, Lesson = unknown, Learned = unknown> {
  /** Cuts what is to be learned into lessons, in the order of the items' keys; none where there is nothing to learn. */
  lessons(items: readonly Item[], shared: Shared): readonly Lesson[];
  /** Learns one; the same lesson teaches the same bits on any thread. */
  learn(lesson: Lesson): Learned;
  /** Adds to what all items share; a lesson in which something of ours went wrong taught nothing. */
  taught(shared: Shared, learned: readonly (Learned | undefined)[]): Shared;
}

/** Work that is done item by item, on any thread and in any order, and then put together. */
export interface ItemWork<Item = unknown, Shared = unknown, Rest = unknown, Made = unknown, Tools = unknown> {
  readonly operation: Operation;
  /** Reads the parsed body, on a thread; a pure function. What is wrong with the whole throws a `UserError`. */
  prepare(body: unknown): Prepared<Item, Shared, Rest>;
  readonly learning?: Learning<Item, Shared>;
  /** What each thread has ready before its first item, such as networks. */
  tools(from: typeof engines): Promise<Tools>;
  perItem(item: Item, shared: Shared, tools: Tools): Made;
  /** What stands for an item in which something of ours went wrong, known by its reference. */
  lost(item: Item, reference: string): Made;
  /** Puts together what was made, on a thread. */
  whole(made: readonly Made[], shared: Shared, rest: Rest): unknown;
  /** What is worked on next, item by item again, from what was made: `whole` then prepares it. */
  readonly then?: Then;
}

/** What the threads know the work by that goes on from an operation's. */
export const thenOf = (operation: string): string => `${operation}, then`;

/** Work that goes on from what was made before; its `whole` answers. */
export type Then = Omit<ItemWork, "operation" | "prepare" | "then">;

/** Work that is only done as a job, by a handler of its own. */
export interface QueuedWork {
  readonly operation: Operation;
  /** Says what is wrong with the parsed body as a whole, by a `UserError`; on a thread. */
  check(body: unknown): unknown;
}

/** One request as it reached its operation. */
export interface Asked {
  /** JSON as it came; empty where the operation reads none. */
  readonly body: Uint8Array;
  /** The parts of the path in braces. */
  readonly params: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Aborts when the client goes away, or after so many milliseconds where a limit is given. */
  signal(limit?: number): AbortSignal;
  /** Adds to what the log says of the request: never its contents. */
  note(facts: Readonly<Record<string, number>>): void;
}

/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  /** JSON to be, or a `JsonText`. */
  readonly data: unknown;
}

/** Work of its own kind, done where the request arrived. */
export interface OwnWork {
  readonly operation: Operation;
  /** What it makes on a thread of the parsed body and facts of its own; a pure function. */
  read?(body: unknown, facts: unknown): unknown;
  /** Answers JSON to be, or a `JsonText`. */
  answer(asked: Asked, parts: Parts): Promise<unknown>;
}

/** A stream of events; what is wrong with the request is thrown before it begins. */
export interface EventWork {
  readonly operation: Operation;
  events(asked: Asked, parts: Parts): Promise<AsyncIterable<ServerEvent>>;
}

export type Work = ItemWork | QueuedWork | OwnWork | EventWork;

/** Forgets what lessons are, which only their own functions need. */
export const learning = <I, S, L, T>(one: Learning<I, S, L, T>): Learning<I, S> => one as Learning<I, S>;

/** Forgets the types of an item's work, which only its own functions need. */
export const itemWork = <I, S, R, M, T>(work: ItemWork<I, S, R, M, T>): ItemWork => work as ItemWork;

/** The same for what goes on from it. */
export const thenWork = <I, S, R, M, T>(work: Omit<ItemWork<I, S, R, M, T>, "operation" | "prepare" | "then">): Then =>
  work as Then;
