import { endsWorth, outOf, pricesIn } from "./multipliers.ts";
import { cheapestPlan, pooled, type PooledPlan } from "./prices.ts";
import type { State } from "./state.ts";
import type { Table } from "./table.ts";

/** Exchanges of a basis after which the bound found so far must do. */
const MOST_PIVOTS = 300;
const MOST_PLANS = 120;
const PIVOT = 1e-10;

export interface Refined {
  /** No plan of the state costs less. */
  readonly bound: number;
  /** One an end, at least 0, from which the bound follows. */
  readonly multipliers: readonly number[];
  /** Plans met on the way that the pool did not hold. */
  readonly found: readonly PooledPlan[];
}

/** Basis of the master: for each row a plan or a slack, by index of its column. */
interface Column {
  readonly cost: number;
  readonly entries: Float64Array;
}

/**
 * The best bound that multipliers give for a state, by column generation: the master's rows are that plans' weights sum to 1
 * and the ends; its columns are plans, slacks and what breaking an end costs. Multipliers that the master finds price the
 * items, whose cheapest plan gives a bound and the next column. Dantzig and Wolfe, Decomposition principle for linear
 * programs, Operations Research 8 (1960); the bound is Lasdon's, Optimization Theory for Large Systems (1970), 3.7. Any
 * multipliers give a valid bound, so it is summed up from minima and never read from the master.
 */
export function refine(
  table: Table,
  state: State,
  {
    start,
    pool,
    penalty,
    scratch,
  }: {
    /** Multipliers to begin with. */
    readonly start: readonly number[];
    readonly pool: readonly PooledPlan[];
    /** Company's money that breaking a hard end by all there is costs. */
    readonly penalty: number;
    readonly scratch: Float64Array;
  },
): Refined {
  const { ends } = state;
  const rows = ends.length + 1;
  const out = outOf(state);
  const found: PooledPlan[] = [];
  const plans = pool.filter(({ totals }) => [...out].every((g) => totals[table.names.indexOf(`group ${g}`)] === 0));
  const prices = ends.map(({ price }) => Math.min(price, penalty));
  const best = { bound: -Infinity, multipliers: start as number[] };

  const columnOf = ({ base, totals }: PooledPlan): Column => {
    const entries = new Float64Array(rows);
    entries[0] = 1;
    ends.forEach(({ measure, sign }, e) => (entries[e + 1] = sign * totals[measure]!));
    let cost = base;
    for (let j = 0; j < totals.length; j++) cost += state.prices[j]! * totals[j]!;
    return { cost, entries };
  };
  /** The cheapest plan at multipliers; the bound that they give is kept where it is the best. */
  const oracle = (multipliers: number[]): PooledPlan | undefined => {
    const { cost, picks } = cheapestPlan(table, pricesIn(state, multipliers), out, scratch);
    const bound = cost + endsWorth(ends, multipliers) + state.fixed;
    if (bound > best.bound) Object.assign(best, { bound, multipliers });
    return cost === Infinity ? undefined : pooled(table, picks);
  };

  const first = oracle([...start]);
  if (!first) return { ...best, found };
  found.push(first);
  plans.push(first);
  if (ends.length === 0) return { ...best, found };
  const columns = plans.map(columnOf);

  // The basis: the first plan, and for each end its slack where the plan keeps to it, else what breaking it costs.
  const at = (e: number): number => ends[e]!.sign * ends[e]!.at;
  const start0 = columns.at(-1)!;
  const costs = new Float64Array(rows);
  const values = new Float64Array(rows);
  const inverse = Array.from({ length: rows }, () => new Float64Array(rows));
  costs[0] = start0.cost;
  values[0] = 1;
  inverse[0]![0] = 1;
  for (let e = 0; e < ends.length; e++) {
    const over = start0.entries[e + 1]! - at(e);
    const sign = over >= 0 ? -1 : 1;
    costs[e + 1] = over >= 0 ? 0 : prices[e]!;
    values[e + 1] = Math.abs(over);
    inverse[e + 1]![e + 1] = sign;
    inverse[e + 1]![0] = -sign * start0.entries[e + 1]!;
  }
  const duals = new Float64Array(rows);
  const direction = new Float64Array(rows);
  const priceOut = ({ cost, entries }: Column): number => {
    let reduced = cost;
    for (let r = 0; r < rows; r++) reduced -= duals[r]! * entries[r]!;
    return reduced;
  };
  const unit = (e: number, sign: number, cost: number): Column => {
    const entries = new Float64Array(rows);
    entries[e + 1] = sign;
    return { cost, entries };
  };
  const size = Math.max(1, Math.abs(start0.cost));
  const least = -1e-10 * size;

  /** The column to enter: a slack, a plan of the pool, else one that the oracle finds; none at the optimum. */
  const entering = (): Column | undefined => {
    let [chosen, reduced]: [Column | undefined, number] = [undefined, least];
    for (let e = 0; e < ends.length; e++) {
      const y = duals[e + 1]!;
      if (y < reduced) [chosen, reduced] = [unit(e, -1, 0), y];
      if (prices[e]! - y < reduced) [chosen, reduced] = [unit(e, 1, prices[e]!), prices[e]! - y];
    }
    for (const column of columns) {
      const r = priceOut(column);
      if (r < reduced) [chosen, reduced] = [column, r];
    }
    if (chosen || found.length >= MOST_PLANS) return chosen;
    const plan = oracle(ends.map((_, e) => Math.min(prices[e]!, Math.max(0, duals[e + 1]!))));
    if (!plan) return undefined;
    const column = columnOf(plan);
    if (priceOut(column) >= least) return undefined;
    found.push(plan);
    columns.push(column);
    return column;
  };

  for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
    for (let r = 0; r < rows; r++) {
      let y = 0;
      for (let q = 0; q < rows; q++) y += costs[q]! * inverse[q]![r]!;
      duals[r] = y;
    }
    const column = entering();
    if (!column) break;
    let leaving = -1;
    let ratio = Infinity;
    for (let q = 0; q < rows; q++) {
      let d = 0;
      for (let r = 0; r < rows; r++) d += inverse[q]![r]! * column.entries[r]!;
      direction[q] = d;
      if (d > PIVOT && values[q]! / d < ratio) [leaving, ratio] = [q, values[q]! / d];
    }
    if (leaving < 0) break;
    pivot({ inverse, values, costs }, direction, leaving, ratio, column.cost);
  }
  return { ...best, found };
}

interface Basis {
  readonly inverse: readonly Float64Array[];
  readonly values: Float64Array;
  readonly costs: Float64Array;
}

/** Exchanges one column of the basis. */
function pivot(
  { inverse, values, costs }: Basis,
  direction: Float64Array,
  leaving: number,
  ratio: number,
  cost: number,
): void {
  const row = inverse[leaving]!;
  const by = direction[leaving]!;
  for (let r = 0; r < row.length; r++) row[r]! /= by;
  for (let q = 0; q < values.length; q++) {
    if (q === leaving) continue;
    const d = direction[q]!;
    if (d === 0) continue;
    values[q] = Math.max(0, values[q]! - ratio * d);
    for (let r = 0; r < row.length; r++) inverse[q]![r]! -= d * row[r]!;
  }
  values[leaving] = ratio;
  costs[leaving] = cost;
}
