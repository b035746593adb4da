import { hasIntegers, type LinearProgram, type Solution } from "../../shared/optimise/problem.ts";
import { solveByHighs } from "./highs.ts";
import { solveByLpSolver } from "./lp-solver.ts";
import { tableauCells } from "./tableau-cells.ts";

export type Engine = (problem: LinearProgram) => Promise<Solution>;

/**
 * The dense tableau up to which javascript-lp-solver is as fast as HiGHS. Measured by `test/bench/solvers.ts`, in
 * milliseconds against HiGHS's: dense covering rows 2.0 / 3.7 at 6,561 cells and 12 / 13 at 22,801; transportation
 * 0.6 / 0.6 at 2,626, 1.0 / 1.2 at 12,341 and 13 / 3 at 71,071; sparse plans over periods 0.3 / 0.4 at 1,075 and
 * 0.8 / 0.7 at 23,353. Below it the first call also spares loading HiGHS, about 50 ms.
 */
const SMALL_CELLS = 10_000;

/** The engines to try for a problem, best first. */
export function enginesFor(problem: LinearProgram): readonly Engine[] {
  // javascript-lp-solver proves no bound for integers: on knapsacks it is quicker, but its answers can't be checked.
  if (hasIntegers(problem)) return [solveByHighs];
  return tableauCells(problem) <= SMALL_CELLS ? [solveByLpSolver, solveByHighs] : [solveByHighs];
}
