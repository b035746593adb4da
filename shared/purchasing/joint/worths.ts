import type { MixedSolver } from "./mixed.ts";
import type { OrderProblem, Picks } from "./problem.ts";
import { relaxationsOf, type Relaxation } from "./relaxations.ts";
import type { JointSolution } from "./solve-coupled.ts";
import { isAlone, linesOf, solvePart } from "./solve-part.ts";

/** What relaxing one rule by a step is worth. */
export interface Worth extends Omit<Relaxation, "relaxed"> {
  /** Objective less the objective solved again; at least 0. */
  readonly worth: number;
  /** Where that is within both plans' gaps: it is worth no more than this. */
  readonly at_most?: number | undefined;
  /** The plan with the rule relaxed: why a line is what it is. */
  readonly picks: Picks;
}

/** Worths below this are not worth a word, in money. */
export const LEAST_WORTH = 0.005;
/** Lines of orders that share rules up to which they are solved again, and rules of one problem that are. */
const MOST_LINES = 40;
const MOST_SOLVED = 30;

/** Every rule's worth by solving again with it alone relaxed; rules that are worth nothing are left out. */
export function worthsOf(problem: OrderProblem, solution: JointSolution, solver: MixedSolver): Worth[] {
  const { picks, value, objective, bound } = solution;
  if (!picks || !value || (!isAlone(problem) && linesOf(problem) > MOST_LINES)) return [];
  return relaxationsOf(problem, value)
    .slice(0, MOST_SOLVED)
    .flatMap(({ relaxed, ...rule }): Worth[] => {
      const again = solvePart(relaxed, solver, rule.line === undefined ? picks : undefined);
      if (!again.picks) return [];
      const worth = Math.max(0, objective - again.objective);
      const gaps = objective - bound + (again.objective - again.bound);
      const most = Math.max(0, objective - again.bound);
      const uncertain = worth < gaps && gaps > LEAST_WORTH;
      if (worth < LEAST_WORTH && !(uncertain && most >= LEAST_WORTH)) return [];
      return [{ ...rule, worth, picks: again.picks, ...(uncertain && { at_most: most }) }];
    })
    .sort((a, b) => b.worth - a.worth || (a.rule < b.rule ? -1 : 1));
}
