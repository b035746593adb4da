import type { LinearProgram, Solution } from "../../optimise/problem.ts";

/**
 * What solves the small integer programmes that are left, at once and the same way each time. Statuses, not exceptions:
 * one that "failed" leaves the bound that prices gave.
 */
export type MixedSolver = (program: LinearProgram) => Solution;

/** Where no solver is at hand: every programme is left at its limit. */
export const noSolver: MixedSolver = () => ({ status: "limit", values: [], objective: NaN, engine: "highs" });
