import { adjustSeason } from "../seasonal-adjustment.ts";

/** Half the width of the window whose median is the level. */
const HALF_WINDOW = 3;
/** Robust standard deviations from which a value is an outlier: none in a million normal ones, one in 150 of real demand. */
const LIMIT = 5;
/** Standard deviation over the median absolute deviation of normal values. */
const MAD_TO_SD = 1.4826;
/** Fewer values have no usual spread. */
const FEWEST = 8;
/** Smallest spread as a share of the level, so that a steady item's odd unit is no outlier. */
const LEAST_SPREAD = 0.05;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Outlier {
  readonly at: number;
  /** What level and season lead one to expect. */
  readonly instead: number;
}

/**
 * Values that stand out from the median of their neighbours, season allowed for, by more than five robust standard
 * deviations (Hampel's filter, 1974). A peak that comes back each season belongs to the season and is none.
 */
export function findOutliers(values: readonly number[], season: number): Outlier[] {
  if (values.length < FEWEST) return [];
  const { adjusted, effect, multiplicative } = adjustSeason(values, season);
  const level = adjusted.map((_, t) => median(adjusted.slice(Math.max(0, t - HALF_WINDOW), t + HALF_WINDOW + 1)));
  const rest = adjusted.map((x, t) => x - level[t]!);
  const spread = Math.max(MAD_TO_SD * median(rest.map(Math.abs)), LEAST_SPREAD * median(level.map(Math.abs)));
  const sameSeason = (t: number): boolean =>
    season > 1 &&
    [t - season, t + season].some(
      (u) => rest[u] !== undefined && rest[u] * rest[t]! > 0 && Math.abs(rest[u]) > LIMIT * spread,
    );
  return rest.flatMap((x, at) =>
    Math.abs(x) > LIMIT * spread && !sameSeason(at)
      ? [
          {
            at,
            instead: Math.max(
              values.some((y) => y < 0) ? -Infinity : 0,
              multiplicative ? level[at]! * effect(at) : level[at]! + effect(at),
            ),
          },
        ]
      : [],
  );
}
