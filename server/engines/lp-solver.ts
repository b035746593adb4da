import type { LinearProgram, Row, Solution, Variable } from "../../shared/optimise/problem.ts";

const ENGINE = "javascript-lp-solver";

/** The library's absolute tolerance, and the grid its values are rounded to. */
const PRECISION = 1e-8;

class PivotLimit extends Error {}

/** The column of the library that stands for a variable: x = offset + sign * column, column >= 0. */
interface Column {
  readonly offset: number;
  readonly sign: 1 | -1;
}

/** The library knows only columns from 0 up, so bounds shift, an upper bound alone mirrors and a free variable splits. */
function columnsOf({ lower, upper }: Variable): readonly Column[] {
  if (Number.isFinite(lower)) return [{ offset: lower, sign: 1 }];
  if (Number.isFinite(upper)) return [{ offset: upper, sign: -1 }];
  return [
    { offset: 0, sign: 1 },
    { offset: 0, sign: -1 },
  ];
}

const none = (status: Solution["status"]): Solution => ({ status, values: [], objective: NaN, engine: ENGINE });

/**
 * Solves a problem by javascript-lp-solver's dense tableau simplex. Only a proven optimum should be believed: the
 * library stops early on degenerate problems and calls that optimal, and says infeasible where it cycles. Reads the
 * shadow prices off the tableau so that the caller can prove the optimum. Integers are branched on without a bound.
 */
export async function solveByLpSolver(problem: LinearProgram): Promise<Solution> {
  const { default: library } = await import("javascript-lp-solver");
  const model = new library.Model(PRECISION);
  // Its presolve takes a bound of 0 for no bound and drops the costs of fixed variables; its cycle detector never fires.
  model.usePresolve = false;
  model.checkForCycles = false;

  const columns = problem.variables.map((variable, j) =>
    columnsOf(variable).map((column, k) => ({
      ...column,
      of: model.addVariable(column.sign * variable.cost, `x${j}_${k}`, variable.integer ?? false),
    })),
  );

  const addRow = ({ terms, lower, upper }: Pick<Row, "terms" | "lower" | "upper">) => {
    const summed = new Map<number, number>();
    for (const [j, a] of terms) summed.set(j, (summed.get(j) ?? 0) + a);
    const constant = [...summed].reduce((sum, [j, a]) => sum + a * columns[j]![0]!.offset, 0);
    const sides = [
      ...(Number.isFinite(lower) ? [{ side: model.greaterThan(lower - constant), dual: -1 }] : []),
      ...(Number.isFinite(upper) ? [{ side: model.smallerThan(upper - constant), dual: 1 }] : []),
    ];
    for (const { side } of sides)
      for (const [j, a] of summed) for (const { sign, of } of columns[j]!) side.addTerm(sign * a, of);
    return sides;
  };
  const rows = problem.rows.map(addRow);
  problem.variables.forEach(({ lower, upper }, j) => {
    if (Number.isFinite(lower) && Number.isFinite(upper)) addRow({ terms: [[j, 1]], lower: -Infinity, upper });
  });

  // Its first phase can pivot for ever on degenerate problems; every loop of it goes through `pivot`.
  const { tableau } = model;
  const pivot = tableau.pivot.bind(tableau);
  let pivots = 1000 + 20 * (model.nConstraints + model.nVariables);
  tableau.pivot = (row, column) => {
    if (pivots-- <= 0) throw new PivotLimit();
    pivot(row, column);
  };

  let answer: { feasible: boolean; bounded: boolean };
  try {
    answer = model.solve();
  } catch (error) {
    if (error instanceof PivotLimit) return none("limit");
    throw error;
  }
  if (!answer.feasible) return none("infeasible");
  if (!answer.bounded) return none("unbounded");

  const values = columns.map((parts) => parts.reduce((x, { sign, of }) => x + sign * of.value, parts[0]!.offset));
  const objective = problem.variables.reduce((sum, { cost }, j) => sum + cost * values[j]!, 0);
  // The cost row holds, for each slack outside the basis, what one unit of it takes off the negated cost.
  const dualOf = (slack: number): number => {
    const column = tableau.colByVarIndex[slack]!;
    return column > 0 ? tableau.matrix[column]! : 0;
  };
  const duals = rows.map((sides) => sides.reduce((y, { side, dual }) => y + dual * dualOf(side.slack.index), 0));
  return { status: "optimal", values, objective, duals, engine: ENGINE };
}
