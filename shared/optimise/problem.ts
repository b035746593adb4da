/** One linear row: lower <= sum of coefficients times variables <= upper. */
export interface Row {
  readonly name: string;
  /** Pairs of variable index and coefficient. */
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
}

/** Statuses, not exceptions: infeasible and unbounded are answers. `limit`: a node or iteration limit was reached. */
export type Status = "optimal" | "infeasible" | "unbounded" | "limit" | "failed";

export interface Solution {
  readonly status: Status;
  readonly values: readonly number[];
  readonly objective: number;
  readonly engine: "javascript-lp-solver" | "highs";
}
