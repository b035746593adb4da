import { loess, loessAt, type LoessWindow } from "./loess.ts";

/** Widths of the smoothers, in observations (seasonal: in seasons), all odd. */
export interface StlWindows {
  readonly seasonal: number;
  readonly trend: number;
  readonly lowPass: number;
}

export interface Stl {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
}

/** Passes of the inner loop, as R `stl` without robustness weights has them at statsmodels' default. */
const PASSES = 5;

const odd = (x: number): number => (x % 2 === 0 ? x + 1 : x);

/** The usual widths for a season of this length. */
export function usualWindows(period: number, seasonal: number): StlWindows {
  const trend = Math.ceil((1.5 * period) / (1 - 1.5 / seasonal));
  return { seasonal, trend: odd(trend), lowPass: odd(period + 1) };
}

/** Mean of each `width` neighbours; shorter by width - 1. */
function movingMean(values: Float64Array, width: number): Float64Array {
  const out = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let t = 0; t < values.length; t += 1) {
    sum += values[t]!;
    if (t >= width) sum -= values[t - width]!;
    if (t >= width - 1) out[t - width + 1] = sum / width;
  }
  return out;
}

/** Smooths the values of each phase of the season, extended by one season at both ends. */
function smoothPhases(values: Float64Array, period: number, window: LoessWindow, jump: number): Float64Array {
  const out = new Float64Array(values.length + 2 * period);
  for (let phase = 0; phase < period; phase += 1) {
    const count = Math.floor((values.length - 1 - phase) / period) + 1;
    const own = Float64Array.from({ length: count }, (_, k) => values[phase + k * period]!);
    const smooth = loess(own, window, jump);
    const width = Math.min(window.length, count);
    const before = loessAt(own, -1, 0, width - 1, window);
    const after = loessAt(own, count, count - width, count - 1, window);
    out[phase] = Number.isNaN(before) ? smooth[0]! : before;
    smooth.forEach((x, k) => (out[phase + (k + 1) * period] = x));
    out[phase + (count + 1) * period] = Number.isNaN(after) ? smooth[count - 1]! : after;
  }
  return out;
}

/**
 * Seasonal and trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning, 1990), without robustness
 * weights. At least two seasons.
 * @param jump places between which the smoothers are straight lines, as a share of their widths; 0 for none. R has 0.1.
 */
export function stl(y: Float64Array, period: number, windows: StlWindows, jump = 0, seasonalDegree: 0 | 1 = 0): Stl {
  const step = (width: number): number => Math.max(1, Math.ceil(jump * width));
  let trend: Float64Array = new Float64Array(y.length);
  let seasonal: Float64Array = new Float64Array(y.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const detrended = y.map((x, t) => x - trend[t]!);
    const window: LoessWindow = { length: windows.seasonal, degree: seasonalDegree };
    const cycle = smoothPhases(detrended, period, window, step(windows.seasonal));
    const low = movingMean(movingMean(movingMean(cycle, period), period), 3);
    const level = loess(low, { length: windows.lowPass, degree: 1 }, step(windows.lowPass));
    seasonal = y.map((_, t) => cycle[t + period]! - level[t]!);
    const rest = y.map((x, t) => x - seasonal[t]!);
    trend = loess(rest, { length: windows.trend, degree: 1 }, step(windows.trend));
  }
  return { seasonal, trend };
}
