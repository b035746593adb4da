import { adjustSeason } from "../history/seasons/seasonal-adjustment.ts";

/** Whether a forecast lies about where the last quarter did: by itself, held to it, or outside for a reason. */
export type Agreement = "within" | "held" | "season" | "trend";

/** What an item sold in a steady last quarter, which a forecast leaves only for a reason found in the history. */
export interface LastQuarter {
  /** Periods in it. */
  readonly length: number;
  /** Least and most that one of its periods sold. */
  readonly low: number;
  readonly high: number;
  /** The forecast of the periods ahead, each as near as quarter, season and trend allow. */
  hold(mean: readonly number[]): number[];
  /** How a forecast, before it is held, agrees with the quarter. */
  agreement(mean: readonly number[]): Agreement;
}

/** Values in a quarter of days, and of months (half a year: three values are no range); else they are taken for weeks. */
const QUARTER: Readonly<Record<number, number>> = { 7: 28, 12: 6 };
const WEEKS = 13;
/** Fewer values give no range. */
const FEWEST = 4;
/** Share by which a mean may lie beyond the range for no reason: level and noise are only so well known. */
export const SLACK = 0.1;
/** Standard deviations of Kendall's statistic from which there is a trend. */
const TREND = 1.96;
/** A trend may go on this many times as steeply as it has crossed the range. */
const STEEPEST = 2;

/** Kendall's test of a trend (Mann, 1945, Econometrica 13): standard deviations from none, positive where values rise. */
function trendOf(values: readonly number[]): number {
  const n = values.length;
  let rises = 0;
  for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) rises += Math.sign(values[j]! - values[i]!);
  return (rises - Math.sign(rises)) / Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
}

const rangeOf = (values: readonly number[]): readonly [low: number, high: number] => [
  Math.min(...values),
  Math.max(...values),
];

/**
 * The last quarter of a complete history: 13 periods, 6 months or 28 days (at least four values), where each of them sold.
 * Undefined where it is not steady: an item that fades or was out of stock is forecast as its models say. A season found in
 * the history moves the range by as much as it explains; a trend in the quarter extends it on one side.
 */
export function lastQuarter(values: readonly number[], season: number): LastQuarter | undefined {
  const latest = values.slice(-(QUARTER[season] ?? WEEKS));
  if (latest.length < FEWEST || !latest.every((x) => x > 0)) return undefined;
  const [low, high] = rangeOf(latest);
  const { adjusted, effect, multiplicative } = adjustSeason(values, season);
  const [least, most] = rangeOf(adjusted.slice(-latest.length));
  const trend = trendOf(adjusted.slice(-Math.max(latest.length, WEEKS)));
  const inSeason = (x: number, h: number): number => {
    const usual = effect(values.length + h);
    return multiplicative ? x * usual : x + usual;
  };
  /** What the period ahead may be for its season alone. */
  const floor = (h: number): number => Math.min(low, inSeason(least, h)) * (1 - SLACK);
  const ceiling = (h: number): number => Math.max(high, inSeason(most, h)) * (1 + SLACK);
  const further = (h: number): number => (STEEPEST * (high - low) * (h + 1)) / latest.length;
  const held = (x: number, h: number): number =>
    Math.min(ceiling(h) + (trend > TREND ? further(h) : 0), Math.max(floor(h) - (trend < -TREND ? further(h) : 0), x));
  return {
    length: latest.length,
    low,
    high,
    hold: (mean) => mean.map(held),
    agreement(mean) {
      if (mean.some((x, h) => held(x, h) !== x)) return "held";
      if (mean.every((x) => x >= low * (1 - SLACK) && x <= high * (1 + SLACK))) return "within";
      return mean.every((x, h) => x >= floor(h) && x <= ceiling(h)) ? "season" : "trend";
    },
  };
}

const WORDS: Readonly<Record<Agreement, (range: string) => string>> = {
  within: () => "",
  held: (range) => `held to its last quarter (${range})`,
  season: (range) => `beyond its last quarter (${range}) by its season`,
  trend: (range) => `beyond its last quarter (${range}) by its trend`,
};

/** How a forecast agrees with the last quarter, in words; empty where it lies within. */
export function quarterWords({ low, high }: Pick<LastQuarter, "low" | "high">, agreement: Agreement): string {
  const [least, most] = [low, high].map((x) => Number(x.toPrecision(3)));
  return WORDS[agreement](least === most ? String(least) : `${least} to ${most}`);
}
