import { Router } from "express";
import { z } from "zod";
import { compute } from "../compute/compute.ts";
import type { ComputePool } from "../compute/pool.ts";
import type { Config } from "../config.ts";
import { faultReference } from "../faults.ts";
import type { Log } from "../log.ts";
import { abortedWith } from "./aborted.ts";
import { jsonBody } from "./body.ts";
import { Problem } from "./problem.ts";

/** Excel on the web sends at most 5 MB; programs may send somewhat more. */
const LIMIT = "10mb";
export const MAX_CALLS = 20_000;

const bodySchema = z.object({ calls: z.array(z.unknown()) });

export function computeRoute(pool: ComputePool, config: Config, log: Log): Router {
  const router = Router();
  router.post("/v1/compute", ...jsonBody(LIMIT), async (req, res) => {
    const body = bodySchema.safeParse(req.body);
    if (!body.success)
      throw new Problem(400, 'the body must be {"calls": [{"function": "EOQ", "args": [10000, 50, 2]}]}');
    const { calls } = body.data;
    if (calls.length > MAX_CALLS)
      throw new Problem(413, `a request takes at most ${MAX_CALLS} calls; got ${calls.length}: send them in parts`);
    res.locals["logged"] = { calls: calls.length };
    const results = await compute(calls, pool, abortedWith(res, config.REQUEST_TIMEOUT * 1000), (error) => {
      const { reference, text } = faultReference(error);
      log.error({ reference, requestId: res.locals["requestId"], fault: text }, "fault");
      return reference;
    });
    if (!res.destroyed) res.json({ results });
  });
  return router;
}
