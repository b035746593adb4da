import { valueOrder, usedOf, type OrderValue } from "./evaluate.ts";
import { keepsTo } from "./millionth.ts";
import { noSolver, type MixedSolver } from "./mixed.ts";
import type { Cap, SupplierOrder } from "./problem.ts";
import { finish } from "./states/finish.ts";
import { endsWorth, outOf, pricesIn, recall, remember, type Remembered } from "./states/multipliers.ts";
import { cheapestPlan, pooled, type PooledPlan } from "./states/prices.ts";
import { refine } from "./states/refine.ts";
import { States, type State } from "./states/state.ts";
import { tableOf, type MeasureName, type Table } from "./states/table.ts";
import { beforeInTie, SAME_MONEY } from "./tie.ts";

/** Lines up to which a plan is proven to the last tie. */
const FEW = 12;
/** Money within which a plan is proven where there are more. */
const TOLERANCE = 0.005;
/** Share of the order's value within which a plan is good enough where proving more takes long. */
const ENOUGH = 40e-6;
/** States worked on, and multipliers tried on all others. */
const MOST_STEPS = 1000;
const MOST_FINISHED = 40;
const REMEMBERED = 4;
const MOST_LEFTOVERS = 6;
const MOST_POOLED = 400;

export interface OrderSolution {
  /** The option of each line; undefined where the rules cannot all be kept. */
  readonly picks?: readonly number[] | undefined;
  readonly value?: OrderValue | undefined;
  /** Infinity where there is none. */
  readonly objective: number;
  /** No plan costs less. */
  readonly bound: number;
}

interface Node {
  readonly state: State;
  bound: number;
  multipliers?: readonly number[];
}

/**
 * One order's best plan. All its states are bounded by prices, which they share; nearly all are discarded by that, and the
 * few left are finished.
 */
export class OrderSearch {
  readonly #table: Table;
  readonly #states: States;
  readonly #scratch: Float64Array;
  readonly #pool: PooledPlan[] = [];
  readonly #remembered: Remembered[] = [];
  readonly #penalty: number;
  readonly #tolerance: number;
  #best: OrderSolution = { objective: Infinity, bound: -Infinity };
  #leftovers = 0;
  #finished = 0;

  constructor(
    readonly order: SupplierOrder,
    readonly caps: readonly Cap[],
    readonly solver: MixedSolver,
  ) {
    this.#table = tableOf(order, caps);
    this.#states = new States(this.#table, caps);
    this.#scratch = new Float64Array(this.#table.base.length);
    this.#tolerance = order.lines.length <= FEW ? -SAME_MONEY : TOLERANCE;
    this.#penalty = this.#largestCost();
  }

  /** More than any plan can save by breaking an end. */
  #largestCost(): number {
    const { base, measures, starts, items } = this.#table;
    let spread = 1;
    for (let i = 0; i < items; i++) {
      let [least, most] = [Infinity, -Infinity];
      for (let o = starts[i]!; o < starts[i + 1]!; o++) {
        const cost = base[o]!;
        least = Math.min(least, cost);
        most = Math.max(most, cost + (this.order.rate * measures[0]![o]!) / this.#table.toScale[0]!);
      }
      spread += most - least;
    }
    return 1000 * spread;
  }

  /** Values a plan; it becomes the best where it keeps all rules and costs less, or as much and comes first in a tie. */
  offer(options: ArrayLike<number>): OrderValue {
    const picks = Array.from(options, (o, i) => o - this.#table.starts[i]!);
    const value = valueOrder(this.order, picks);
    const over = this.caps.some((cap) => !keepsTo(usedOf(cap, 0, this.order, value, picks), cap.limit));
    if (value.broken.length > 0 || over) return value;
    const { objective, picks: other } = this.#best;
    const less = value.cost < objective - SAME_MONEY;
    const tied = Math.abs(value.cost - objective) <= SAME_MONEY;
    if (less || (tied && beforeInTie(this.order.lines, picks, other!)))
      this.#best = { ...this.#best, picks, value, objective: value.cost };
    return value;
  }

  solve(start?: readonly number[]): OrderSolution {
    const { zero, starts } = this.#table;
    if (!zero.includes(-1)) this.offer(zero);
    if (start) this.offer(start.map((k, i) => starts[i]! + k));
    let nodes: Node[] = this.#states.all().map((state) => ({ state, bound: -Infinity }));
    const none: Remembered = {
      lower: new Float64Array(this.#table.measures.length),
      upper: new Float64Array(this.#table.measures.length),
    };
    this.#boundAll(nodes, none);
    let closed = Infinity;
    for (let step = 0; step < MOST_STEPS && nodes.length > 0; step++) {
      const node = nodes.reduce((least, one) => (one.bound < least.bound ? one : least));
      if (node.bound > this.#best.objective - this.#tolerance || this.#finished > MOST_FINISHED) break;
      if (!node.multipliers) {
        this.#refine(node);
        this.#boundAll(nodes, this.#remembered[0]!);
        continue;
      }
      nodes = nodes.filter((one) => one !== node);
      const { bound, split } = this.#finish(node);
      if (split) nodes.push(...split);
      else closed = Math.min(closed, bound);
    }
    const open = nodes.reduce((least, { bound }) => Math.min(least, bound), closed);
    return { ...this.#best, bound: Math.min(open, this.#best.objective) };
  }

  /** Bounds of states by multipliers that were found in another. */
  #boundAll(nodes: readonly Node[], remembered: Remembered): void {
    const known = new Map<string, number>();
    for (const node of nodes) {
      const { state } = node;
      if (node.bound > this.#best.objective) continue;
      const multipliers = recall(state, remembered);
      const prices = pricesIn(state, multipliers, this.#table.measures.length);
      const out = outOf(state);
      const key = `${prices.join(" ")} ${[...out].join(" ")}`;
      let cost = known.get(key);
      if (cost === undefined) {
        const plan = cheapestPlan(this.#table, prices, out, this.#scratch);
        cost = plan.cost;
        known.set(key, cost);
        if (cost < Infinity) this.offer(plan.picks);
      }
      node.bound = Math.max(node.bound, cost + endsWorth(state.ends, multipliers) + state.fixed);
    }
  }

  #refine(node: Node): void {
    const { state } = node;
    const start = this.#remembered[0] ? recall(state, this.#remembered[0]) : state.ends.map(() => 0);
    const { bound, multipliers, found } = refine(this.#table, state, {
      start,
      pool: this.#pool,
      penalty: this.#penalty,
      scratch: this.#scratch,
    });
    for (const plan of found) this.offer(plan.picks);
    this.#pool.push(...found);
    if (this.#pool.length > MOST_POOLED) this.#pool.splice(0, this.#pool.length - MOST_POOLED);
    node.bound = Math.max(node.bound, bound);
    node.multipliers = multipliers;
    this.#remembered.unshift(remember(state, multipliers, this.#table));
    this.#remembered.length = Math.min(this.#remembered.length, REMEMBERED);
  }

  /** The bound that a multiplier set proves of a state. */
  #boundBy(state: State, multipliers: readonly number[]): number {
    const prices = pricesIn(state, multipliers, this.#table.measures.length);
    const { cost } = cheapestPlan(this.#table, prices, outOf(state), this.#scratch);
    return cost + endsWorth(state.ends, multipliers) + state.fixed;
  }

  /** The state's own value; or the states it falls into, where its best plan breaks a rule that it left open. */
  #finish({ state, bound, multipliers }: Node): { readonly bound: number; readonly split?: Node[] | undefined } {
    const likely = cheapestPlan(
      this.#table,
      pricesIn(state, multipliers!, this.#table.measures.length),
      outOf(state),
      this.#scratch,
    );
    const before = likely.cost < Infinity ? this.#settle(state, likely.picks) : undefined;
    if (before) return { bound, split: before.map((child) => ({ state: child, bound })) };
    this.#finished += 1;
    const proven = this.#boundBy(state, multipliers!);
    if (proven === Infinity) return { bound: Infinity };
    const finished = finish(this.#table, state, {
      multipliers: multipliers!,
      bound: proven,
      tolerance: Math.max(this.#tolerance, SAME_MONEY),
      enough: this.#enough(),
      solver: this.#leftovers < MOST_LEFTOVERS ? this.#counted : noSolver,
      scratch: this.#scratch,
      offer: (picks) => {
        this.offer(picks);
        return this.#best.objective;
      },
      best: () => this.#best.objective,
    });
    const so = Math.max(bound, finished.bound);
    if (so > this.#best.objective - SAME_MONEY || !finished.picks) return { bound: so };
    return { bound: so, split: this.#settle(state, finished.picks)?.map((child) => ({ state: child, bound: so })) };
  }

  /** Money within which a plan is good enough where proving more takes long. */
  #enough(): number {
    const { value } = this.#best;
    return value ? ENOUGH * this.order.rate * value.value : 0;
  }

  readonly #counted: MixedSolver = (program) => {
    this.#leftovers += 1;
    return this.solver(program);
  };

  /** The states that a state falls into by the first rule that it left open and a plan breaks. */
  #settle(state: State, picks: Int32Array): State[] | undefined {
    const { groups } = this.order;
    const { totals } = pooled(this.#table, picks);
    const amount = (name: MeasureName): number => {
      const j = this.#table.names.indexOf(name);
      return totals[j]! / this.#table.toScale[j]!;
    };
    const g = groups.findIndex(
      ({ quantity }, index) =>
        !state.groups.has(index) && amount(`group ${index}`) > 0 && amount(`group ${index}`) < quantity - 1e-9,
    );
    if (g >= 0) return this.#states.settleGroup(state, g);
    const fills = this.#states.settleFill(state);
    const filled = fills?.some(({ ends }) => {
      const { measure, at } = ends.at(-1)!;
      return totals[measure]! >= at;
    });
    return filled ? undefined : fills;
  }
}
