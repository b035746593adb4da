import { valuePlan, type PlanValue } from "./evaluate.ts";
import type { MixedSolver } from "./mixed.ts";
import type { OrderProblem, Picks } from "./problem.ts";
import { beforeInTie, SAME_MONEY } from "./tie.ts";
import { wholeModel } from "./whole/whole-model.ts";

export interface JointSolution {
  readonly picks?: Picks | undefined;
  readonly value?: PlanValue | undefined;
  readonly objective: number;
  readonly bound: number;
}

const TOLERANCE = 0.002;
const DOUBT = 1e-7;

/** The better of two plans, by their values and then by the tie. */
export function better(problem: OrderProblem, a: JointSolution, picks: Picks | undefined): JointSolution {
  if (!picks) return a;
  const value = valuePlan(problem, picks);
  if (value.broken.length > 0) return a;
  const lines = problem.orders.flatMap((order) => order.lines);
  const less = value.objective < a.objective - SAME_MONEY;
  const tied = Math.abs(value.objective - a.objective) <= SAME_MONEY;
  if (less || (tied && beforeInTie(lines, picks.flat(), a.picks!.flat())))
    return { ...a, picks, value, objective: value.objective };
  return a;
}

/** Nothing at all, where no line is locked. */
export function emptyPicks({ orders }: OrderProblem): Picks | undefined {
  const picks = orders.map(({ lines }) =>
    lines.map(({ options }) => options.findIndex(({ quantity }) => quantity === 0)),
  );
  return picks.flat().includes(-1) ? undefined : picks;
}

/** Orders that share rules, by one integer programme. */
export function solveWhole(
  problem: OrderProblem,
  solver: MixedSolver,
  { start: known, nodeLimit }: { readonly start?: Picks | undefined; readonly nodeLimit: number },
): JointSolution {
  const none: JointSolution = { objective: Infinity, bound: -Infinity };
  const start = better(problem, better(problem, none, emptyPicks(problem)), known);
  const { program, picksOf } = wholeModel(problem);
  const solution = solver(program.linear({ absoluteGap: TOLERANCE, tolerance: 1e-9, nodeLimit }));
  const found = better(problem, start, picksOf(solution.values));
  const { status, bound = -Infinity } = solution;
  const proven = status === "infeasible" ? Infinity : bound - DOUBT * Math.max(1, Math.abs(bound));
  return { ...found, bound: Math.min(proven, found.objective) };
}
