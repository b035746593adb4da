import type { Spans } from "./spans.ts";
import { meanOf, type States } from "./states.ts";

/** Lengths of the latest windows whose means are told. */
const WINDOWS = [1, 2, 3, 4, 6, 8, 13, 26, 52] as const;
/** Of the shares of periods without sales. */
const SILENCES = [4, 13, 26] as const;
/** Smoothing of the level without peaks, and the quantile above which is one. */
const CLIPPED_ALPHA = 0.15;
const PEAK = 0.95;
/** Part of the scale that keeps a ratio of two seasons from running away. */
const SHRINK = 0.3;
/** Periods beyond which age says no more: in a table of items that all start together it would name single weeks. */
const MOST_AGE = 156;

/** What an item's features are called, in their order. */
export const ITEM_FEATURES: readonly string[] = [
  ...WINDOWS.map((k) => `mean of the last ${k}`),
  "mean",
  "level 0.05",
  "level 0.1",
  "level 0.2",
  "level 0.3",
  "level 0.5",
  "own level",
  "own middle level",
  "demand rate",
  "slow demand rate",
  "peak",
  "median",
  "maximum",
  "level without peaks",
  "variation",
  "noise",
  "autocorrelation",
  ...SILENCES.map((k) => `silent share of the last ${k}`),
  "silent since",
  "interval",
  "silent intervals",
  "age",
];

/** The same of those that tell of a year ago, which need to know how long a year is. */
export const YEAR_FEATURES: readonly string[] = ["same time last year", "season", "growth"];

/** Means over parts of the last periods present. */
interface Shape {
  readonly peak: number;
  readonly median: number;
  readonly maximum: number;
  readonly variation: number;
  readonly noise: number;
  readonly autocorrelation: number;
}

/** Linear between neighbours, as most quantiles of samples are. */
function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

function shapeOf(values: Float64Array, t: number, length: number, scale: number): Shape {
  const part = values.subarray(Math.max(0, t - length), t).filter((x) => !Number.isNaN(x));
  const n = part.length;
  const sorted = Float64Array.from(part).sort();
  let mean = 0;
  for (const x of part) mean += x / n;
  let [squares, changes, products] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    squares += (part[i]! - mean) ** 2;
    if (i === 0) continue;
    changes += (part[i]! - part[i - 1]!) ** 2;
    products += (part[i]! - mean) * (part[i - 1]! - mean);
  }
  return {
    peak: quantileOf(sorted, PEAK) / scale,
    median: quantileOf(sorted, 0.5) / scale,
    maximum: sorted[n - 1]! / scale,
    variation: mean > 0 ? Math.sqrt(squares / n) / mean : NaN,
    noise: n > 1 ? Math.sqrt(changes / (n - 1)) / scale : NaN,
    autocorrelation: squares > 0 ? products / squares : NaN,
  };
}

/** The exponential mean of values of which none counts more than `most`. */
function clippedLevel(values: Float64Array, t: number, most: number): number {
  let [sum, weight] = [0, 0];
  for (let u = 0; u < t; u += 1) {
    const x = values[u]!;
    if (Number.isNaN(x)) continue;
    sum += CLIPPED_ALPHA * (Math.min(x, most) - sum);
    weight += CLIPPED_ALPHA * (1 - weight);
  }
  return weight > 0 ? sum / weight : 0;
}

/**
 * What is known of an item after t of its periods, in its own scale: nothing after t is looked at. NaN where the history is
 * too short to say.
 * @param peaks periods that peaks and noise are seen in
 */
export function featuresAt(states: States, t: number, peaks: number): number[] {
  const { values, sum, seen, sold, silent, levels, full, middle, demands, scale } = states;
  const s = scale[t]!;
  const shape = shapeOf(values, t, peaks, s);
  const silentShare = (k: number): number => {
    const from = Math.max(0, t - k);
    const count = seen[t]! - seen[from]!;
    return count > 0 ? 1 - (sold[t]! - sold[from]!) / count : NaN;
  };
  const interval = seen[t]! / Math.max(1, sold[t]!);
  return [
    ...WINDOWS.map((k) => meanOf(states, t - k, t) / s),
    sum[t]! / Math.max(1, seen[t]!) / s,
    ...levels.map((level) => level[t]! / s),
    full[t]! / s,
    middle[t]! / s,
    ...demands.map((rate) => rate[t]! / s),
    shape.peak,
    shape.median,
    shape.maximum,
    clippedLevel(values, t, shape.peak * s) / s,
    shape.variation,
    shape.noise,
    shape.autocorrelation,
    ...SILENCES.map(silentShare),
    silent[t]!,
    interval,
    silent[t]! / interval,
    Math.min(t, MOST_AGE),
  ];
}

/** The same of a year ago, about the periods whose demand is to be told: `horizon` of them after t. */
export function yearFeaturesAt(states: States, t: number, horizon: number, { year, quarter }: Spans): number[] {
  const s = states.scale[t]!;
  const then = t - year;
  const lastYear = meanOf(states, then, Math.min(t, then + horizon));
  const before = meanOf(states, then - quarter, then);
  const lately = meanOf(states, t - quarter, t);
  return [lastYear / s, (lastYear + SHRINK * s) / (before + SHRINK * s), (lately + SHRINK * s) / (before + SHRINK * s)];
}

/** Place of the noise among an item's features: how much neighbouring periods differ, in the item's scale. */
export const NOISE = ITEM_FEATURES.indexOf("noise");
