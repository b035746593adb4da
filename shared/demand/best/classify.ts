import { detectSeason } from "../detect-season.ts";
import { listedPart } from "../clean.ts";
import { sellingNow } from "../pattern.ts";

/** What a history is like, which decides how it is forecast. */
export type Pattern = "zero" | "constant" | "short" | "slow" | "smooth";

/** Fewer values than this say no more than their level. */
const FEWEST = 6;

export interface Classified {
  readonly pattern: Pattern;
  /** The history from the first demand on, or since demand became regular; gaps still NaN. */
  readonly listed: readonly number[];
  /** Periods in a season: the one given, else found in the series; 1 for none. */
  readonly season: number;
}

/** Tells what a history is like. At least one value must be present; `season` undefined where it is to be found. */
export function classify(history: readonly number[], season: number | undefined): Classified {
  const whole = listedPart(history);
  const known = whole.filter((x) => !Number.isNaN(x));
  const unvaried = known.every((x) => x === known[0]);
  const negative = known.some((x) => x < 0);
  const { slow, since } = unvaried || negative ? { slow: false, since: 0 } : sellingNow(whole);
  const listed = whole.slice(since);
  const m = season ?? detectSeason(listed);
  return { listed, season: m, pattern: slow ? "slow" : patternOf(listed.filter((x) => !Number.isNaN(x))) };
}

function patternOf(known: readonly number[]): Pattern {
  if (known.every((x) => x === 0)) return "zero";
  if (known.every((x) => x === known[0])) return "constant";
  return known.length < FEWEST ? "short" : "smooth";
}
