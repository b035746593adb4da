import { mix, randomFrom, type Random } from "../../numeric/random.ts";

/** One course that demand may take: the periods with demand and how much, oldest first. */
export interface Scenario {
  readonly times: Int32Array;
  readonly sizes: Float64Array;
  readonly periods: number;
}

const SCENARIOS = 32;
/** Periods beyond the lead time. */
const PERIODS = 100;
/** Half-lives, in periods, by which the past is forgotten: some scenarios go by the last few months, some by all of it. */
const HALF_LIVES = [16, 32, 64, Infinity];
/** Blocks span this many intervals between demands on average, so that a steady rhythm stays one. */
const INTERVALS = 2;
/** Spread (sd of the logarithm) of a demand's size around one seen, times the number of demands to this power. */
const SIZE_SPREAD = 0.75;
const SPREAD_POWER = -0.2;
/** Spread of a whole scenario's sizes: demand levels drift. */
const LEVEL_SPREAD = 0.3;

/** Index of the first element of an ascending list above x. */
function firstAbove(ascending: Float64Array, x: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Running sums of each period's chance to be where a block starts. */
function startWeights(periods: number, halfLife: number): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: periods }, (_, i) => (sum += 0.5 ** ((periods - 1 - i) / halfLife)));
}

const lognormal = (spread: number, random: Random): number =>
  Math.exp(spread * random.normal() - (spread * spread) / 2);

/**
 * Courses of demand resampled from an item's own past (at least one period) in blocks of random length, the stationary
 * bootstrap of Politis and Romano (J. American Statistical Association 89, 1994): rhythm and lumps stay as they were.
 * One demand's worth is left out at random, since an item is looked at because it sold. The same past gives the same
 * scenarios.
 */
export function demandScenarios(past: Float64Array, leadTime: number): Scenario[] {
  const n = past.length;
  const sold = past.filter((x) => x > 0);
  const whole = past.every(Number.isInteger);
  const meanBlock = Math.max(leadTime + 1, (INTERVALS * n) / Math.max(1, sold.length), 2);
  const spread = SIZE_SPREAD * Math.max(1, sold.length) ** SPREAD_POWER;
  const keep = 1 - 1 / Math.max(1, sold.length);
  const weights = HALF_LIVES.map((halfLife) => startWeights(n, halfLife));
  const periods = PERIODS + leadTime;
  return Array.from({ length: SCENARIOS }, (_, k) => {
    const where = randomFrom(mix(1, k));
    const how = randomFrom(mix(2, k));
    const level = lognormal(LEVEL_SPREAD, how);
    const starts = weights[k % weights.length]!;
    const times: number[] = [];
    const sizes: number[] = [];
    for (let t = 0; t < periods; ) {
      const start = firstAbove(starts, where.uniform() * starts[n - 1]!);
      const drawn = 1 + Math.floor(Math.log(1 - where.uniform()) / Math.log(1 - 1 / meanBlock));
      const length = Math.min(drawn, n - start, periods - t);
      for (let i = 0; i < length; i += 1) {
        const size = past[start + i]!;
        if (!(size > 0) || how.uniform() >= keep) continue;
        const varied = size * level * lognormal(spread, how);
        times.push(t + i);
        sizes.push(whole ? Math.max(1, Math.round(varied)) : varied);
      }
      t += length;
    }
    return { times: Int32Array.from(times), sizes: Float64Array.from(sizes), periods };
  });
}
