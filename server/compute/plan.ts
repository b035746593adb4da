import { assemblePlan } from "../../shared/purchasing/assemble.ts";
import type { Plan } from "../../shared/purchasing/plan.ts";
import { readPlanRequest } from "../../shared/purchasing/request.ts";
import type { ComputePool } from "./pool.ts";

/**
 * Reads a plan's request and plans it on the pool's threads. A bad row becomes an exception of the plan; what is wrong
 * with the whole throws a `UserError`.
 */
export async function planOnPool(
  body: unknown,
  pool: ComputePool,
  signal: AbortSignal,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Plan> {
  const { request, exceptions } = readPlanRequest(body);
  let done = 0;
  const planned = await pool.plan(request, signal, () => progress(++done, request.items.length));
  return assemblePlan(request, planned, exceptions);
}
