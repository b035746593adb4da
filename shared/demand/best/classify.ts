import { detectSeason } from "../detect-season.ts";
import { listedPart } from "../clean.ts";

/** What a history is like, which decides how it is forecast. */
export type Pattern = "zero" | "constant" | "short" | "slow" | "smooth";

/** Share of periods with demand below which an item is a slow mover (an interval of 1.32 periods: Syntetos and Boylan). */
const SLOW_BELOW = 1 / 1.32;
/** Fewer values than this say no more than their level. */
const FEWEST = 6;

export interface Classified {
  readonly pattern: Pattern;
  /** The history from the first demand on, gaps still NaN. */
  readonly listed: readonly number[];
  /** Periods in a season: the one given, else found in the series; 1 for none. */
  readonly season: number;
}

/** Tells what a history is like. At least one value must be present; `season` undefined where it is to be found. */
export function classify(history: readonly number[], season: number | undefined): Classified {
  const listed = listedPart(history);
  const known = listed.filter((x) => !Number.isNaN(x));
  const m = season ?? detectSeason(listed);
  return { listed, season: m, pattern: patternOf(known) };
}

function patternOf(known: readonly number[]): Pattern {
  if (known.every((x) => x === 0)) return "zero";
  if (known.every((x) => x === known[0])) return "constant";
  const negative = known.some((x) => x < 0);
  const busy = known.filter((x) => x !== 0).length;
  if (!negative && busy / known.length < SLOW_BELOW) return "slow";
  return known.length < FEWEST ? "short" : "smooth";
}
