import { setTimeout as sleep } from "node:timers/promises";
import { StorageError } from "../storage/errors.ts";
import type { Log } from "../storage/log.ts";
import { ThreadEnded } from "../thread-ended.ts";
import type { JobLimits } from "./job.ts";
import type { ClaimedJob } from "./table.ts";

/** The longest wait between two tries, in milliseconds. */
const MOST_RETRY_MS = 30_000;

export interface RetryOptions {
  job: ClaimedJob;
  limits: JobLimits;
  log: Log;
  /** Aborted where the job is to end: then nothing is tried again. */
  signal: AbortSignal;
}

/** What of a job's work is tried again, and when. */
export function retries({ job, limits, log, signal }: RetryOptions) {
  return {
    /** Again and again while the database cannot be used (away, or its disk full): no acknowledged job fails for that. */
    insisting: async <T>(work: () => Promise<T>): Promise<T> => {
      for (let wait = limits.retryMs; ; wait = Math.min(2 * wait, MOST_RETRY_MS)) {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof StorageError) || signal.aborted) throw error;
          log.warn({ err: error, job: job.id }, "a job waits for the database");
          await sleep(wait, undefined, { signal });
        }
      }
    },
    /** Again where the thread that did it was ended, as often as a job is started. */
    persisting: async <T>(work: () => Promise<T>): Promise<T> => {
      for (let tries = 1; ; tries++) {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof ThreadEnded) || signal.aborted || tries >= limits.tries) throw error;
          log.warn({ err: error, job: job.id }, "the thread of a job ended; it is started anew");
        }
      }
    },
  };
}
