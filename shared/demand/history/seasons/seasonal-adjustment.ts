/** A series split into a seasonal pattern and the rest. */
export interface SeasonalAdjustment {
  /** Whether the pattern multiplies the rest (in logarithms it adds) or adds to it. */
  readonly multiplicative: boolean;
  /** The series without its season, in its own units. */
  readonly adjusted: readonly number[];
  /** Factor (or summand) of period t, counted from the history's first; t beyond the history repeats the pattern. */
  effect(t: number): number;
  /** How much of the raw pattern was believed: 0 none, 1 all. */
  readonly strength: number;
}

/** A season's weight falls by this factor for each season further back, so that a changing pattern is followed. */
const RECENCY = 0.93;
/** Seasons this long have a few observations each, and neighbours are alike: the pattern is smoothed. */
const SMOOTHED_FROM = 24;
/** The centred average takes a part of the noise with it, so noise is greater than what is left: best on M3 and hospital. */
const CAUTION = 1.25;
/** Mean |change of log| from which a series is too erratic for logarithms. */
const ERRATIC = 0.9;

/** Whether to work on logarithms: all values positive, and not leaping about. */
export function suitsLogarithms(values: readonly number[]): boolean {
  if (values.length < 2) return values.every((x) => x > 0);
  let change = 0;
  for (const [t, x] of values.entries()) {
    if (!(x > 0)) return false;
    if (t > 0) change += Math.abs(Math.log(x / values[t - 1]!));
  }
  return change / (values.length - 1) < ERRATIC;
}

/** Centred moving average of one season's length (2 x m for even m), NaN within half a season of the ends. */
export function centredAverage(values: readonly number[], season: number): number[] {
  const half = Math.floor(season / 2);
  const even = season % 2 === 0;
  return values.map((_, t) => {
    if (t < half || t + half >= values.length) return NaN;
    let sum = 0;
    for (let u = t - half; u <= t + half; u += 1) sum += values[u]!;
    if (even) sum -= (values[t - half]! + values[t + half]!) / 2;
    return sum / season;
  });
}

function smoothCircularly(pattern: readonly number[]): number[] {
  const m = pattern.length;
  return pattern.map((x, j) => (pattern[(j + m - 1) % m]! + 2 * x + pattern[(j + 1) % m]!) / 4);
}

/** Seasonal effects that add to the series: recency-weighted means of what a centred average leaves, shrunk. */
function additivePattern(values: readonly number[], season: number): { pattern: number[]; strength: number } {
  const trend = centredAverage(values, season);
  const n = values.length;
  const sum = new Array<number>(season).fill(0);
  const weight = new Array<number>(season).fill(0);
  const squares = new Array<number>(season).fill(0);
  const weightOf = (t: number): number => RECENCY ** ((n - 1 - t) / season);
  let observations = 0;
  for (const [t, level] of trend.entries()) {
    if (Number.isNaN(level)) continue;
    const w = weightOf(t);
    sum[t % season]! += w * (values[t]! - level);
    weight[t % season]! += w;
    squares[t % season]! += w * w;
    observations += 1;
  }
  const raw = sum.map((x, j) => (weight[j]! > 0 ? x / weight[j]! : 0));
  const centre = raw.reduce((a, b) => a + b, 0) / season;
  const pattern = (season >= SMOOTHED_FROM ? smoothCircularly(raw) : raw).map((x) => x - centre);
  let noise = 0;
  for (const [t, level] of trend.entries())
    if (!Number.isNaN(level)) noise += (values[t]! - level - raw[t % season]!) ** 2;
  const signal = pattern.reduce((a, b) => a + b * b, 0);
  if (signal === 0) return { pattern: pattern.map(() => 0), strength: 0 };
  // One full cycle leaves nothing to tell noise from season, so half of the pattern is believed.
  const freedom = observations - season;
  if (freedom < season / 2) return { pattern: pattern.map((x) => x / 2), strength: 0.5 };
  let variance = 0;
  for (let j = 0; j < season; j += 1) variance += (noise / freedom) * (squares[j]! / weight[j]! ** 2);
  // Smoothing with weights 1, 2, 1 leaves 6/16 of the noise.
  if (season >= SMOOTHED_FROM) variance *= 6 / 16;
  const strength = Math.max(0, 1 - (CAUTION * variance) / signal);
  return { pattern: pattern.map((x) => x * strength), strength };
}

/**
 * Classical seasonal adjustment whose pattern is shrunk towards none as far as noise explains it (James and Stein,
 * 1961; Miller and Williams, 2003), instead of tested for significance. Multiplicative where logarithms suit the series.
 */
export function adjustSeason(values: readonly number[], season: number, allowLogarithms = true): SeasonalAdjustment {
  const multiplicative = allowLogarithms && suitsLogarithms(values);
  const none = { multiplicative, adjusted: values, effect: () => (multiplicative ? 1 : 0), strength: 0 };
  if (season < 2 || values.length < 2 * season) return none;
  const { pattern, strength } = additivePattern(multiplicative ? values.map(Math.log) : values, season);
  if (strength === 0) return none;
  const effects = multiplicative ? pattern.map(Math.exp) : pattern;
  const effect = (t: number): number => effects[t % season]!;
  return {
    multiplicative,
    strength,
    effect,
    adjusted: values.map((x, t) => (multiplicative ? x / effect(t) : x - effect(t))),
  };
}
