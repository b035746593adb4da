import { MessageChannel, Worker } from "node:worker_threads";
import path from "node:path";
import { dist } from "../../paths.ts";
import type { Answer, Queries, Row } from "../database.ts";
import { StorageError } from "../errors.ts";
import { Conversation } from "./conversation.ts";
import { READY } from "./protocol.ts";

export interface ThreadTimes {
  /** Milliseconds a database may take to open. */
  readonly openMs: number;
  /** Milliseconds a statement may take; a database that says nothing for so long is taken for dead. */
  readonly statementMs: number;
  /** Milliseconds a transaction may take in all. */
  readonly transactionMs: number;
}

export const USUAL_TIMES: ThreadTimes = { openMs: 120_000, statementMs: 60_000, transactionMs: 60_000 };

/** How often the oldest question is looked at. */
const WATCH_MS = 500;

const LOST = "The database stopped and is started anew. Try again in a moment.";
const ROLLED_BACK = "What was to be stored took too long and was taken back. Try again in a moment.";

const queries = (conversation: Conversation): Queries => ({
  query: <R = Row>(sql: string, params: readonly unknown[] = []) =>
    conversation.ask({ do: "query", sql, params }) as Promise<Answer<R>>,
  exec: (sql) => conversation.ask({ do: "exec", sql }) as Promise<void>,
});

/** The embedded database's thread as the server talks to it, until it ends, in whatever way. */
export class DatabaseThread implements Queries {
  readonly #worker: Worker;
  readonly #main: Conversation;
  readonly #transactions = new Set<Conversation>();
  readonly #watch: NodeJS.Timeout;
  readonly #times: ThreadTimes;
  readonly #queries: Queries;
  /** Resolves when the database can be asked. */
  readonly ready: Promise<void>;
  /** Resolves when the thread is no more. */
  readonly ended: Promise<void>;
  #open = false;
  #dead = false;

  constructor(folder: string, times: ThreadTimes) {
    this.#times = times;
    this.#worker = new Worker(path.join(dist, "server", "storage", "embedded", "thread.js"), {
      workerData: { folder, transactionMs: times.transactionMs },
      execArgv: [],
    });
    this.#main = new Conversation(this.#worker);
    this.#queries = queries(this.#main);
    this.ready = this.#main.await(READY).then(() => {
      this.#open = true;
    });
    this.ready.catch(() => undefined);
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
    this.#watch.unref();
    this.ended = new Promise((resolve) => {
      const end = (): void => {
        this.#dead = true;
        clearInterval(this.#watch);
        for (const conversation of [this.#main, ...this.#transactions]) conversation.end(StorageError.plain(LOST));
        resolve();
      };
      // An error of the thread's is followed by its exit; unheard, it would end the process.
      this.#worker.on("error", end);
      this.#worker.on("exit", end);
    });
  }

  /** Whether the thread has ended. */
  get dead(): boolean {
    return this.#dead;
  }

  query<R = Row>(sql: string, params?: readonly unknown[]): Promise<Answer<R>> {
    return this.#queries.query<R>(sql, params);
  }

  exec(sql: string): Promise<void> {
    return this.#queries.exec(sql);
  }

  async transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
    const { port1, port2 } = new MessageChannel();
    const conversation = new Conversation(port1);
    const begun = conversation.await(READY);
    // The thread closes the port of a transaction that took too long.
    port1.on("close", () => conversation.end(StorageError.plain(ROLLED_BACK)));
    this.#transactions.add(conversation);
    try {
      if (this.#dead) throw StorageError.plain(LOST);
      this.#worker.postMessage({ do: "begin", id: READY, port: port2 }, [port2]);
      await begun;
      let result: T;
      try {
        result = await work(queries(conversation));
      } catch (error) {
        await conversation.ask({ do: "end", keep: false }).catch(() => undefined);
        throw error;
      }
      await conversation.ask({ do: "end", keep: true });
      return result;
    } finally {
      begun.catch(() => undefined);
      this.#transactions.delete(conversation);
      port1.close();
    }
  }

  /** Closes the database in order, or the thread where that takes too long. */
  async close(): Promise<void> {
    const closed = this.#main.ask({ do: "close" }).catch(() => undefined);
    await Promise.race([closed, this.ended]);
    await this.end();
  }

  /** Ends the thread, also out of a loop that never ends by itself. */
  async end(): Promise<void> {
    await this.#worker.terminate();
    await this.ended;
  }

  #look(): void {
    const { openMs, statementMs } = this.#times;
    const waits = Math.max(this.#main.waits, ...[...this.#transactions].map((each) => each.waits));
    if (waits > (this.#open ? statementMs : openMs)) void this.end();
  }
}
