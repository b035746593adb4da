import type { ComputePool } from "../compute/pool.ts";
import { workOnPool } from "../compute/work-on-pool.ts";
import type { JobHandler, JobHandlers } from "../jobs/job.ts";
import { works } from "./index.ts";
import type { ItemWork, Work } from "./work.ts";

function handlerOf(work: ItemWork, pool: ComputePool): JobHandler {
  const counted = work.operation.job?.counted ?? "items";
  return (input, { signal, progress }) =>
    workOnPool(work, input, pool, {
      signal,
      progress: (done, total) => progress(done / total, `${done} of ${total} ${counted}`),
    });
}

/** The handlers of all work that is done item by item, on the pool's threads. */
export const operationHandlers = (pool: ComputePool, of: readonly Work[] = works): JobHandlers =>
  Object.fromEntries(
    of.flatMap((work) =>
      "perItem" in work && work.operation.job ? [[work.operation.job.kind, handlerOf(work, pool)]] : [],
    ),
  );
