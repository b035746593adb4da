import type { LinearProgram } from "../../../optimise/problem.ts";
import type { Finished, FinishOptions } from "./finish.ts";
import { finishingOf, type Live } from "./excess.ts";
import { optionIn, type State } from "./state.ts";
import type { Table } from "./table.ts";

/** Nodes of the programme of what is left, and of the core that finds a plan where none is near. */
const NODES = 200;
const CORE_NODES = 60;
/** Options of the core beyond one an item. */
const CORE = 40;
const TOLERANCE = 1e-9;
/** What is taken off the solver's own bound, as a share. */
const DOUBT = 1e-6;

interface Program {
  readonly program: LinearProgram;
  /** Cost of the programme's 0. */
  readonly constant: number;
  /** The item and option of each variable. */
  readonly of: readonly (readonly [item: number, option: number])[];
}

/** The state's plans of these options as an integer programme; each item's least cost is a constant. */
function programOf(
  table: Table,
  state: State,
  live: readonly (readonly Live[])[],
  { tolerance, nodes }: { readonly tolerance: number; readonly nodes: number },
): Program {
  const { measures } = table;
  const { ends, fixed } = state;
  const of: [number, number][] = [];
  const costs: number[] = [];
  let constant = fixed;
  const rows = live.map((options, i) => {
    const priced = options.map(({ option }) => optionIn(table, state, option));
    const least = Math.min(...priced);
    constant += least;
    return {
      name: `item ${i}`,
      terms: options.map(({ option }, k): [number, number] => {
        of.push([i, option]);
        costs.push(priced[k]! - least);
        return [of.length - 1, 1];
      }),
      lower: 1,
      upper: 1,
    };
  });
  const variables = costs.map((cost, v) => ({ name: `x${v}`, cost, lower: 0, upper: 1, integer: true }));
  const beyond = ends.flatMap(({ price }, e) => (price === Infinity ? [] : [e]));
  const slacks = beyond.map((e) => ({ name: `beyond ${e}`, cost: ends[e]!.price, lower: 0, upper: Infinity }));
  const endRows = ends.map(({ measure, sign, at }, e) => {
    const slack = beyond.indexOf(e);
    const terms: [number, number][] = of.map(([, option], v) => [v, measures[measure]![option]!]);
    if (slack >= 0) terms.push([variables.length + slack, sign]);
    return {
      name: `end ${e}`,
      terms: terms.filter(([, a]) => a !== 0),
      lower: sign > 0 ? at : -Infinity,
      upper: sign > 0 ? Infinity : at,
    };
  });
  return {
    program: {
      variables: [...variables, ...slacks],
      rows: [...rows, ...endRows.filter(({ terms, lower, upper }) => terms.length > 0 || lower > 0 || upper < 0)],
      gap: 0,
      absoluteGap: tolerance / 2,
      tolerance: TOLERANCE,
      nodeLimit: nodes,
    },
    constant,
    of,
  };
}

/** The options of least reduced cost: one an item, and a few more. */
function coreOf(live: readonly (readonly Live[])[]): Live[][] {
  const more = live
    .flatMap((options) => options.slice(1))
    .sort((a, b) => a.reduced - b.reduced || a.option - b.option)
    .slice(0, CORE + live.length);
  const limit = more.at(-1)?.reduced ?? 0;
  return live.map((options) => options.filter(({ reduced }, k) => k === 0 || reduced <= limit));
}

function solved({ program, constant, of }: Program, items: number, { solver }: FinishOptions) {
  const { status, values, bound = -Infinity } = solver(program);
  const picks = new Int32Array(items).fill(-1);
  of.forEach(([i, option], v) => {
    if ((values[v] ?? 0) > 0.5) picks[i] = option;
  });
  const doubted = bound - DOUBT * Math.max(1, Math.abs(bound));
  return {
    plan: values.length > 0 && !picks.includes(-1) ? picks : undefined,
    bound: status === "infeasible" ? Infinity : constant + doubted,
    optimal: status === "optimal",
  };
}

type Solve = (live: readonly (readonly Live[])[], nodes: number) => ReturnType<typeof solved>;

const solverOf = (table: Table, state: State, options: FinishOptions): Solve => {
  const tolerance = Math.max(options.tolerance, options.enough);
  return (live, nodes) => solved(programOf(table, state, live, { tolerance, nodes }), table.items, options);
};

/** Options in play: those whose reduced cost is at most the gap. */
const liveNow = (table: Table, state: State, { multipliers, bound, best, tolerance, scratch }: FinishOptions) =>
  finishingOf(table, state, multipliers, Math.max(tolerance, best() - bound), scratch).live;

/** Finds a plan among the options of least reduced cost. */
export function offerCore(table: Table, state: State, options: FinishOptions): void {
  const { plan } = solverOf(table, state, options)(coreOf(liveNow(table, state, options)), CORE_NODES);
  if (plan) options.offer(plan);
}

/** The best plan of a state by an integer programme of the options whose reduced cost is at most the gap. */
export function leftover(table: Table, state: State, options: FinishOptions & { readonly settled: number }): Finished {
  const { bound, settled, offer, best } = options;
  // Options beyond the gap cost at least the gap more.
  const beyond = best();
  const { plan, bound: proven, optimal } = solverOf(table, state, options)(liveNow(table, state, options), NODES);
  if (plan) offer(plan);
  return { bound: Math.max(bound + settled, Math.min(proven, beyond)), picks: optimal ? plan : undefined };
}
