import { FROZEN } from "./frozen.ts";
import { seasonality } from "./seasonality.ts";

/** A history with unit, season, level and scale taken out. */
export interface ScaledHistory {
  /** The latest points, as they came. */
  readonly values: readonly number[];
  /** Periods in a season, 1 for none. */
  readonly season: number;
  readonly unit: number;
  readonly logarithmic: boolean;
  /** `values` on the model's scale: in units, or the logarithm of that. */
  readonly onScale: Float64Array;
  /** The same without the season. */
  readonly adjusted: Float64Array;
  /** Seasonal terms by phase, and the share of the raw ones that was kept. */
  readonly terms: Float64Array;
  readonly kept: number;
  /** Seasonal term of period t of the history, or ahead of it. */
  term(t: number): number;
  readonly level: number;
  /** Mean absolute change of `adjusted`. */
  readonly scale: number;
  /** A value without season, on the model's scale, in scales from the level. */
  z(adjusted: number): number;
  /** z of an observed value h periods ahead. */
  toZ(value: number, h: number): number;
  /** Value h periods ahead of a z. */
  fromZ(z: number, h: number): number;
}

export function mean(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += values[t]!;
  return sum / (to - from);
}

/** Whether the series is positive and even enough for logarithms. */
function suitsLogarithm(values: readonly number[]): boolean {
  let change = 0;
  for (let t = 0; t < values.length; t++) {
    if (!(values[t]! > 0)) return false;
    if (t > 0) change += Math.abs(Math.log(values[t]! / values[t - 1]!));
  }
  return change < FROZEN.rough * Math.max(1, values.length - 1);
}

/** Mean size of the latest values; of all where those are 0. */
function unitOf(values: readonly number[], season: number): number {
  const n = values.length;
  const sizes = values.map(Math.abs);
  let unit = mean(sizes, Math.max(0, n - Math.max(2 * season, FROZEN.unitPoints)), n);
  if (unit === 0) unit = mean(sizes, 0, n);
  // A history that fell by many powers of ten is seen in a unit in which its past does not overflow.
  return Math.max(unit, FROZEN.leastUnit * values.reduce((a, x) => Math.max(a, Math.abs(x)), 0)) || 1;
}

/** The last level of simple exponential smoothing. */
function levelOf(values: Float64Array): number {
  const n = values.length;
  let level = mean(values, 0, Math.min(FROZEN.levelStart, n));
  for (let t = 0; t < n; t++) level += FROZEN.levelStep * (values[t]! - level);
  return level;
}

/** Mean absolute change of the latest values. */
function scaleOf(values: Float64Array): number {
  const n = values.length;
  let change = 0;
  const from = Math.max(1, n - FROZEN.scaleChanges);
  for (let t = from; t < n; t++) change += Math.abs(values[t]! - values[t - 1]!);
  return Math.max(FROZEN.leastScale, n > 1 ? change / (n - from) : FROZEN.scaleOfOne);
}

/** @param linear never take logarithms */
export function scaledHistory(history: readonly number[], season: number, linear: boolean): ScaledHistory {
  const values = history.slice(-FROZEN.longest);
  const n = values.length;
  const unit = unitOf(values, season);
  const logarithmic = !linear && suitsLogarithm(values);
  const toScale = logarithmic
    ? (x: number) => Math.log(Math.max(x / unit, FROZEN.leastValue))
    : (x: number) => x / unit;
  const onScale = Float64Array.from(values, toScale);
  const ceiling = onScale.reduce((a, x) => Math.max(a, x), -Infinity) + Math.log(FROZEN.mostGrowth);
  const fromScale = logarithmic ? (x: number) => unit * Math.exp(Math.min(x, ceiling)) : (x: number) => unit * x;
  const { terms, kept } = seasonality(onScale, season);
  const term = (t: number): number => terms[t % terms.length]!;
  const adjusted = onScale.map((x, t) => x - term(t));
  const level = levelOf(adjusted);
  const scale = scaleOf(adjusted);
  const z = (x: number): number => (x - level) / scale;
  return {
    values,
    season,
    unit,
    logarithmic,
    onScale,
    adjusted,
    terms,
    kept,
    term,
    level,
    scale,
    z,
    toZ: (value, h) => z(toScale(value) - term(n - 1 + h)),
    fromZ: (x, h) => fromScale(level + scale * x + term(n - 1 + h)),
  };
}
