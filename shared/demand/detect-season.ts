import { centredAverage, suitsLogarithms } from "./seasonal-adjustment.ts";

/** Days in a working week or week, months or quarters in a year, hours in a day, weeks in half a year or a year. */
const CANDIDATES = [4, 5, 6, 7, 12, 24, 26, 52] as const;

/**
 * Periods in a season, found in the series itself (never from a horizon); 1 where no pattern is clear. For each usual
 * length m with three seasons of history, seasonal means are tested on what a centred average leaves; the length that
 * explains most by the Bayesian information criterion wins.
 */
export function detectSeason(history: readonly number[]): number {
  const values = history.filter((x) => !Number.isNaN(x));
  const data = suitsLogarithms(values) ? values.map(Math.log) : values;
  let best = 1;
  let bestGain = 0;
  for (const m of CANDIDATES) {
    if (data.length < 3 * m) break;
    const gain = seasonalGain(data, m);
    if (gain > bestGain) [best, bestGain] = [m, gain];
  }
  return best;
}

/** By how much seasonal means lower the criterion n log(RSS / n) + parameters log n; positive where they are worth it. */
function seasonalGain(data: readonly number[], m: number): number {
  const trend = centredAverage(data, m);
  const sum = new Array<number>(m).fill(0);
  const count = new Array<number>(m).fill(0);
  let total = 0;
  let n = 0;
  for (const [t, level] of trend.entries()) {
    if (Number.isNaN(level)) continue;
    const rest = data[t]! - level;
    sum[t % m]! += rest;
    count[t % m]! += 1;
    total += rest * rest;
    n += 1;
  }
  const explained = sum.reduce((a, s, j) => a + (count[j]! > 0 ? (s * s) / count[j]! : 0), 0);
  const unexplained = Math.max(total - explained, 1e-9 * total);
  return total === 0 ? 0 : n * Math.log(total / unexplained) - m * Math.log(n);
}
