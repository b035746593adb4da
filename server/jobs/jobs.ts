import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { holdsDatabase, openDatabase, type Database } from "../storage/database.ts";
import { DISK_FULL, StorageError } from "../storage/errors.ts";
import type { FolderLock } from "../storage/lock.ts";
import type { Log } from "../storage/log.ts";
import { UserError } from "../../shared/define/errors.ts";
import { Bell } from "./bell.ts";
import { defaultLimits, isFinal, type JobHandlers, type JobLimits, type JobStream, type JobView } from "./job.ts";
import { jsonBytes, partsOf } from "./parts.ts";
import { openQueue, type Queue } from "./queue.ts";
import { cancelJob, insertJob, readState, readStream, readView } from "./table.ts";
import { JobWorker } from "./worker.ts";

export interface JobsOptions {
  /** The folder of all state. */
  dataDir: string;
  /** A PostgreSQL URL; without it the embedded database is used, which is opened when first needed. */
  databaseUrl?: string | undefined;
  handlers: JobHandlers;
  log: Log;
  /** Where this process answers, to be named to a second process on the same folder. */
  address?: (() => string | undefined) | undefined;
  /** The hold on `dataDir` if the caller has it already, and will release it after `stop`. */
  lock?: FolderLock | undefined;
  limits?: Partial<JobLimits> | undefined;
}

/** Too many jobs wait already. */
export class QueueFullError extends UserError {
  constructor(queued: number) {
    super(`The server already has ${queued} jobs waiting. Try again in a few minutes.`, "#N/A");
    this.name = "QueueFullError";
  }
}

interface Open {
  database: Database;
  queue: Queue;
  worker: JobWorker;
}

/** How long after a failed opening at start the next is tried. */
const retryMs = 10_000;

/** How long a failed opening is told to whoever comes next, rather than tried again. */
const FAILED_MS = 1000;

/** How often readiness is looked at, and how long the database may take to answer. */
const LOOK_MS = 1000;
const ANSWER_MS = 3000;

/** Work that takes longer than a request: kept in the database, so that it goes on after a restart. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #limits: JobLimits;
  readonly #bell = new Bell();
  #open: Promise<Open> | undefined;
  #looked: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: JobsOptions) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
  }

  /**
   * Goes on with the jobs of before a restart, where there may be some. Never rejects: what keeps the database from
   * opening is logged, tried again, and told to whoever submits a job.
   */
  async start(): Promise<void> {
    if (this.#stopped || !holdsDatabase(this.#options)) return;
    try {
      await this.#opened();
    } catch (error) {
      this.#options.log.error({ err: error }, "jobs wait, because the database could not be opened");
      this.#retry = setTimeout(() => void this.start(), retryMs);
      this.#retry.unref();
    }
  }

  /** Running jobs go back to the queue, for the next process; then the database is closed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    const open = await this.#open?.catch(() => undefined);
    this.#open = undefined;
    if (open === undefined) return;
    await open.worker.stop();
    await open.queue.close();
    await open.database.close();
  }

  /**
   * Has a job done: `input`, which must be JSON to be, or as bytes is JSON already, is handed to the handler of that kind.
   * @throws QueueFullError when too many jobs wait; StorageError when the database cannot be used
   */
  async submit(kind: string, input: unknown): Promise<{ id: string }> {
    if (!Object.hasOwn(this.#options.handlers, kind)) throw new Error(`there is no handler for jobs of kind ${kind}`);
    const job = { id: randomUUID(), kind };
    const parts = await partsOf(jsonBytes(input));
    await this.#needsRoom(parts.reduce((sum, { length }) => sum + length, 0));
    const { database, queue, worker } = await this.#opened();
    const { queued } = this.#limits;
    await database.transaction(async (tx) => {
      if (!(await insertJob(tx, job, parts, queued))) throw new QueueFullError(queued);
      await queue.add(tx, kind, job.id);
    });
    worker.wake();
    return { id: job.id };
  }

  /** The job as it stands, or undefined when there is none of that id (any more). */
  async get(id: string): Promise<JobView | undefined> {
    const database = await this.#existing(id);
    return database && readView(database, id);
  }

  /** Cancels the job, whichever process runs it, and answers it; a finished one stays as it is. */
  async cancel(id: string): Promise<JobView | undefined> {
    const database = await this.#existing(id);
    if (database === undefined) return undefined;
    await cancelJob(database, id);
    (await this.#open)?.worker.cancel(id);
    this.#bell.ring(id);
    return readView(database, id);
  }

  /** As `get`, with the result as it is read. */
  async stream(id: string): Promise<JobStream | undefined> {
    const database = await this.#existing(id);
    return database && readStream(database, id);
  }

  /** The job as it stands and after each change, until it is finished, the signal aborts, or this process stops. */
  async *events(id: string, signal?: AbortSignal): AsyncGenerator<JobView, void, undefined> {
    yield* this.#changes(id, readView, (view) => view, signal);
  }

  /** As `events`, with the result as it is read. */
  async *streams(id: string, signal?: AbortSignal): AsyncGenerator<JobStream, void, undefined> {
    yield* this.#changes(id, readStream, (view) => ({ view }), signal);
  }

  async *#changes<T>(
    id: string,
    readFinal: (database: Database, id: string) => Promise<T | undefined>,
    of: (view: JobView) => T,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<T, void, undefined> {
    const database = await this.#existing(id);
    if (database === undefined) return;
    let last = "";
    while (signal?.aborted !== true && !this.#stopped) {
      const change = this.#bell.wait(id, this.#limits.pollMs, signal);
      const state = await readState(database, id);
      if (state === undefined) return;
      const now = JSON.stringify(state);
      if (now !== last) {
        last = now;
        const shown = isFinal(state.status) ? await readFinal(database, id) : of({ id, ...state });
        if (shown !== undefined) yield shown;
      }
      if (isFinal(state.status)) return;
      await change;
    }
  }

  /** Whether the database can be used now, or needs not be as nothing was ever stored; asked at most once a second. */
  async ready(): Promise<boolean> {
    if (this.#stopped) return false;
    if (this.#open === undefined && !holdsDatabase(this.#options)) return true;
    if (this.#looked === undefined || performance.now() - this.#looked.at > LOOK_MS)
      this.#looked = { at: performance.now(), answer: this.#answers() };
    return this.#looked.answer;
  }

  async #answers(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ANSWER_MS).unref());
    const asked = this.#opened()
      .then(({ database }) => database.query("SELECT 1"))
      .then(
        () => true,
        () => false,
      );
    return Promise.race([asked, late]);
  }

  /** Refuses work the disk has no room for: a database that cannot write its log stops altogether. */
  async #needsRoom(bytes: number): Promise<void> {
    const { dataDir, databaseUrl } = this.#options;
    if (databaseUrl !== undefined) return;
    const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : path.dirname(dataDir));
    // The input is written twice, to the log and to its table.
    if (bavail * bsize < this.#limits.freeBytes + 2 * bytes) throw StorageError.plain(DISK_FULL);
  }

  /** The server's database where something was stored before: none is made only to look into it. */
  async database(): Promise<Database | undefined> {
    if (this.#open === undefined && !holdsDatabase(this.#options)) return undefined;
    return (await this.#opened()).database;
  }

  /** The database if it can hold that job. */
  async #existing(id: string): Promise<Database | undefined> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
    return this.database();
  }

  #opened(): Promise<Open> {
    if (this.#stopped) return Promise.reject(StorageError.plain("The server is stopping. Try again in a moment."));
    if (this.#open === undefined) {
      const opening = this.#openAll();
      this.#open = opening;
      // A failure is kept for a moment, since each try costs a thread; then the next caller tries again.
      opening.catch(() => {
        setTimeout(() => {
          if (this.#open === opening) this.#open = undefined;
        }, FAILED_MS).unref();
      });
    }
    return this.#open;
  }

  async #openAll(): Promise<Open> {
    const { handlers, log, address, ...options } = this.#options;
    const limits = this.#limits;
    const database = await openDatabase({ ...options, address: address?.(), log });
    try {
      const queue = await openQueue(database, Object.keys(handlers), log);
      const changed = (id: string) => this.#bell.ring(id);
      const worker = new JobWorker({ database, queue, handlers, limits, log, changed });
      await worker.start();
      return { database, queue, worker };
    } catch (error) {
      await database.close();
      throw error instanceof StorageError ? error : new StorageError("The job queue could not be opened.", error);
    }
  }
}

export function createJobs(options: JobsOptions): Jobs {
  return new Jobs(options);
}
