import { relax } from "./elastic.ts";
import { valuePlan, type PlanValue } from "./evaluate.ts";
import type { MixedSolver } from "./mixed.ts";
import type { Part } from "./parts.ts";
import type { Picks } from "./problem.ts";
import { solvePart } from "./solve-part.ts";
import { worthsOf, type Worth } from "./worths.ts";

/** A part's plan with its reasons. */
export interface PartAnswer {
  readonly orders: readonly number[];
  readonly picks: Picks;
  readonly value: PlanValue;
  readonly objective: number;
  readonly bound: number;
  readonly worths: readonly Worth[];
  /** The sentence that says which rule gave way, and its fields. */
  readonly relaxed?: { readonly says: string; readonly rules: readonly string[] } | undefined;
}

/** Plans a part: where its rules cannot all be kept, one of them gives way. `start` is a plan that is known, if any. */
export function answerPart({ orders, problem }: Part, solver: MixedSolver, start?: Picks): PartAnswer {
  const kept = start && valuePlan(problem, start).broken.length === 0 ? start : undefined;
  const found = solvePart(problem, solver, kept);
  if (found.picks)
    return {
      orders,
      picks: found.picks,
      value: found.value!,
      objective: found.objective,
      bound: found.bound,
      worths: worthsOf(problem, found, solver),
    };
  const { solution, says, rules } = relax(problem, solver);
  if (!solution.picks) throw new Error("an order has no plan even without its rules");
  const value = valuePlan(problem, solution.picks);
  // Containers that break their own rule have no price by the rules as they were asked.
  const unpriced = value.broken.some(({ rule }) => rule === "containers" || rule === "consolidations");
  const objective = unpriced ? solution.objective : value.objective;
  return {
    orders,
    picks: solution.picks,
    value,
    objective,
    bound: Math.min(solution.bound, objective),
    worths: [],
    relaxed: { says, rules },
  };
}
