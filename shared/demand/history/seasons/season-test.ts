import { regularisedBeta } from "../../../numeric/beta-function.ts";
import { centredAverage } from "./seasonal-adjustment.ts";

/** Fewer seasons than this are held against a straight line: a centred average would use up one of them. */
const FEW_SEASONS = 5;
/** Largest autocorrelation taken out, so that no series is differenced away. */
const MOST_MEMORY = 0.9;
/** Share of the variation that counts as unexplained at least: rounding leaves no perfect fit. */
const LEAST_UNEXPLAINED = 1e-9;

/** A series without its trend, and what is left to tell noise by. */
interface Rest {
  readonly values: readonly number[];
  /** Period of the first value, counted from the series' first. */
  readonly start: number;
  /** Degrees of freedom of `count` of these values after a pattern of `season` means is taken out. */
  freedom(count: number): number;
}

function restOfLine(data: readonly number[], season: number): Rest {
  const n = data.length;
  const middle = (n - 1) / 2;
  const mean = data.reduce((a, b) => a + b, 0) / n;
  const slope = data.reduce((a, x, t) => a + (t - middle) * (x - mean), 0) / ((n * (n * n - 1)) / 12);
  return {
    values: data.map((x, t) => x - mean - slope * (t - middle)),
    start: 0,
    freedom: (count) => count - 1 - season,
  };
}

/** What a centred average of one season leaves: as in an analysis of variance by season and by year. */
function restOfAverage(data: readonly number[], season: number): Rest {
  const trend = centredAverage(data, season);
  const start = trend.findIndex((level) => !Number.isNaN(level));
  const known = trend.filter((level) => !Number.isNaN(level));
  return {
    values: known.map((level, i) => data[start + i]! - level),
    start,
    freedom: (count) => (season - 1) * (count / season - 1),
  };
}

/** The values less the mean of their place in the season. */
function withoutPattern(values: readonly number[], start: number, season: number): number[] {
  const sums = new Array<number>(season).fill(0);
  const counts = new Array<number>(season).fill(0);
  for (const [i, x] of values.entries()) {
    sums[(start + i) % season]! += x;
    counts[(start + i) % season]! += 1;
  }
  return values.map((x, i) => x - sums[(start + i) % season]! / counts[(start + i) % season]!);
}

const squares = (values: readonly number[]): number => values.reduce((a, x) => a + x * x, 0);

/** p of the F test whether means by season explain more than those by a season within it. */
function fTest({ values, start, freedom }: Rest, season: number, within: number): number {
  const total = squares(withoutPattern(values, start, within));
  if (!(total > 0)) return 1;
  const unexplained = Math.max(squares(withoutPattern(values, start, season)), LEAST_UNEXPLAINED * total);
  const left = Math.max(1, freedom(values.length));
  const share = unexplained / (unexplained + Math.max(0, total - unexplained));
  return regularisedBeta(share, left / 2, (season - within) / 2);
}

/** Values less what the one before them foretells, by the autocorrelation of the rest around its pattern. */
function withoutMemory(rest: Rest, season: number): Rest {
  const around = withoutPattern(rest.values, rest.start, season);
  const power = squares(around);
  const product = around.reduce((a, x, i) => (i === 0 ? a : a + x * around[i - 1]!), 0);
  const memory = power > 0 ? Math.max(-MOST_MEMORY, Math.min(MOST_MEMORY, product / power)) : 0;
  return {
    values: rest.values.slice(1).map((x, i) => x - memory * rest.values[i]!),
    start: rest.start + 1,
    freedom: (count) => rest.freedom(count) - 1,
  };
}

/**
 * The probability that a series without a season of this length would show one as clear as it does: the larger p of two
 * F tests of its seasonal means (analysis of variance), on what trend leaves and on that with first-order
 * autocorrelation taken out (Cochrane and Orcutt, 1949), which alone would pass for a season. At least three seasons.
 * @param within a shorter season whose pattern is taken as given, a divisor of `season`
 */
export function chanceOfSeason(data: readonly number[], season: number, within = 1): number {
  const rest = data.length < FEW_SEASONS * season ? restOfLine(data, season) : restOfAverage(data, season);
  return Math.max(fTest(rest, season, within), fTest(withoutMemory(rest, season), season, within));
}
