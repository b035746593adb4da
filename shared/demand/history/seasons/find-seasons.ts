import { fillGaps, listedPart } from "../gaps.ts";
import { takeLongSeason } from "./long-season.ts";
import { detectSeason } from "./detect-season.ts";
import { mstl } from "./mstl.ts";
import { suitsLogarithms } from "./seasonal-adjustment.ts";

/** One seasonal pattern of a series. */
export interface FoundSeason {
  /** Periods in the season. */
  readonly length: number;
  /** Share of the variation about the trend that the pattern makes up, 0 none to 1 all. */
  readonly strength: number;
}

/** Places between which the smoothers run straight, as a share of their widths (R's stl). */
const JUMP = 0.1;
/** Values looked at: enough for four years of days. */
const LONGEST = 1500;

function variance(values: ArrayLike<number>): number {
  let sum = 0;
  for (let t = 0; t < values.length; t += 1) sum += values[t]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let t = 0; t < values.length; t += 1) squares += (values[t]! - mean) ** 2;
  return squares / values.length;
}

/**
 * The seasons of a history, shortest first; none where no pattern is clear. Strength is 1 - Var(R) / Var(S + R) of the
 * decomposition with several seasons (Wang, Smith and Hyndman, 2006; Hyndman and Athanasopoulos, Forecasting: Principles
 * and Practice, 3rd ed., section 4.3), on logarithms where they suit.
 */
export function findSeasons(history: readonly number[]): FoundSeason[] {
  const listed = listedPart(history).slice(-LONGEST);
  const length = detectSeason(listed);
  if (length === 1) return [];
  const values = fillGaps(listed, length);
  const long = takeLongSeason(values, length);
  const seasons = long ? [length, long.period] : [length];
  const unit = values.reduce((a, x) => a + Math.abs(x), 0) / values.length;
  const scaled = values.map((x) => x / unit);
  const { seasonal, remainder } = mstl(suitsLogarithms(scaled) ? scaled.map(Math.log) : scaled, seasons, JUMP);
  return seasons.map((period, i) => {
    const both = variance(seasonal[i]!.map((x, t) => x + remainder[t]!));
    return { length: period, strength: both > 0 ? Math.max(0, 1 - variance(remainder) / both) : 0 };
  });
}
