import { fillGaps } from "../gaps.ts";
import { adjustSeason } from "../seasons/seasonal-adjustment.ts";

/** Rounds in which season and filled gaps settle upon each other. */
const ROUNDS = 3;

/** Gaps filled on a straight line through the seasonally adjusted series, so that a lost peak comes back as a peak. */
export function fillBySeason(values: readonly number[], season: number): number[] {
  let filled = fillGaps(values, season);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { adjusted, effect, multiplicative } = adjustSeason(filled, season);
    const line = fillGaps(
      adjusted.map((x, t) => (Number.isNaN(values[t]!) ? NaN : x)),
      1,
    );
    filled = values.map((x, t) =>
      !Number.isNaN(x) ? x : multiplicative ? line[t]! * effect(t) : Math.max(0, line[t]! + effect(t)),
    );
  }
  return filled;
}
