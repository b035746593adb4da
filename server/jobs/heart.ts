import type { Database } from "../storage/database.ts";
import type { Log } from "../storage/log.ts";
import type { JobContext, JobLimits } from "./job.ts";
import { beatJob, type ClaimedJob } from "./table.ts";

/** Progress is written at most this often, in milliseconds. */
const progressMs = 200;

export interface HeartOptions {
  database: Database;
  job: ClaimedJob;
  worker: string;
  limits: JobLimits;
  log: Log;
  /** Called after each beat that was written. */
  changed: () => void;
  /** Aborted where the job is this run's no more. */
  controller: AbortController;
  /** Called where the job got on. */
  moved: () => void;
}

export interface Heart {
  /** The job got on; written soon. */
  progress: JobContext["progress"];
  /** Whether there is progress that was not written yet. */
  readonly due: boolean;
  /** Writes it, and that the job lives. Never rejects. */
  beat(): Promise<void>;
  stop(): void;
}

/** Shows that a job lives and how far it is, until stopped. */
export function startHeart({ database, job, worker, limits, log, changed, controller, moved }: HeartOptions): Heart {
  const { signal } = controller;
  let state: { progress: number; message: string; details?: unknown } = { progress: 0, message: "" };
  let lastBeat = performance.now();
  let soon: NodeJS.Timeout | undefined;

  const beat = async (): Promise<void> => {
    clearTimeout(soon);
    soon = undefined;
    try {
      if (await beatJob(database, job.id, worker, state)) {
        lastBeat = performance.now();
        changed();
      } else {
        controller.abort(new Error("the job was cancelled or taken over"));
      }
    } catch (error) {
      log.warn({ err: error, job: job.id }, "the progress of a job could not be written");
      // By now another process may have started the job anew, where there can be one.
      if (!database.exclusive && performance.now() - lastBeat > limits.staleMs)
        controller.abort(new Error("the database is out of reach"));
    }
  };
  const timer = setInterval(() => void beat(), limits.beatMs);

  return {
    progress(fraction, message, details) {
      const known = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : state.progress;
      if (known !== state.progress || (message ?? state.message) !== state.message || details !== undefined) moved();
      state = { progress: known, message: message ?? state.message, details: details ?? state.details };
      if (!signal.aborted) soon ??= setTimeout(() => void beat(), progressMs);
    },
    get due() {
      return soon !== undefined;
    },
    beat,
    stop() {
      clearInterval(timer);
      clearTimeout(soon);
    },
  };
}
