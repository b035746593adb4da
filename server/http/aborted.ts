import type { Response } from "express";

/** A signal that aborts when the client goes away, or after `limit` milliseconds where one is given. */
export function abortedWith(res: Response, limit?: number): AbortSignal {
  const controller = new AbortController();
  const timer =
    limit === undefined
      ? undefined
      : setTimeout(() => controller.abort(new Error(`timed out after ${limit / 1000} s: ask for less at once`)), limit);
  res.once("close", () => {
    clearTimeout(timer);
    if (!res.writableFinished) controller.abort(new Error("cancelled"));
  });
  return controller.signal;
}
