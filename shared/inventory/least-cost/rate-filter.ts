import { logGamma } from "../../numeric/gamma-function.ts";

/** Grid of rates: step of the logarithm, and steps on either side of the centre (rates from a 55th to 55 times it). */
const STEP = 0.125;
const HALF = 32;
const POINTS = 2 * HALF + 1;
/** Spread (sd of the logarithm) of the rates that an item may come to. */
const RATE_SPREAD = 0.8;
/** Standard deviations of the rate's logarithm from period to period. */
const WALKS = [0, 0.05, 0.1];
/** Shapes of demand around the rate: its squared coefficient of variation is 1 / rate + 1 / shape. */
const SHAPES = [0.12, 0.25, 0.5, 1, 2, 4, 8, 16, 40, 120];
/**
 * Chances in a period that the rate becomes another, of those an item may come to; that demand stops (out of stock, out of
 * season); and that it returns.
 */
export const MOTION = { jump: 0.02, stop: 0.01, return: 0.1 } as const;

/** What may be true of an item: its rate, how that moves, how demand varies around it, and whether it sells just now. */
export interface RateState {
  readonly rate: number;
  readonly walk: number;
  readonly shape: number;
  readonly sells: boolean;
}

/**
 * Follows the rate of an item's demand, period by period: the exact Bayesian filter on a grid of rates for negative
 * binomial demand whose rate walks on the log scale, jumps, and pauses, averaged over how much it walks and how widely
 * demand varies (a hidden Markov model: Zucchini, MacDonald & Langrock, Hidden Markov Models for Time Series, 2.2; West &
 * Harrison, Bayesian Forecasting and Dynamic Models, 12.3 for the average over models).
 */
export class RateFilter {
  readonly #rates: Float64Array;
  /** Chances of the rates that an item may come to. */
  readonly #prior: Float64Array;
  /** Chances by walk, shape and rate: of selling, and of a pause. */
  readonly #sells: Float64Array;
  readonly #pauses: Float64Array;
  readonly #moved = new Float64Array(POINTS);
  readonly #likelihoods = SHAPES.map(() => new Float64Array(POINTS));
  #begun = false;

  /** @param centre usual demand a period, greater than 0 */
  constructor(centre: number) {
    this.#rates = Float64Array.from({ length: POINTS }, (_, i) => centre * Math.exp((i - HALF) * STEP));
    const raw = Float64Array.from({ length: POINTS }, (_, i) =>
      Math.exp(-0.5 * (((i - HALF) * STEP) / RATE_SPREAD) ** 2),
    );
    const total = raw.reduce((a, b) => a + b, 0);
    this.#prior = raw.map((x) => x / total);
    const models = WALKS.length * SHAPES.length;
    this.#sells = Float64Array.from({ length: models * POINTS }, (_, j) => this.#prior[j % POINTS]! / models);
    this.#pauses = new Float64Array(models * POINTS);
  }

  /** Takes in the demand of the next period. */
  see(demand: number): void {
    this.#weigh(demand);
    let total = 0;
    for (let walk = 0, at = 0; walk < WALKS.length; walk += 1)
      for (let shape = 0; shape < SHAPES.length; shape += 1, at += POINTS)
        total += this.#step(at, WALKS[walk]!, this.#likelihoods[shape]!, demand === 0);
    for (const chances of [this.#sells, this.#pauses]) for (let j = 0; j < chances.length; j += 1) chances[j]! /= total;
    this.#begun = true;
  }

  /** The state at `share` (0 to 1) of the way through all of them, by rising rate; `coin` (0 to 1) decides of a pause. */
  state(share: number, coin: number): RateState {
    const models = WALKS.length * SHAPES.length;
    let [sum, last] = [0, 0];
    for (let i = 0; i < POINTS; i += 1)
      for (let model = 0; model < models; model += 1) {
        const j = model * POINTS + i;
        const chance = this.#sells[j]! + this.#pauses[j]!;
        if (chance === 0) continue;
        last = j;
        sum += chance;
        if (sum > share) return this.#stateAt(j, coin);
      }
    return this.#stateAt(last, coin);
  }

  /** A rate that the item may come to. */
  jumped(share: number): number {
    let [i, sum] = [0, this.#prior[0]!];
    while (sum <= share && i < POINTS - 1) sum += this.#prior[(i += 1)]!;
    return this.#rates[i]!;
  }

  #stateAt(j: number, coin: number): RateState {
    const model = Math.floor(j / POINTS);
    return {
      rate: this.#rates[j % POINTS]! * Math.exp((coin - 0.5) * STEP),
      walk: WALKS[Math.floor(model / SHAPES.length)]!,
      shape: SHAPES[model % SHAPES.length]!,
      sells: coin * (this.#sells[j]! + this.#pauses[j]!) < this.#sells[j]!,
    };
  }

  /** Likelihoods of a demand at each shape and rate, relative to the largest, so that no demand makes all of them 0. */
  #weigh(demand: number): void {
    let top = -Infinity;
    SHAPES.forEach((k, s) => {
      const head = logGamma(demand + k) - logGamma(k) - logGamma(demand + 1);
      const likelihood = this.#likelihoods[s]!;
      for (let i = 0; i < POINTS; i += 1) {
        const rate = this.#rates[i]!;
        const log = head - k * Math.log1p(rate / k) - (demand > 0 ? demand * Math.log1p(k / rate) : 0);
        likelihood[i] = log;
        top = Math.max(top, log);
      }
    });
    for (const likelihood of this.#likelihoods)
      for (let i = 0; i < POINTS; i += 1) likelihood[i] = Math.exp(likelihood[i]! - top);
  }

  /** One model's chances after a period, their sum answered. */
  #step(at: number, walk: number, likelihood: Float64Array, nothing: boolean): number {
    const [sells, pauses, moved] = [this.#sells, this.#pauses, this.#moved];
    // A walk of one grid step down or up, with the chances that give it the walk's variance.
    const aside = this.#begun ? (walk * walk) / (2 * STEP * STEP) : 0;
    const jump = this.#begun ? MOTION.jump : 0;
    let mass = 0;
    for (let i = 0; i < POINTS; i += 1) mass += sells[at + i]!;
    for (let i = 0; i < POINTS; i += 1) {
      const neighbours = sells[at + Math.max(0, i - 1)]! + sells[at + Math.min(POINTS - 1, i + 1)]!;
      const stays = (1 - 2 * aside) * sells[at + i]! + aside * neighbours;
      moved[i] = (1 - jump) * stays + jump * mass * this.#prior[i]!;
    }
    let total = 0;
    for (let i = 0; i < POINTS; i += 1) {
      const paused = pauses[at + i]!;
      total += sells[at + i] = ((1 - MOTION.stop) * moved[i]! + MOTION.return * paused) * likelihood[i]!;
      total += pauses[at + i] = nothing ? MOTION.stop * moved[i]! + (1 - MOTION.return) * paused : 0;
    }
    return total;
  }
}
