import type { ErrorRequestHandler, Response } from "express";
import { UserError } from "../../shared/define/errors.ts";
import { faultReference } from "../faults.ts";
import { QueueFullError } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";
import { Problem, TITLES } from "../problem.ts";
import { StorageError } from "../storage/errors.ts";
import { ThreadEnded } from "../thread-ended.ts";

export function sendProblem(res: Response, { status, detail, headers }: Problem): void {
  res
    .status(status)
    .set(headers)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: "about:blank",
        title: TITLES[status] ?? "Error",
        status,
        detail,
        instance: res.locals["requestId"],
      }),
    );
}

/** What express and its body reader throw, in our words. */
function known(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof StorageError) return new Problem(503, error.told, { "Retry-After": "10" });
  if (error instanceof QueueFullError) return new Problem(503, error.message, { "Retry-After": "30" });
  if (error instanceof ThreadEnded) return new Problem(503, error.message, { "Retry-After": "1" });
  if (error instanceof UserError) return new Problem(400, error.message);
  if (typeof error !== "object" || error === null || !("status" in error)) return undefined;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500
    ? new Problem(status, error instanceof Error ? error.message : "the request cannot be read")
    : undefined;
}

/** The last handler: every error becomes problem+json; one of ours is logged and answered with a reference only. */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    const { requestId } = res.locals;
    if (error instanceof StorageError) log.warn({ requestId, err: error, cause: error.cause }, "the database failed");
    if (res.destroyed) {
      // The client left before its answer: nobody's fault.
      log.info({ requestId }, "nobody waits for the answer");
      return;
    }
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = known(error);
    if (problem) {
      sendProblem(res, problem);
      return;
    }
    const { reference, text } = faultReference(error);
    log.error({ reference, requestId, fault: text }, "fault");
    sendProblem(res, new Problem(500, `something went wrong on our side (reference ${reference})`));
  };
}
