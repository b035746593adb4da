import { dualBound, OPTIMALITY_TOLERANCE } from "./dual-bound.ts";
import { hasIntegers, type LinearProgram, type Solution } from "./problem.ts";

/** How far a value may lie outside a bound, a row or the whole numbers, relative to the sizes at hand. */
const FEASIBILITY_TOLERANCE = 1e-6;

export interface Certificate {
  /** The values are feasible and, where the status says "optimal", proven to cost no more than the gap allows. */
  readonly ok: boolean;
  /** The largest relative violation of a bound, a row or integrality. */
  readonly worst: number;
  /** The name of the variable or row with the largest violation, where there is one. */
  readonly violated?: string;
  /** The cost of the values, computed afresh from the problem. */
  readonly objective: number;
  /** The proven lower bound: weak duality's for a linear programme, the engine's for an integer one. */
  readonly bound: number;
}

const outside = (x: number, lower: number, upper: number): number => Math.max(0, lower - x, x - upper);

interface Violation {
  worst: number;
  violated?: string;
}

function worstViolation({ variables, rows }: LinearProgram, values: readonly number[]): Violation {
  const found: Violation = { worst: 0 };
  const note = (name: string, by: number, scale: number): void => {
    const relative = Number.isFinite(by) ? by / Math.max(1, scale) : Infinity;
    if (relative > found.worst) Object.assign(found, { worst: relative, violated: name });
  };
  variables.forEach(({ name, lower, upper, integer }, j) => {
    const x = values[j]!;
    note(name, outside(x, lower, upper), Math.abs(x));
    if (integer) note(name, Math.abs(x - Math.round(x)), 1);
  });
  for (const { name, terms, lower, upper } of rows) {
    const parts = terms.map(([j, a]) => a * values[j]!);
    const activity = parts.reduce((sum, part) => sum + part, 0);
    const size = parts.reduce((sum, part) => Math.max(sum, Math.abs(part)), 0);
    note(name, outside(activity, lower, upper), size);
  }
  return found;
}

/**
 * Checks a solution against its problem, trusting nothing but the problem: bounds, rows and whole numbers hold within
 * `FEASIBILITY_TOLERANCE`, the objective is recomputed, and an optimum is proven by its shadow prices (linear
 * programmes) or compared with the engine's bound (integer programmes).
 */
export function certify(problem: LinearProgram, solution: Solution): Certificate {
  const { values } = solution;
  if (values.length !== problem.variables.length || !values.every(Number.isFinite))
    return { ok: false, worst: Infinity, objective: NaN, bound: -Infinity };
  const costs = problem.variables.map((variable, j) => variable.cost * values[j]!);
  const objective = costs.reduce((sum, cost) => sum + cost, 0);
  const size = costs.reduce((largest, cost) => Math.max(largest, Math.abs(cost)), Math.max(1, Math.abs(objective)));
  const proven =
    !hasIntegers(problem) && solution.duals?.length === problem.rows.length
      ? dualBound(problem, values, solution.duals)
      : (solution.bound ?? -Infinity);
  const allowed = OPTIMALITY_TOLERANCE * size + (problem.gap ?? 0) * Math.abs(objective);
  const feasibility = worstViolation(problem, values);
  const optimal = solution.status !== "optimal" || Math.abs(objective - proven) <= allowed;
  return { ok: feasibility.worst <= FEASIBILITY_TOLERANCE && optimal, ...feasibility, objective, bound: proven };
}
