import type { Router } from "express";
import { readReplayRequest } from "../../shared/purchasing/replay/read-request.ts";
import type { ComputePool } from "../compute/pool.ts";
import { replayOnPool } from "../compute/replay.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { longRoute } from "./long-route.ts";

/** Says what the last periods would have cost. */
export const replayRoute = (pool: ComputePool, jobs: Jobs): Router =>
  longRoute(
    {
      path: "/v1/replay",
      kind: "replay",
      check: readReplayRequest,
      answer: (body, signal) => replayOnPool(body, pool, signal),
    },
    jobs,
  );
