import { certify } from "../../shared/optimise/certificate.ts";
import { hasIntegers, isPlainlyInfeasible, type LinearProgram, type Solution } from "../../shared/optimise/problem.ts";
import { solveByHighs } from "./highs.ts";
import { solveByLpSolver } from "./lp-solver.ts";

type Engine = (problem: LinearProgram) => Promise<Solution>;

/**
 * The dense tableau up to which javascript-lp-solver is as fast as HiGHS. Measured by `test/bench/solvers.ts`, in
 * milliseconds against HiGHS's: dense covering rows 2.0 / 3.7 at 6,561 cells and 12 / 13 at 22,801; transportation
 * 0.6 / 0.6 at 2,626, 1.0 / 1.2 at 12,341 and 13 / 3 at 71,071; sparse plans over periods 0.3 / 0.4 at 1,075 and
 * 0.8 / 0.7 at 23,353. Below it the first call also spares loading HiGHS, about 50 ms.
 */
const SMALL_CELLS = 10_000;

/** Cells of the dense tableau that javascript-lp-solver would pivot on. */
export function tableauCells({ variables, rows }: LinearProgram): number {
  const sides = ({ lower, upper }: { lower: number; upper: number }): number =>
    (Number.isFinite(lower) ? 1 : 0) + (Number.isFinite(upper) ? 1 : 0);
  const height = rows.reduce((sum, row) => sum + sides(row), variables.filter((x) => sides(x) === 2).length);
  return (height + 1) * (variables.length + 1);
}

/** The engines to try for a problem, best first. */
export function enginesFor(problem: LinearProgram): readonly Engine[] {
  // javascript-lp-solver proves no bound for integers: on knapsacks it is quicker, but its answers can't be checked.
  if (hasIntegers(problem)) return [solveByHighs];
  return tableauCells(problem) <= SMALL_CELLS ? [solveByLpSolver, solveByHighs] : [solveByHighs];
}

const none = (status: Solution["status"], engine: Solution["engine"]): Solution => ({
  status,
  values: [],
  objective: NaN,
  engine,
});

/** Takes integers off the solver's tolerance to whole numbers, and re-solves the rest where that breaks a row. */
async function wholeValues(problem: LinearProgram, solution: Solution): Promise<Solution> {
  const rounded = solution.values.map((x, j) => (problem.variables[j]!.integer ? Math.round(x) : x));
  const settled = { ...solution, values: rounded };
  if (certify(problem, settled).ok) return settled;
  const fixed = problem.variables.map((variable, j) =>
    variable.integer ? { ...variable, integer: false, lower: rounded[j]!, upper: rounded[j]! } : variable,
  );
  const rest = await solveByHighs({ ...problem, variables: fixed });
  return rest.status === "optimal" ? { ...settled, values: rest.values } : settled;
}

function checkNumbers({ variables, rows }: LinearProgram): void {
  const finite =
    variables.every(({ cost }) => Number.isFinite(cost)) &&
    rows.every(({ terms }) => terms.every(([j, a]) => j in variables && Number.isFinite(a)));
  const ordered = [...variables, ...rows].every(({ lower, upper }) => !Number.isNaN(lower) && !Number.isNaN(upper));
  if (!finite || !ordered)
    throw new Error("a linear programme has a number that is not finite, or an unknown variable");
}

/** The answer as certified, or nothing where the certificate fails. */
async function certified(problem: LinearProgram, raw: Solution): Promise<Solution | undefined> {
  const solution = hasIntegers(problem) ? await wholeValues(problem, raw) : raw;
  const { ok, objective, bound } = certify(problem, solution);
  return ok ? { ...solution, objective, bound } : undefined;
}

/**
 * Solves a linear or integer programme by the engines given, `enginesFor` it unless told. Every answer is checked by its
 * certificate: one that fails goes to the next engine, and becomes status "failed" where none is left, never a wrong
 * answer. Infeasible and unbounded are answers; HiGHS's word for them is taken, while javascript-lp-solver's is not, as
 * it says infeasible where it cycles. Deterministic: the same problem gives the same bits. Throws where a number of the
 * problem is not finite, which is the caller's fault.
 */
export async function solve(problem: LinearProgram, engines = enginesFor(problem)): Promise<Solution> {
  checkNumbers(problem);
  if (isPlainlyInfeasible(problem)) return none("infeasible", "highs");
  let answer = none("failed", "highs");
  for (const engine of engines) {
    const raw = await engine(problem);
    if (raw.values.length > 0 || raw.status === "optimal") {
      const solution = await certified(problem, raw);
      if (solution) return solution;
    } else if (raw.engine === "highs") {
      answer = raw;
      if (raw.status === "infeasible" || raw.status === "unbounded") break;
    }
  }
  return answer;
}
