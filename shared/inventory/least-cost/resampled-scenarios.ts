import { expectedShare, type DemandPrior } from "../../demand/slow/demand-prior.ts";
import { mix, randomFrom, type Random } from "../../numeric/random.ts";
import { SCENARIOS, type Scenario } from "./scenario.ts";

/** Periods beyond the lead time. */
const PERIODS = 100;
/** Half-lives, in demands, by which the past is forgotten: some scenarios go by the last few, some by many. */
const HALF_LIVES = [8, 16, 32, 64];
/** How much the evidence for a half-life counts: all of it would believe one of them on chance. */
const BELIEF = 0.5;
/** Periods that the mean of the whole past is worth beside the recent ones. */
const STRENGTH = 4;
/** Steps of the golden section spread any number of scenarios evenly over the half-lives. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Spread (sd of the logarithm) of sizes before any are seen, and the demands that this is worth. */
const SIZE_SPREAD = 0.75;
const SIZE_EVIDENCE = 3;
/** Sizes are varied by their spread times the number of demands to this power (Silverman, Density Estimation, 3.31). */
const SMOOTHING = -0.2;
/** Spread of a whole scenario's sizes where demand is as irregular as its mean: levels drift. */
const LEVEL_SPREAD = 0.3;

/**
 * Draws sizes near those seen, drawn towards their mean so that the logarithms vary no more than those seen do (the
 * smoothed bootstrap: Silverman, Density Estimation, 6.4.1).
 */
function sizeNear(sold: Float64Array): (size: number, random: Random) => number {
  const logs = sold.map(Math.log);
  const mean = logs.reduce((a, b) => a + b, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((a, x) => a + (x - mean) ** 2, SIZE_EVIDENCE * SIZE_SPREAD ** 2);
  const width = Math.max(1, logs.length) ** SMOOTHING;
  const noise = width * Math.sqrt(squares / (SIZE_EVIDENCE + logs.length));
  const shrinkage = 1 / Math.sqrt(1 + width * width);
  return (size, random) => Math.exp(mean + shrinkage * (Math.log(size) - mean + noise * random.normal()));
}

/** By how much to vary the level. */
function levelSpread(past: Float64Array): number {
  const mean = past.reduce((a, b) => a + b, 0) / past.length;
  const variance = past.reduce((a, x) => a + (x - mean) ** 2, 0) / past.length;
  return mean > 0 ? LEVEL_SPREAD * Math.min(1, Math.sqrt(variance) / mean) : 0;
}

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

/** Running sums of how much each half-life, in periods, is believed, by how well its discounted mean foretold each period. */
function beliefs(past: Float64Array, halfLives: readonly number[]): Float64Array {
  const mean = past.reduce((a, b) => a + b, 0) / past.length;
  const errors = halfLives.map((halfLife) => {
    const discount = 0.5 ** (1 / halfLife);
    let [sum, weight, squares] = [0, 0, 0];
    past.forEach((x, t) => {
      // The first quarter is what the forecasts start from.
      if (t > past.length / 4) squares += (x - (sum + STRENGTH * mean) / (weight + STRENGTH)) ** 2;
      sum = discount * sum + x;
      weight = discount * weight + 1;
    });
    return squares;
  });
  const least = Math.min(...errors);
  let sum = 0;
  // Gaussian likelihood of the errors, to the power of the belief.
  return Float64Array.from(
    errors,
    (squares) => (sum += least > 0 ? Math.exp((-past.length / 2) * BELIEF * (squares / least - 1)) : 1),
  );
}

const lognormal = (spread: number, random: Random): number =>
  Math.exp(spread * random.normal() - (spread * spread) / 2);

/**
 * Courses of demand resampled from an item's own past (at least one period) in blocks of random length, the stationary
 * bootstrap of Politis and Romano (J. American Statistical Association 89, 1994): rhythm and lumps stay as they were. Blocks
 * are as long as an order takes, or as the mean interval between demands.
 * Demands are left out, or put in, at random to come as often as the past and the prior of its kind let expect. The same
 * past gives the same scenarios.
 */
export function resampledScenarios(past: Float64Array, leadTime: number, prior?: DemandPrior): Scenario[] {
  const n = past.length;
  const sold = past.filter((x) => x > 0);
  const whole = past.every(Number.isInteger);
  const meanBlock = Math.max(leadTime + 1, n / Math.max(1, sold.length), 2);
  const near = sizeNear(sold);
  const drift = levelSpread(past);
  const share = sold.length / n;
  const expected = sold.length === 0 ? 0 : expectedShare(past, prior);
  const [keep, more] = [Math.min(1, expected / share), Math.max(0, expected - share) / (1 - share)];
  const halfLives = HALF_LIVES.map((demands) => (demands * n) / Math.max(1, sold.length));
  const weights = halfLives.map((halfLife) => startWeights(n, halfLife));
  const believed = beliefs(past, halfLives);
  const periods = PERIODS + leadTime;
  return Array.from({ length: SCENARIOS }, (_, k) => {
    const where = randomFrom(mix(1, k));
    const how = randomFrom(mix(2, k));
    const level = lognormal(drift, how);
    const starts = weights[firstAbove(believed, ((k * GOLDEN) % 1) * believed.at(-1)!)]!;
    const times: number[] = [];
    const sizes: number[] = [];
    for (let t = 0; t < periods;) {
      const start = firstAbove(starts, where.uniform() * starts[n - 1]!);
      const drawn = 1 + Math.floor(Math.log(1 - where.uniform()) / Math.log(1 - 1 / meanBlock));
      const length = Math.min(drawn, n - start, periods - t);
      for (let i = 0; i < length; i += 1) {
        const seen = past[start + i]!;
        if (seen > 0 ? how.uniform() >= keep : !(more > 0 && how.uniform() < more)) continue;
        const size = seen > 0 ? seen : sold[how.integer(0, sold.length - 1)]!;
        const varied = level * near(size, how);
        // Rounded at random, so that small sizes keep their mean.
        const demand = whole ? Math.floor(varied + how.uniform()) : varied;
        if (demand === 0) continue;
        times.push(t + i);
        sizes.push(demand);
      }
      t += length;
    }
    return { times: Int32Array.from(times), sizes: Float64Array.from(sizes), periods };
  });
}
