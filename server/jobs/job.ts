import type { JobStatus, JobView } from "../../shared/operations/job-schema.ts";
import type { Database } from "../storage/database.ts";

export type { JobError, JobStatus, JobView } from "../../shared/operations/job-schema.ts";

/** A job whose result, which may be large, is read as it is sent. */
export interface JobStream {
  readonly view: JobView;
  /** JSON, in pieces; only of a job that is done. */
  readonly result?: AsyncIterable<Buffer | string>;
}

export interface JobContext {
  /** Aborted when the job is cancelled, when the server stops (the job runs again later), or when it lost the job. */
  signal: AbortSignal;
  /** Says how far it is, 0 to 1, and what it does; cheap enough to be called at every step. */
  progress(fraction: number, message?: string, details?: unknown): void;
  /** The database the job is kept in. */
  readonly database: Database;
}

/**
 * Does the work of one kind of job: of JSON as it was submitted it makes a result that is JSON to be, or as bytes is JSON
 * already. Heavy work belongs in a thread, since a blocked process looks dead to others.
 */
export type JobHandler = (input: Uint8Array, context: JobContext) => Promise<unknown>;

/** By kind: letters, digits, _ and -. A process takes only jobs of the kinds it knows. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobLimits {
  /** Jobs that this process runs at a time. */
  concurrency: number;
  /** Jobs that may wait; more are refused. */
  queued: number;
  /** How often a job is started before it counts as failed, when processes die under it. */
  tries: number;
  /** Days that a finished job is kept. */
  keepDays: number;
  /** How often a running job shows that it lives. */
  beatMs: number;
  /** A running job without a beat for this long is taken for abandoned. */
  staleMs: number;
  /** How often other processes' changes are looked for. */
  pollMs: number;
  /** How soon what the database refused for want of itself or of disk is tried again; later ones take twice as long. */
  retryMs: number;
  /** A running job that has made no progress for this long is ended. */
  idleMs: number;
  /** Bytes of disk that must stay free after a job is taken; only looked at where the database is embedded. */
  freeBytes: number;
  /** How long a handler may take to end after its signal when the server stops. */
  stopMs: number;
}

export const defaultLimits: JobLimits = {
  concurrency: 2,
  queued: 100,
  tries: 3,
  keepDays: 7,
  beatMs: 3000,
  staleMs: 15_000,
  pollMs: 1000,
  retryMs: 1000,
  idleMs: 30 * 60_000,
  // PostgreSQL's log grows by files of 16 MB, and one that cannot be made brings the database down.
  freeBytes: 64 * 2 ** 20,
  stopMs: 5000,
};

export function isFinal(status: JobStatus): boolean {
  return status === "done" || status === "failed" || status === "cancelled";
}
