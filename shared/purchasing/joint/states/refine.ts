import { Basis, type Column } from "./basis.ts";
import { endsWorth, outOf, pricesIn } from "./multipliers.ts";
import { cheapestPlan, pooled, type PooledPlan } from "./prices.ts";
import type { State } from "./state.ts";
import type { Table } from "./table.ts";

/** Exchanges of a basis after which the bound found so far must do, and plans found. */
const MOST_PIVOTS = 300;
const MOST_PLANS = 120;
/** A column that saves less, as a share of the cost, does not enter. */
const LEAST_SAVING = 1e-10;

export interface Refined {
  /** No plan of the state costs less. */
  readonly bound: number;
  /** One an end, at least 0, from which the bound follows. */
  readonly multipliers: readonly number[];
  /** Plans met on the way that the pool did not hold. */
  readonly found: readonly PooledPlan[];
}

export interface RefineOptions {
  /** Multipliers to begin with. */
  readonly start: readonly number[];
  readonly pool: readonly PooledPlan[];
  /** Company's money that breaking a hard end by all there is costs. */
  readonly penalty: number;
  readonly scratch: Float64Array;
}

class Master {
  readonly found: PooledPlan[] = [];
  readonly #prices: readonly number[];
  readonly #out: ReadonlySet<number>;
  best: { bound: number; multipliers: readonly number[] };

  constructor(
    readonly table: Table,
    readonly state: State,
    readonly options: RefineOptions,
  ) {
    this.#prices = state.ends.map(({ price }) => Math.min(price, options.penalty));
    this.#out = outOf(state);
    this.best = { bound: -Infinity, multipliers: options.start };
  }

  #columnOf({ base, totals }: PooledPlan): Column {
    const { ends, prices } = this.state;
    const entries = new Float64Array(ends.length + 1);
    entries[0] = 1;
    ends.forEach(({ measure, sign }, e) => (entries[e + 1] = sign * totals[measure]!));
    let cost = base;
    for (let j = 0; j < totals.length; j++) cost += prices[j]! * totals[j]!;
    return { cost, entries };
  }

  /** The cheapest plan at multipliers; the bound that they give is kept where it is the best. */
  #oracle(multipliers: readonly number[]): PooledPlan | undefined {
    const { table, state, options } = this;
    const { cost, picks } = cheapestPlan(table, pricesIn(state, multipliers), this.#out, options.scratch);
    const bound = cost + endsWorth(state.ends, multipliers) + state.fixed;
    if (bound > this.best.bound) this.best = { bound, multipliers };
    if (cost === Infinity) return undefined;
    const plan = pooled(table, picks);
    this.found.push(plan);
    return plan;
  }

  #unit(e: number, sign: number, cost: number): Column {
    const entries = new Float64Array(this.state.ends.length + 1);
    entries[e + 1] = sign;
    return { cost, entries };
  }

  /** The column to enter: a slack, a known plan, else one that the oracle finds; none at the optimum. */
  #entering(basis: Basis, columns: Column[], least: number): Column | undefined {
    let [chosen, reduced]: [Column | undefined, number] = [undefined, least];
    this.#prices.forEach((price, e) => {
      const y = basis.duals[e + 1]!;
      if (y < reduced) [chosen, reduced] = [this.#unit(e, -1, 0), y];
      if (price - y < reduced) [chosen, reduced] = [this.#unit(e, 1, price), price - y];
    });
    for (const column of columns) {
      const r = basis.reduced(column);
      if (r < reduced) [chosen, reduced] = [column, r];
    }
    if (chosen || this.found.length >= MOST_PLANS) return chosen;
    const plan = this.#oracle(this.#prices.map((price, e) => Math.min(price, Math.max(0, basis.duals[e + 1]!))));
    const column = plan && this.#columnOf(plan);
    if (!column || basis.reduced(column) >= least) return undefined;
    columns.push(column);
    return column;
  }

  run(): void {
    const { table, options } = this;
    const { ends } = this.state;
    const first = this.#oracle([...options.start]);
    if (!first || ends.length === 0) return;
    const places = [...this.#out].map((g) => table.names.indexOf(`group ${g}`));
    const known = options.pool.filter(({ totals }) => places.every((j) => totals[j] === 0));
    const columns = [...known, first].map((plan) => this.#columnOf(plan));
    const limits = ends.map(({ sign, at }, e) => ({ at: sign * at, price: this.#prices[e]! }));
    const basis = new Basis(columns.at(-1)!, limits);
    const least = -LEAST_SAVING * Math.max(1, Math.abs(columns.at(-1)!.cost));
    for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
      basis.price();
      const column = this.#entering(basis, columns, least);
      if (!column || !basis.enter(column)) break;
    }
  }
}

/**
 * The best bound that multipliers give for a state, by column generation: the master's rows are that plans' weights sum to 1
 * and the ends; its columns are plans, slacks and what breaking an end costs. Multipliers that the master finds price the
 * items, whose cheapest plan gives a bound and the next column. Dantzig and Wolfe, Decomposition principle for linear
 * programs, Operations Research 8 (1960); the bound is Lasdon's, Optimization Theory for Large Systems (1970), 3.7. Any
 * multipliers give a valid bound, so it is summed up from minima and never read from the master.
 */
export function refine(table: Table, state: State, options: RefineOptions): Refined {
  const master = new Master(table, state, options);
  master.run();
  return { ...master.best, found: master.found };
}
