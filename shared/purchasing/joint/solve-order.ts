import { valueOrder, usedOf } from "./evaluate.ts";
import { keepsTo } from "./millionth.ts";
import { noSolver, type MixedSolver } from "./mixed.ts";
import type { PricedCap, SupplierOrder } from "./problem.ts";
import type { OrderSolution, SearchOptions } from "./order-solution.ts";
import { finish } from "./states/finish.ts";
import { endsWorth, outOf, pricesIn, recall, remember, type Remembered } from "./states/multipliers.ts";
import { cheapestPlan, type PooledPlan } from "./states/prices.ts";
import { openParts } from "./states/open-parts.ts";
import { refine } from "./states/refine.ts";
import { States, type State } from "./states/state.ts";
import { tableOf, type Table } from "./states/table.ts";
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

interface Node {
  readonly state: State;
  /** Key of the state that it is, or is a part of. */
  readonly root: string;
  bound: number;
  multipliers?: readonly number[];
  /** Whether it was looked at what it leaves open. */
  settled?: boolean;
}

/**
 * One order's best plan. All its states are bounded by prices, which they share; nearly all are discarded by that, and the
 * few left are finished.
 */
export class OrderSearch {
  readonly #table: Table;
  #states: States;
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
    private caps: readonly PricedCap[],
    readonly solver: MixedSolver,
    private readonly options: SearchOptions = {},
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
  offer(options: ArrayLike<number>): void {
    const picks = Array.from(options, (o, i) => o - this.#table.starts[i]!);
    const value = valueOrder(this.order, picks);
    if (value.broken.length > 0) return;
    const used = this.caps.map((cap) => usedOf(cap, 0, this.order, value, picks));
    if (this.caps.some(({ price, limit }, c) => price === undefined && !keepsTo(used[c]!, limit))) return;
    this.options.onPlan?.({ picks, cost: value.cost, used });
    const money = this.caps.reduce((sum, { price = 0 }, c) => sum + price * used[c]!, value.cost);
    const { objective, picks: other } = this.#best;
    const less = money < objective - SAME_MONEY;
    const tied = Math.abs(money - objective) <= SAME_MONEY;
    if (less || (tied && beforeInTie(this.order.lines, picks, other!)))
      this.#best = { ...this.#best, picks, value, used, objective: money };
  }

  /** Begins anew at other prices of the caps; what was learned of the order stays. */
  price(prices: readonly number[]): void {
    this.caps = this.caps.map((cap, c) => ({ ...cap, price: prices[c]! }));
    this.#states = new States(this.#table, this.caps);
    this.#best = { objective: Infinity, bound: -Infinity };
    this.#leftovers = 0;
    this.#finished = 0;
  }

  /** All states, bounded by what is remembered, once nothing is ordered and a plan that is known are valued. */
  #begin(start?: readonly number[]): Node[] {
    const { zero, starts, measures } = this.#table;
    if (!zero.includes(-1)) this.offer(zero);
    if (start) this.offer(start.map((k, i) => starts[i]! + k));
    const nodes: Node[] = this.#states.all().map((state) => ({ state, root: state.key, bound: -Infinity }));
    const none: Remembered = { lower: new Float64Array(measures.length), upper: new Float64Array(measures.length) };
    for (const remembered of [none, ...this.#remembered]) this.#boundAll(nodes, remembered);
    return nodes;
  }

  /**
   * Bounds by prices alone: of the order, and of each state that is within `window` of it. Others cost more than that.
   */
  bounds(window: number): { readonly bound: number; readonly states: ReadonlyMap<string, number> } {
    let nodes = this.#begin();
    const nothing = this.nothing() ?? Infinity;
    const leastOf = (): number => nodes.reduce((least, node) => Math.min(least, node.bound), nothing);
    for (let step = 0; step < MOST_STEPS; step++) {
      const limit = leastOf() + window;
      const open = nodes.filter((node) => !node.settled && node.bound <= limit);
      if (open.length === 0) break;
      const node = open.reduce((least, one) => (one.bound < least.bound ? one : least));
      if (!node.multipliers) {
        this.#refine(node);
        this.#boundAll(nodes, this.#remembered[0]!);
        continue;
      }
      node.settled = true;
      const split = this.#splitByLikely(node);
      if (split) nodes = [...nodes.filter((one) => one !== node), ...split];
    }
    const states = new Map<string, number>();
    for (const { root, bound } of nodes) states.set(root, Math.min(bound, states.get(root) ?? Infinity));
    return { bound: leastOf(), states };
  }

  /** What ordering nothing costs; undefined where a line is locked. */
  nothing(): number | undefined {
    const { zero, base } = this.#table;
    return zero.includes(-1) ? undefined : zero.reduce((sum, o) => sum + base[o]!, 0);
  }

  /** The most that the order can take of each cap. */
  mostUsed(): number[] {
    const { most, names } = this.#table;
    const { rate, freight } = this.order;
    return this.caps.map(({ kind, freight: counts }, c) => {
      const sum = most[names.indexOf(`cap ${c}`)]!;
      return kind === "money" ? rate * (sum + (counts[0] ? freight : 0)) : sum;
    });
  }

  solve(start?: readonly number[]): OrderSolution {
    let nodes = this.#begin(start);
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
      if (node.multipliers) continue;
      const multipliers = recall(state, remembered);
      const prices = pricesIn(state, multipliers);
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
    const prices = pricesIn(state, multipliers);
    const { cost } = cheapestPlan(this.#table, prices, outOf(state), this.#scratch);
    return cost + endsWorth(state.ends, multipliers) + state.fixed;
  }

  /** The state's own value; or the states it falls into, where its best plan breaks a rule that it left open. */
  #finish(node: Node): { readonly bound: number; readonly split?: Node[] | undefined } {
    const { state, bound, multipliers } = node;
    const likely = this.#splitByLikely(node);
    if (likely) return { bound, split: likely };
    this.#finished += 1;
    const proven = this.#boundBy(state, multipliers!);
    if (proven === Infinity) return { bound: Infinity };
    const finished = finish(this.#table, state, {
      multipliers: multipliers!,
      bound: proven,
      tolerance: Math.max(this.#tolerance, SAME_MONEY),
      enough: this.#enough(),
      solver: this.#leftovers < (this.options.leftovers ?? MOST_LEFTOVERS) ? this.#counted : noSolver,
      scratch: this.#scratch,
      offer: (picks) => {
        this.offer(picks);
        return this.#best.objective;
      },
      best: () => this.#best.objective,
    });
    const so = Math.max(bound, finished.bound);
    if (so > this.#best.objective - SAME_MONEY || !finished.picks) return { bound: so };
    return { bound: so, split: this.#settle({ ...node, bound: so }, finished.picks) };
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

  /** The parts of a state by a rule that it left open and its cheapest plan at the multipliers breaks. */
  #splitByLikely(node: Node): Node[] | undefined {
    const { state, multipliers } = node;
    const { cost, picks } = cheapestPlan(this.#table, pricesIn(state, multipliers!), outOf(state), this.#scratch);
    return cost === Infinity ? undefined : this.#settle(node, picks);
  }

  #settle({ state, root, bound }: Node, picks: Int32Array): Node[] | undefined {
    return openParts(this.#states, state, picks)?.map((part) => ({ state: part, root, bound }));
  }
}
