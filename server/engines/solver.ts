import { certify } from "../../shared/optimise/certificate.ts";
import { hasIntegers, isPlainlyInfeasible, type LinearProgram, type Solution } from "../../shared/optimise/problem.ts";
import { enginesFor } from "./engines-for.ts";
import { solveByHighs } from "./highs.ts";

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
