import { adjustSeason } from "../seasons/seasonal-adjustment.ts";
import { fillBySeason } from "./fill-by-season.ts";

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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Outlier {
  readonly at: number;
  /** What level and season lead one to expect. */
  readonly instead: number;
}

/** Rounds in which outliers and the season without them settle upon each other. */
const ROUNDS = 4;

/**
 * Values that stand out from the median of their neighbours, season allowed for, by more than five robust standard
 * deviations (Hampel's filter, 1974). A peak that comes back each season belongs to the season and is none. An outlier
 * bends the season it is in, so that good values of other years stand out and its own place looks high: the season is
 * estimated again without what was found, until the same is found again.
 */
export function findOutliers(values: readonly number[], season: number): Outlier[] {
  if (values.length < FEWEST) return [];
  let found = standingOut(values, values, season);
  if (season < 2) return found;
  for (let round = 1; round < ROUNDS && found.length > 0; round += 1) {
    const places = new Set(found.map(({ at }) => at));
    const without = fillBySeason(
      values.map((x, t) => (places.has(t) ? NaN : x)),
      season,
    );
    found = standingOut(values, without, season);
    if (found.length === places.size && found.every(({ at }) => places.has(at))) break;
  }
  return found;
}

/** Values that stand out where the season is that of `typical`, the same series with nothing odd in it. */
function standingOut(values: readonly number[], typical: readonly number[], season: number): Outlier[] {
  const { effect, multiplicative } = adjustSeason(typical, season);
  const adjusted = values.map((x, t) => (multiplicative ? x / effect(t) : x - effect(t)));
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
