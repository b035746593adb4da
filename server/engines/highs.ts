import type { Highs, ModelData, VariableType } from "highs";
import { hasIntegers, type LinearProgram, type Solution, type Status } from "../../shared/optimise/problem.ts";

const ENGINE = "highs";

/** Nodes of branch and bound after which an integer programme answers with what it has. */
const NODE_LIMIT = 20_000;

/** Iterations of a simplex after which a linear programme gives up; far beyond any solvable size. */
const ITERATION_LIMIT = 1_000_000;

/** Model statuses of the HiGHS C API; those absent here mean the solver could not do its work. */
const STATUSES: Readonly<Record<number, Status>> = {
  6: "optimal",
  7: "optimal",
  8: "infeasible",
  10: "unbounded",
  14: "limit",
  16: "limit",
};
const EMPTY_MODEL = 6;
const UNBOUNDED_OR_INFEASIBLE = 9;
const FEASIBLE_POINT = 2;

const none = (status: Status): Solution => ({ status, values: [], objective: NaN, engine: ENGINE });

let loading: Promise<Highs> | undefined;

function load(): Promise<Highs> {
  loading ??= import("highs").then(({ default: start }) => start());
  return loading;
}

/** The problem in HiGHS's own arrays, rows first. Names stay here, so none needs escaping. */
function modelOf({ variables, rows }: LinearProgram): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    const summed = new Map<number, number>();
    for (const [j, a] of terms) summed.set(j, (summed.get(j) ?? 0) + a);
    for (const [j, a] of summed) {
      indices.push(j);
      values.push(a);
    }
    starts.push(indices.length);
  }
  const types = variables.map((variable): VariableType => (variable.integer ? 1 : 0));
  return {
    numCols: variables.length,
    numRows: rows.length,
    colCost: variables.map((variable) => variable.cost),
    colLower: variables.map((variable) => variable.lower),
    colUpper: variables.map((variable) => variable.upper),
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { format: "csr", numRows: rows.length, numCols: variables.length, starts, indices, values },
    ...(types.includes(1) && { integrality: types }),
  };
}

/** One run on a fresh native model; undefined where HiGHS can't tell unbounded from infeasible. */
function run(highs: Highs, problem: LinearProgram): Solution | undefined {
  const whole = hasIntegers(problem);
  return highs.withModel(modelOf(problem), (model): Solution | undefined => {
    // Nodes and iterations, never seconds: the same problem gives the same bits on a busy machine. This build has one
    // thread. The library's own gap is 1e-4, which would call a dearer order optimal.
    model.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: problem.gap ?? 0,
      ...(problem.absoluteGap !== undefined && { mip_abs_gap: problem.absoluteGap }),
      ...(problem.tolerance !== undefined && {
        mip_feasibility_tolerance: problem.tolerance,
        primal_feasibility_tolerance: problem.tolerance,
        dual_feasibility_tolerance: problem.tolerance,
      }),
      mip_max_nodes: problem.nodeLimit ?? NODE_LIMIT,
      simplex_iteration_limit: ITERATION_LIMIT,
      ipm_iteration_limit: ITERATION_LIMIT,
    });
    const { modelStatus } = model.run();
    if (modelStatus === UNBOUNDED_OR_INFEASIBLE) return undefined;
    const status = STATUSES[modelStatus] ?? "failed";
    const found = modelStatus === EMPTY_MODEL || model.info.get("primal_solution_status") === FEASIBLE_POINT;
    if (!found || !(status === "optimal" || (status === "limit" && whole))) return none(status);
    const { colValue, rowDual } = model.getSolution();
    return {
      status,
      values: Array.from(colValue),
      objective: model.getObjectiveValue(),
      ...(whole ? { bound: Number(model.info.get("mip_dual_bound")) } : { duals: Array.from(rowDual) }),
      engine: ENGINE,
    };
  });
}

/** Runs again on a fresh instance where the first run throws: an aborted WebAssembly instance stays broken. */
async function runSafely(problem: LinearProgram): Promise<Solution | undefined> {
  try {
    return run(await load(), problem);
  } catch {
    loading = undefined;
  }
  try {
    return run(await load(), problem);
  } catch {
    loading = undefined;
    return none("failed");
  }
}

/** Solves a linear or integer programme by HiGHS (WebAssembly, one thread, fixed seed, limits in nodes). */
export async function solveByHighs(problem: LinearProgram): Promise<Solution> {
  const solution = await runSafely(problem);
  if (solution) return solution;
  // Without costs nothing is unbounded, so what remains is whether any solution exists.
  const costless = { ...problem, variables: problem.variables.map((variable) => ({ ...variable, cost: 0 })) };
  const feasible = await runSafely(costless);
  if (!feasible) return none("failed");
  return none(feasible.status === "optimal" ? "unbounded" : feasible.status);
}

/**
 * HiGHS once it is loaded, for work that cannot wait in its middle: solves at once, without certificate, so the caller
 * values what it answers. An instance that breaks is "failed" from then on, until it is loaded anew.
 */
export async function loadedHighs(): Promise<(problem: LinearProgram) => Solution> {
  const highs = await load();
  return (problem) => {
    try {
      return run(highs, problem) ?? none("infeasible");
    } catch {
      loading = undefined;
      return none("failed");
    }
  };
}
