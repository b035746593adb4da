/** One linear row: lower <= sum of coefficients times variables <= upper. */
export interface Row {
  readonly name: string;
  /** Pairs of variable index and coefficient; a variable named twice counts with the sum of its coefficients. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly lower: number;
  readonly upper: number;
}

export interface Variable {
  readonly name: string;
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly integer?: boolean;
}

/** Minimise the sum of cost times variable, subject to rows and bounds. Infinity is no bound. */
export interface LinearProgram {
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
  /** Relative gap at which an integer programme may stop, 0 unless given. */
  readonly gap?: number;
  /** The same in units of the objective; the engine's own, about 1e-6, unless given. */
  readonly absoluteGap?: number;
  /** How far rows and whole numbers may be off in an engine; its own, about 1e-6, unless given. */
  readonly tolerance?: number;
  /** Branch-and-bound nodes after which an integer programme stops with its best solution so far. */
  readonly nodeLimit?: number;
}

/** Statuses, not exceptions: infeasible and unbounded are answers. `limit`: a node or iteration limit was reached. */
export type Status = "optimal" | "infeasible" | "unbounded" | "limit" | "failed";

export interface Solution {
  readonly status: Status;
  /** One value a variable; empty where there is no solution (a `limit` may or may not have one). */
  readonly values: readonly number[];
  /** The cost of `values`; NaN where there are none. */
  readonly objective: number;
  /** A proven lower bound on the cost of any solution: equal to the objective at an optimum, less at a limit or gap. */
  readonly bound?: number;
  /**
   * One shadow price a row, of a problem without integers: what one more unit of the row's binding bound adds to the
   * cost. Positive at a lower bound, negative at an upper bound, 0 where the row doesn't bind.
   */
  readonly duals?: readonly number[];
  readonly engine: "javascript-lp-solver" | "highs";
}

/** What solves a linear or integer programme; the answer carries a status and is checked by its certificate. */
export interface Solver {
  solve(problem: LinearProgram): Promise<Solution>;
}

/** Whether some variable must be whole. */
export function hasIntegers(problem: LinearProgram): boolean {
  return problem.variables.some((variable) => variable.integer);
}

/** Whether a bound or an empty row alone rules out every solution; some engines refuse to read such a problem. */
export function isPlainlyInfeasible({ variables, rows }: LinearProgram): boolean {
  return (
    [...variables, ...rows].some(({ lower, upper }) => lower > upper) ||
    rows.some(({ terms, lower, upper }) => terms.length === 0 && (lower > 0 || upper < 0))
  );
}
