import type { MdpPolicy, ReplenishmentMdp } from "./replenishment-mdp.ts";

export interface AverageCost {
  /** Per period. */
  readonly cost: number;
  /** The Bellman residual: by how much the equation that `cost` and the values solve is missed, at most, in any state. */
  readonly residual: number;
}

export interface OptimalMdpPolicy extends AverageCost {
  readonly policy: MdpPolicy;
}

/** The residual that ends the search, of the cost per period or of 1, whichever is more. */
const TOLERANCE = 1e-11;
/** Of the largest value: closer than that, rounding decides. */
const ROUNDING = 1e-14;
/** The share of a sweep's change that is taken: less than all, or sure demand would send the values round in circles. */
const STEP = 0.9;
/** An order must beat another by more than rounding to replace it. */
const TIE = 1e-13;

type Look = (state: number, order: number) => number;

/** The place of an order for a state, where `now` is that of the last sweep and `last` the largest allowed. */
type Choose = (look: Look, state: number, last: number, now: number) => number;

const keep: Choose = (_look, _state, last, now) => Math.min(now, last);

/** The best of all; the smallest of those as good. */
const all: Choose = (look, state, last) => {
  let best = 0;
  let least = look(state, 0);
  for (let order = 1; order <= last; order += 1) {
    const value = look(state, order);
    if (value < least - TIE * Math.abs(least)) [best, least] = [order, value];
  }
  return best;
};

/** Downhill from the last one. */
const near: Choose = (look, state, last, now) => {
  let best = Math.min(now, last);
  let least = look(state, best);
  for (const step of [-1, 1])
    for (let order = best + step; order >= 0 && order <= last; order += step) {
      const value = look(state, order);
      if (!(value < least - TIE * Math.abs(least))) break;
      [best, least] = [order, value];
    }
  return best;
};

/** From the quickest to the most thorough, with the number of orders each looks at in a state that may have so many. */
const SEARCHES: readonly { readonly choose: Choose; readonly looks: (orders: number) => number }[] = [
  { choose: keep, looks: () => 1 },
  { choose: near, looks: () => 4 },
  { choose: all, looks: (orders) => orders },
];
const LAST = SEARCHES.length - 1;
/** Every so many sweeps look around, and look at all orders, before the values have settled. */
const NEAR_EVERY = 4;
const ALL_EVERY = 32;
/** Fewer looks at a state than this, besides one at every order, hardly ever suffice. */
const FEWEST_LOOKS = 70;

/** Values of the states, improved in place one sweep at a time. */
class Iteration {
  readonly #mdp: ReplenishmentMdp;
  readonly #policy: MdpPolicy;
  readonly #last: Int32Array;
  readonly #values: Float64Array;
  readonly #next: Float64Array;

  constructor(mdp: ReplenishmentMdp, policy: MdpPolicy) {
    this.#mdp = mdp;
    this.#policy = policy;
    this.#last = mdp.states.map((state) => mdp.lastOrder(state));
    this.#values = new Float64Array(mdp.size);
    this.#next = new Float64Array(mdp.size);
  }

  /** The average cost lies within the least and the greatest change of a sweep (Puterman, theorem 8.5.5). */
  sweep(choose: Choose): AverageCost & { readonly settled: boolean } {
    const { states } = this.#mdp;
    const look = this.#mdp.lookAhead(this.#values);
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < states.length; i += 1) {
      const state = states[i]!;
      const order = choose(look, state, this.#last[i]!, this.#policy[state]!);
      const change = look(state, order) - this.#values[state]!;
      this.#policy[state] = order;
      this.#next[state] = this.#values[state]! + STEP * change;
      low = Math.min(low, change);
      high = Math.max(high, change);
    }
    const origin = this.#next[states[0]!]!;
    let largest = 0;
    for (const state of states) {
      this.#values[state] = this.#next[state]! - origin;
      largest = Math.max(largest, Math.abs(this.#values[state]!));
    }
    const [cost, residual] = [(low + high) / 2, (high - low) / 2];
    return { cost, residual, settled: residual <= Math.max(TOLERANCE * Math.max(1, cost), ROUNDING * largest) };
  }
}

/**
 * The policy of least average cost, with all orders tried in every state at the end; null where `steps` of arithmetic do
 * not suffice. Most sweeps keep each state's order and only improve the values (modified policy iteration); some look at
 * the neighbours of it, for values are convex in the order where nothing but units costs (Zipkin, "On the structure of
 * lost-sales inventory models", Operations Research 56, 2008); few look at all orders.
 *
 * Puterman, Markov Decision Processes (1994), sections 8.5.4 (aperiodicity), 8.5.5 (relative value iteration) and 8.7.
 */
export function optimalMdpPolicy(mdp: ReplenishmentMdp, steps: number): OptimalMdpPolicy | null {
  const policy: MdpPolicy = new Int32Array(mdp.size);
  const iteration = new Iteration(mdp, policy);
  const stepsOf = (looks: number): number => mdp.effort.sweep + mdp.states.length * looks * mdp.effort.look;
  if (stepsOf(FEWEST_LOOKS + mdp.orders.length) > steps) return null;
  for (let sweep = 1, rank = 0, left = steps; left > 0; sweep += 1) {
    const search = SEARCHES[rank]!;
    const { cost, residual, settled } = iteration.sweep(search.choose);
    if (settled && rank === LAST) return { cost, residual, policy };
    left -= stepsOf(search.looks(mdp.orders.length));
    if (settled) rank += 1;
    else rank = sweep % ALL_EVERY === 0 ? LAST : sweep % NEAR_EVERY === 0 ? 1 : 0;
  }
  return null;
}

/** The average cost of a policy; null where `steps` of arithmetic do not suffice. */
export function mdpPolicyCost(mdp: ReplenishmentMdp, policy: MdpPolicy, steps: number): AverageCost | null {
  const iteration = new Iteration(mdp, Int32Array.from(policy));
  const each = mdp.effort.sweep + mdp.states.length * mdp.effort.look;
  for (let left = steps; left > 0; left -= each) {
    const { cost, residual, settled } = iteration.sweep(keep);
    if (settled) return { cost, residual };
  }
  return null;
}
