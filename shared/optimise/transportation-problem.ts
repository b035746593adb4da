import type { LinearProgram } from "./problem.ts";
import type { Transportation } from "./transportation.ts";

/**
 * The transportation problem as a linear programme (Hillier and Lieberman, Introduction to Operations Research, chapter
 * 9). A demand's shortage is what its row leaves, so a unit served costs its unit cost less the shortage cost it
 * spares; all rows are upper bounds and nothing served is a feasible start. Variable i * columns + j is the quantity
 * from supply i to demand j; rows are the supplies, then the demands.
 */
export function transportationProblem({ supply, demand, unitCost, shortageCost }: Transportation): LinearProgram {
  const n = demand.length;
  return {
    variables: unitCost.flatMap((row, i) =>
      row.map((cost, j) => ({ name: `x${i}_${j}`, cost: cost - shortageCost, lower: 0, upper: Infinity })),
    ),
    rows: [
      ...supply.map((upper, i) => ({
        name: `supply ${i + 1}`,
        terms: demand.map((_, j): [number, number] => [i * n + j, 1]),
        lower: -Infinity,
        upper,
      })),
      ...demand.map((upper, j) => ({
        name: `demand ${j + 1}`,
        terms: supply.map((_, i): [number, number] => [i * n + j, 1]),
        lower: -Infinity,
        upper,
      })),
    ],
  };
}
