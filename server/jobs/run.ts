import { randomUUID } from "node:crypto";
import { UserError } from "../../shared/define/errors.ts";
import type { Database } from "../storage/database.ts";
import type { Log } from "../storage/log.ts";
import type { JobHandler, JobLimits } from "./job.ts";
import { beatJob, finishJob, type ClaimedJob, type Outcome } from "./table.ts";

/** Progress is written at most this often, in milliseconds. */
const progressMs = 200;

export interface Run {
  readonly id: string;
  readonly kind: string;
  readonly worker: string;
  /** Resolves when the handler has ended and that is recorded. Never rejects. */
  readonly ended: Promise<void>;
  /** Asks the handler to end. What it throws then is not recorded; success is, if the job is still this run's. */
  abort(reason: string): void;
}

export interface RunOptions {
  database: Database;
  job: ClaimedJob;
  worker: string;
  handler: JobHandler;
  limits: JobLimits;
  log: Log;
  /** Called after each change that was written. */
  changed: () => void;
}

/** Runs one claimed job: hands it to its handler, shows that it lives, writes its progress and its end. */
export function startRun({ database, job, worker, handler, limits, log, changed }: RunOptions): Run {
  const controller = new AbortController();
  const { signal } = controller;
  let state: { progress: number; message: string; details?: unknown } = { progress: 0, message: "" };
  let lastBeat = performance.now();
  let soon: NodeJS.Timeout | undefined;

  const beat = async () => {
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
      // By now another process may have started the job anew.
      if (performance.now() - lastBeat > limits.staleMs) controller.abort(new Error("the database is out of reach"));
    }
  };
  const timer = setInterval(() => void beat(), limits.beatMs);

  const progress = (fraction: number, message?: string, details?: unknown) => {
    const known = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : state.progress;
    state = { progress: known, message: message ?? state.message, details: details ?? state.details };
    if (!signal.aborted) soon ??= setTimeout(() => void beat(), progressMs);
  };

  const attempt = async (): Promise<void> => {
    const result = await handler(JSON.parse(job.input) as unknown, { signal, progress, database });
    await finish({ status: "done", result });
  };
  const finish = async (outcome: Outcome) => {
    clearInterval(timer);
    // A last beat, so that what a failed job said last is kept.
    if (soon !== undefined && !signal.aborted) await beat();
    await finishJob(database, job.id, worker, outcome);
  };
  const ended = attempt()
    .catch(async (error: unknown) => {
      // What an aborted handler throws says nothing about the job: it was cancelled, taken over, or will run again.
      if (!signal.aborted) await finish(failure(error, job, log));
    })
    .catch((error: unknown) => log.warn({ err: error, job: job.id }, "the end of a job could not be written"))
    .finally(() => {
      clearInterval(timer);
      clearTimeout(soon);
      changed();
    });

  return {
    id: job.id,
    kind: job.kind,
    worker,
    ended,
    abort: (reason) => controller.abort(new Error(reason)),
  };
}

/** The user's errors are told as they are; a fault of ours is logged, and told by its reference only. */
function failure(error: unknown, job: ClaimedJob, log: Log): Outcome {
  if (error instanceof UserError) {
    return { status: "failed", error: { code: error.code, message: error.message } };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference, job: job.id, kind: job.kind }, "a job failed");
  return { status: "failed", error: { message: `The server failed to do this. Reference: ${reference}.` } };
}
