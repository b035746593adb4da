import { planOnPool } from "../compute/plan.ts";
import type { ComputePool } from "../compute/pool.ts";
import { replayOnPool } from "../compute/replay.ts";
import type { JobHandlers } from "./job.ts";

/** Jobs that plan and replay on the pool's threads. */
export const purchasingHandlers = (pool: ComputePool): JobHandlers => ({
  reorder: (input, { signal, progress }) =>
    planOnPool(input, pool, signal, (done, total) => progress(done / total, `${done} of ${total} items planned`)),
  replay: (input, { signal, progress }) =>
    replayOnPool(input, pool, signal, (done, total) => progress(done / total, `${done} of ${total} items replayed`)),
});
