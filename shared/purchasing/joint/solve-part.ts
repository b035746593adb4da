import { valuePlan } from "./evaluate.ts";
import type { MixedSolver } from "./mixed.ts";
import type { OrderProblem, Picks } from "./problem.ts";
import { solveShared } from "./shared/solve-shared.ts";
import { solveWhole, type JointSolution } from "./solve-coupled.ts";
import { OrderSearch } from "./solve-order.ts";

/** Lines up to which orders that share rules are one integer programme. */
const FEW_LINES = 40;
/** Nodes of a programme of few lines, and of one that is larger but shares more than budgets and room. */
const NODES = { few: 2000, many: 100 };

/** Whether an order stands alone, so that its states say everything. */
export const isAlone = ({ orders, consolidations, sources }: OrderProblem): boolean =>
  orders.length === 1 && consolidations.length === 0 && sources.length === 0;

export const linesOf = ({ orders }: OrderProblem): number => orders.reduce((sum, { lines }) => sum + lines.length, 0);

/** The best plan of orders that share rules, or of one alone. A plan that is known to keep the rules may be given. */
export function solvePart(problem: OrderProblem, solver: MixedSolver, start?: Picks): JointSolution {
  if (isAlone(problem)) {
    const { picks, objective, bound } = new OrderSearch(problem.orders[0]!, problem.caps, solver).solve(start?.[0]);
    return { objective, bound, ...(picks && { picks: [picks], value: valuePlan(problem, [picks]) }) };
  }
  const few = linesOf(problem) <= FEW_LINES;
  const capsAlone = problem.consolidations.length === 0 && problem.sources.length === 0;
  if (!few && capsAlone) return solveShared(problem, solver, start);
  return solveWhole(problem, solver, { start, nodeLimit: few ? NODES.few : NODES.many });
}
