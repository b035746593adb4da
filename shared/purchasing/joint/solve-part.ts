import { valuePlan } from "./evaluate.ts";
import type { MixedSolver } from "./mixed.ts";
import type { OrderProblem, Picks } from "./problem.ts";
import { solveWhole, type JointSolution } from "./solve-coupled.ts";
import { OrderSearch } from "./solve-order.ts";

/** Whether an order stands alone, so that its states say everything. */
export const isAlone = ({ orders, consolidations, sources }: OrderProblem): boolean =>
  orders.length === 1 && consolidations.length === 0 && sources.length === 0;

/** The best plan of orders that share rules, or of one alone. A plan that is known to keep the rules may be given. */
export function solvePart(problem: OrderProblem, solver: MixedSolver, start?: Picks): JointSolution {
  if (!isAlone(problem)) return solveWhole(problem, solver, { start });
  const { picks, objective, bound } = new OrderSearch(problem.orders[0]!, problem.caps, solver).solve(start?.[0]);
  if (!picks) return { objective, bound };
  return { picks: [picks], value: valuePlan(problem, [picks]), objective, bound };
}
