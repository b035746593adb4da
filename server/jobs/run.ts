import { randomUUID } from "node:crypto";
import { UserError } from "../../shared/define/errors.ts";
import type { Database } from "../storage/database.ts";
import { jsonBytes } from "./parts.ts";
import type { Log } from "../storage/log.ts";
import { startHeart } from "./heart.ts";
import type { JobHandler, JobLimits } from "./job.ts";
import { retries } from "./retries.ts";
import { finishJob, readInput, type ClaimedJob, type Outcome } from "./table.ts";

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
  const stalled = watchProgress(limits.idleMs);
  const heart = startHeart({ database, job, worker, limits, log, changed, controller, moved: stalled.moved });
  const { progress } = heart;

  const { insisting, persisting } = retries({ job, limits, log, signal });

  const work = async (): Promise<Outcome> => {
    try {
      return done(
        await persisting(() =>
          insisting(async () => handler(await readInput(database, job.id), { signal, progress, database })),
        ),
      );
    } catch (error) {
      // What an aborted handler throws says nothing about the job: it was cancelled, taken over, or will run again.
      if (signal.aborted) throw error;
      return failure(error, job, log);
    }
  };
  const attempt = async (): Promise<void> => {
    const outcome = await Promise.race([work(), stalled.outcome]);
    // A last beat, so that what a failed job said last is kept.
    if (heart.due && !signal.aborted) await heart.beat();
    await insisting(() => finishJob(database, job.id, worker, outcome));
    controller.abort(new Error("the job has ended"));
  };
  const ended = attempt()
    .catch((error: unknown) => {
      if (!signal.aborted) log.error({ err: error, job: job.id }, "the end of a job could not be written");
    })
    .finally(() => {
      stalled.stop();
      heart.stop();
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

/** Ends in a failure once nothing has moved for `idleMs`: beats say that the process lives, only progress that the work does. */
function watchProgress(idleMs: number) {
  let timer: NodeJS.Timeout;
  const moved = (): void => void timer.refresh();
  const outcome = new Promise<Outcome>((resolve) => {
    const minutes = Math.max(1, Math.round(idleMs / 60_000));
    const message = `This job made no progress for ${minutes} ${minutes === 1 ? "minute" : "minutes"}, so it was ended. Ask for less at once.`;
    timer = setTimeout(() => resolve({ status: "failed", error: { message } }), idleMs);
    timer.unref();
  });
  return { outcome, moved, stop: () => clearTimeout(timer) };
}

/** A result as it is kept; throws where it is no JSON. */
function done(result: unknown): Outcome {
  return { status: "done", result: jsonBytes(result) };
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
