/** Additive seasonal pattern of a series. */
export interface Seasonality {
  /** Seasonal term of each phase (position modulo the season), summing to about 0; all 0 without a season. */
  readonly terms: Float64Array;
  /** James-Stein factor applied to the raw terms: 0 = no pattern beyond noise, 1 = kept whole. */
  readonly kept: number;
}

/** Weight of a season relative to the one after it. */
const RECENCY = 0.93;

/** Trend to take off before averaging by phase: a centred 2 x m mean, or a line when under three seasons are known. */
function trendOf(values: Float64Array, m: number): Float64Array {
  const n = values.length;
  const trend = new Float64Array(n).fill(NaN);
  if (n < 3 * m) {
    const { intercept, slope } = line(values);
    return trend.map((_, t) => intercept + slope * t);
  }
  const half = Math.floor(m / 2);
  const even = m % 2 === 0;
  for (let t = half; t < n - half; t++) {
    let sum = 0;
    for (let j = t - half; j <= t + half; j++) sum += values[j]!;
    if (even) sum -= (values[t - half]! + values[t + half]!) / 2;
    trend[t] = sum / m;
  }
  return trend;
}

/** Least-squares line through (0, values[0]), (1, values[1]), … */
export function line(values: ArrayLike<number>): { readonly intercept: number; readonly slope: number } {
  const n = values.length;
  let sum = 0;
  let moment = 0;
  const centre = (n - 1) / 2;
  for (let t = 0; t < n; t++) {
    sum += values[t]!;
    moment += (t - centre) * values[t]!;
  }
  const slope = n > 1 ? (moment * 12) / (n * (n * n - 1)) : 0;
  return { intercept: sum / n - slope * centre, slope };
}

/** Circular mean with weights 1/4, 1/2, 1/4: phases next to each other are alike when a season has many of them. */
function smoothed(terms: Float64Array): Float64Array {
  const m = terms.length;
  return terms.map((x, j) => x / 2 + (terms[(j + 1) % m]! + terms[(j + m - 1) % m]!) / 4);
}

/**
 * Classical additive decomposition with recent seasons weighted more, its terms shrunk towards zero by the positive-part
 * James-Stein factor 1 - (m - 3) v / sum of squares (v = variance of a term), in place of a yes-or-no test for a season.
 */
export function seasonality(values: Float64Array, m: number): Seasonality {
  const n = values.length;
  const none = { terms: new Float64Array(Math.max(m, 1)), kept: 0 };
  if (m < 2 || n < 2 * m) return none;
  const trend = trendOf(values, m);
  const sums = new Float64Array(m);
  const weights = new Float64Array(m);
  const squaredWeights = new Float64Array(m);
  let used = 0;
  for (let t = 0; t < n; t++) {
    if (Number.isNaN(trend[t]!)) continue;
    const weight = RECENCY ** ((n - 1 - t) / m);
    const phase = t % m;
    sums[phase]! += weight * (values[t]! - trend[t]!);
    weights[phase]! += weight;
    squaredWeights[phase]! += weight * weight;
    used++;
  }
  let raw: Float64Array = sums.map((sum, j) => sum / weights[j]!);
  const centre = raw.reduce((a, b) => a + b, 0) / m;
  raw = raw.map((x) => x - centre);
  let residuals = 0;
  for (let t = 0; t < n; t++)
    if (!Number.isNaN(trend[t]!)) residuals += (values[t]! - trend[t]! - centre - raw[t % m]!) ** 2;
  const variance = residuals / Math.max(1, used - m);
  const ofTerm = squaredWeights.reduce((a, w2, j) => a + w2 / weights[j]! ** 2, 0) / m;
  if (m >= 24) raw = smoothed(raw);
  const power = raw.reduce((a, x) => a + x * x, 0);
  const kept =
    power > 0 ? Math.max(0, 1 - (Math.max(m - 3, 1) * variance * ofTerm * (m >= 24 ? 0.375 : 1)) / power) : 0;
  return { terms: raw.map((x) => x * kept), kept };
}
