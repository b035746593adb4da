import type { LinearProgram } from "../../shared/optimise/problem.ts";

/** Cells of the dense tableau that javascript-lp-solver would pivot on. */

export function tableauCells({ variables, rows }: LinearProgram): number {
  const sides = ({ lower, upper }: { lower: number; upper: number }): number =>
    (Number.isFinite(lower) ? 1 : 0) + (Number.isFinite(upper) ? 1 : 0);
  const height = rows.reduce((sum, row) => sum + sides(row), variables.filter((x) => sides(x) === 2).length);
  return (height + 1) * (variables.length + 1);
}
