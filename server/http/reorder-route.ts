import type { Router } from "express";
import { readPlanRequest } from "../../shared/purchasing/request.ts";
import { planOnPool } from "../compute/plan.ts";
import type { ComputePool } from "../compute/pool.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { longRoute } from "./long-route.ts";

/** Makes reorder plans. */
export const reorderRoute = (pool: ComputePool, jobs: Jobs): Router =>
  longRoute(
    {
      path: "/v1/reorder",
      kind: "reorder",
      check: readPlanRequest,
      answer: (body, signal) => planOnPool(body, pool, signal),
    },
    jobs,
  );
