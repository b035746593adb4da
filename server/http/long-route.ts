import { Router } from "express";
import type { Jobs } from "../jobs/jobs.ts";
import { abortedWith } from "./aborted.ts";
import { jsonBody } from "./body.ts";

/** Tens of thousands of items with years of history. */
const LIMIT = "64mb";

/** Whether the caller asked not to wait (RFC 7240). */
const wantsJob = (prefer: string | undefined): boolean => /(^|,)\s*respond-async\s*(,|;|$)/i.test(prefer ?? "");

export interface LongWork {
  /** Where it is asked for. */
  readonly path: string;
  /** The kind of job that does the same. */
  readonly kind: string;
  /** Throws what is wrong with the whole request, at once rather than by a job that fails later. */
  check(body: unknown): void;
  answer(body: unknown, signal: AbortSignal): Promise<unknown>;
}

/** Work that is answered when it is done, or at once with a job where the caller prefers that. */
export function longRoute({ path, kind, check, answer }: LongWork, jobs: Jobs): Router {
  const router = Router();
  router.post(path, ...jsonBody(LIMIT), async (req, res) => {
    if (!wantsJob(req.get("prefer"))) {
      const answered = await answer(req.body, abortedWith(res));
      if (!res.destroyed) res.json(answered);
      return;
    }
    check(req.body);
    const { id } = await jobs.submit(kind, req.body);
    res
      .status(202)
      .location(`/v1/jobs/${id}`)
      .set("Preference-Applied", "respond-async")
      .json(await jobs.get(id));
  });
  return router;
}
