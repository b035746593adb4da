import { Router } from "express";
import { readPlanRequest } from "../../shared/purchasing/request.ts";
import { planOnPool } from "../compute/plan.ts";
import type { ComputePool } from "../compute/pool.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { abortedWith } from "./aborted.ts";
import { jsonBody } from "./body.ts";

/** Tens of thousands of items with years of history. */
const LIMIT = "64mb";

/** Whether the caller asked not to wait (RFC 7240). */
const wantsJob = (prefer: string | undefined): boolean => /(^|,)\s*respond-async\s*(,|;|$)/i.test(prefer ?? "");

export function reorderRoute(pool: ComputePool, jobs: Jobs): Router {
  const router = Router();
  router.post("/v1/reorder", ...jsonBody(LIMIT), async (req, res) => {
    if (!wantsJob(req.get("prefer"))) {
      const plan = await planOnPool(req.body, pool, abortedWith(res));
      if (!res.destroyed) res.json(plan);
      return;
    }
    // What is wrong with the whole request is said at once, not by a job that fails later.
    readPlanRequest(req.body);
    const { id } = await jobs.submit("reorder", req.body);
    res
      .status(202)
      .location(`/v1/jobs/${id}`)
      .set("Preference-Applied", "respond-async")
      .json(await jobs.get(id));
  });
  return router;
}
