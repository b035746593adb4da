import { centredAverage } from "../../history/seasons/seasonal-adjustment.ts";
import { kpss } from "./kpss.ts";

/** Differences at a lag: x[t] - x[t - lag]. */
export function difference(values: readonly number[], lag = 1): number[] {
  return values.slice(lag).map((x, t) => x - values[t]!);
}

/** The 5% point of the KPSS statistic. */
const KPSS_LIMIT = 0.463;

/** How many ordinary differences make the series stationary, at most 2. */
export function ordinaryDifferences(values: readonly number[]): number {
  let series = values;
  for (let d = 0; d < 2; d += 1) {
    if (series.length < 4 || kpss(series) <= KPSS_LIMIT) return d;
    series = difference(series);
  }
  return 2;
}

/** Seasonal strength from which a seasonal difference is taken (Wang, Smith and Hyndman, 2006), as R's `nsdiffs`. */
const STRONG = 0.64;

/** Whether to take a seasonal difference: the classical seasonal pattern explains most of what the trend leaves. */
export function needsSeasonalDifference(values: readonly number[], season: number): boolean {
  if (season < 2 || values.length < 2 * season + 3) return false;
  const sums = new Array<number>(season).fill(0);
  const counts = new Array<number>(season).fill(0);
  const rest: [number, number][] = [];
  for (const [t, level] of centredAverage(values, season).entries()) {
    if (Number.isNaN(level)) continue;
    const x = values[t]! - level;
    rest.push([t % season, x]);
    sums[t % season]! += x;
    counts[t % season]! += 1;
  }
  const total = rest.reduce((a, [, x]) => a + x * x, 0);
  const noise = rest.reduce((a, [j, x]) => a + (x - sums[j]! / counts[j]!) ** 2, 0);
  return total > 0 && 1 - noise / total > STRONG;
}
