import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Database } from "../storage/database.ts";
import type { Log } from "../storage/log.ts";
import type { JobHandlers, JobLimits } from "./job.ts";
import type { Queue } from "./queue.ts";
import { startRun, type Run } from "./run.ts";
import { claimJob, deleteOldJobs, putBackJob, reclaimJobs, waitingKinds, type ClaimedJob } from "./table.ts";

const cleaningMs = 3_600_000;

export interface WorkerOptions {
  database: Database;
  queue: Queue;
  handlers: JobHandlers;
  limits: JobLimits;
  log: Log;
  /** Called with the id of a job that this process has changed. */
  changed: (id: string) => void;
}

/** Takes waiting jobs and runs them, takes abandoned ones back into the queue, and deletes old ones. */
export class JobWorker {
  readonly #options: WorkerOptions;
  readonly #runs = new Map<string, Run>();
  readonly #timers: NodeJS.Timeout[] = [];
  #filling: Promise<void> | undefined;
  #again = false;
  #sweeping: Promise<void> | undefined;
  #cleaned = -Infinity;
  #stopping = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { database, limits } = this.#options;
    // Nobody else can have an exclusive database open, so whatever runs in it was abandoned.
    await this.#sweep(database.exclusive ? 0 : limits.staleMs);
    this.#timers.push(
      setInterval(() => this.wake(), limits.pollMs),
      setInterval(() => {
        this.#sweeping ??= this.#sweepLater();
      }, limits.staleMs / 3),
    );
    this.wake();
  }

  /** Looks for waiting jobs now. */
  wake(): void {
    this.#again = true;
    this.#filling ??= this.#fill().finally(() => (this.#filling = undefined));
  }

  cancel(id: string): void {
    for (const run of this.#runs.values()) if (run.id === id) run.abort("the job was cancelled");
  }

  /** Ends the running handlers, gives them a moment, and puts their jobs back for the next process. */
  async stop(): Promise<void> {
    const { database, queue, limits, log, changed } = this.#options;
    this.#stopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([this.#filling, this.#sweeping]);
    const runs = [...this.#runs.values()];
    for (const run of runs) run.abort("the server is stopping");
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limits.stopMs)));
    await Promise.race([Promise.all(runs.map((run) => run.ended)), late]);
    clearTimeout(timer);
    for (const { id, kind, worker } of runs) {
      try {
        await database.transaction(async (tx) => {
          if (await putBackJob(tx, id, worker)) await queue.add(tx, kind, id);
        });
        changed(id);
      } catch (error) {
        log.warn({ err: error, job: id }, "a job could not be put back; it is found again as abandoned");
      }
    }
  }

  async #fill(): Promise<void> {
    const { log } = this.#options;
    try {
      while (this.#again && !this.#stopping) {
        this.#again = false;
        if (await this.#claimSome()) this.#again = true;
      }
    } catch (error) {
      if (!this.#stopping) log.warn({ err: error }, "waiting jobs could not be read");
    }
  }

  /** One round over the kinds that wait; says whether another round may find more. */
  async #claimSome(): Promise<boolean> {
    const { database, queue, handlers, limits, log, changed } = this.#options;
    let found = false;
    if (this.#runs.size >= limits.concurrency) return false;
    for (const kind of await waitingKinds(database, Object.keys(handlers))) {
      const handler = handlers[kind];
      if (handler === undefined || this.#stopping || this.#runs.size >= limits.concurrency) return false;
      const worker = `${hostname()}:${process.pid}:${randomUUID()}`;
      const job = await database.transaction(async (tx): Promise<ClaimedJob | "gone" | undefined> => {
        const id = await queue.take(tx, kind);
        return id === undefined ? undefined : ((await claimJob(tx, id, worker)) ?? "gone");
      });
      if (job === undefined) continue;
      found = true;
      if (job === "gone") continue;
      const run = startRun({ database, job, worker, handler, limits, log, changed: () => changed(job.id) });
      this.#runs.set(worker, run);
      changed(job.id);
      void run.ended.then(() => {
        this.#runs.delete(worker);
        if (!this.#stopping) this.wake();
      });
    }
    return found;
  }

  async #sweepLater(): Promise<void> {
    try {
      await this.#sweep(this.#options.limits.staleMs);
    } catch (error) {
      this.#options.log.warn({ err: error }, "abandoned jobs could not be looked for");
    } finally {
      this.#sweeping = undefined;
    }
  }

  async #sweep(staleMs: number): Promise<void> {
    const { database, queue, limits, log, changed } = this.#options;
    const jobs = await database.transaction(async (tx) => {
      const reclaimed = await reclaimJobs(tx, { staleMs, tries: limits.tries, living: [...this.#runs.keys()] });
      for (const { id, kind, status } of reclaimed) if (status === "queued") await queue.add(tx, kind, id);
      return reclaimed;
    });
    for (const job of jobs) {
      log.warn({ job: job.id, kind: job.kind, status: job.status }, "an abandoned job was found");
      changed(job.id);
    }
    if (jobs.length > 0) this.wake();
    if (performance.now() - this.#cleaned < cleaningMs) return;
    this.#cleaned = performance.now();
    // The embedded database has no background process that gives the space of deleted rows back.
    if ((await deleteOldJobs(database, limits.keepDays)) > 0)
      await database.query("VACUUM lotwise.jobs, lotwise.job_inputs, lotwise.job_results");
  }
}
