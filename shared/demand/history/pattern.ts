import { listedPart } from "./gaps.ts";
import { detectSeason } from "./seasons/detect-season.ts";

/** Share of periods with demand below which an item is a slow mover (an interval of 1.32 periods: Syntetos and Boylan). */
const SLOW_BELOW = 1 / 1.32;
/** Fewer periods do not say that an item sells otherwise than before. */
const FEWEST = 6;
/** Log-likelihood that a change must gain, or chance explains it: of 3 to 6 the errors on shop items differ little. */
const EVIDENCE = 4;

/** Silence of this many intervals between demands is not chance: the item was not listed or not in stock. */
export const ABSENCE = 5;
/** Fewer periods after an absence are too few to say how it sells now. */
const FEWEST_BACK = 4;

/** How an item sells now. */
export interface SellingNow {
  /** Whether it sells in too few periods to be forecast as regular demand. */
  readonly slow: boolean;
  /** Index of the first value since which it has sold as it does now: 0 unless slow demand became regular on the way. */
  readonly since: number;
}

/** Log-likelihood of so many periods with demand and without, each as likely as it was frequent. */
function logLikelihood(busy: number, silent: number): number {
  const part = (k: number): number => (k > 0 ? k * Math.log(k / (busy + silent)) : 0);
  return part(busy) + part(silent);
}

/**
 * Tells slow movers from regular demand by how the item sells now: what was lumpy or absent long ago and has sold in most
 * periods since is regular, and only the part since then speaks of it. Since when is the period before and after which
 * the shares of periods with demand differ most, where chance does not explain the difference.
 * @param listed oldest first, from the first demand on; NaN where a value is missing
 */
export function sellingNow(listed: readonly number[]): SellingNow {
  const known = listed.filter((x) => !Number.isNaN(x)).length;
  const busy = listed.filter((x) => x > 0).length;
  if (known === 0 || busy / known >= SLOW_BELOW) return { slow: false, since: 0 };
  const back = sinceAbsence(listed, known / busy);
  if (back > 0) return { slow: false, since: unlikeBefore(listed, back) };
  const unchanged = logLikelihood(busy, known - busy);
  let best = { since: 0, gain: EVIDENCE };
  let [after, silent] = [0, 0];
  for (let t = listed.length - 1; t > 0; t -= 1) {
    const x = listed[t]!;
    if (Number.isNaN(x)) continue;
    if (x > 0) after += 1;
    else silent += 1;
    if (!(x > 0) || after + silent < FEWEST || after / (after + silent) < SLOW_BELOW) continue;
    const gain = logLikelihood(after, silent) + logLikelihood(busy - after, known - busy - silent) - unchanged;
    if (gain > best.gain) best = { since: t, gain };
  }
  if (best.since === 0) return { slow: true, since: 0 };
  return { slow: false, since: unlikeBefore(listed, best.since) };
}

/**
 * The first period after the item's last absence, where it has sold regularly since; 0 where it was never absent, or sells
 * slowly.
 * @param interval mean number of periods between demands
 */
function sinceAbsence(listed: readonly number[], interval: number): number {
  let [busy, known, silent] = [0, 0, 0];
  for (let t = listed.length - 1; t > 0; t -= 1) {
    const x = listed[t]!;
    if (Number.isNaN(x)) continue;
    silent = x > 0 ? 0 : silent + 1;
    busy += x > 0 ? 1 : 0;
    known += 1;
    if (silent <= ABSENCE * interval) continue;
    const since = known - silent;
    if (since < FEWEST_BACK || busy / since < SLOW_BELOW) return 0;
    return listed.findIndex((y, u) => u > t && y > 0);
  }
  return 0;
}

/** The period itself, or an earlier one where all since are alike: a value that only now came often is not without doubt. */
function unlikeBefore(listed: readonly number[], since: number): number {
  const last = listed.findLast((x) => !Number.isNaN(x));
  const alike = (x: number): boolean => Number.isNaN(x) || x === last;
  return listed.slice(since).every(alike) ? listed.findLastIndex((x) => !alike(x)) : since;
}

/** What a history is like, which decides how it is forecast. */
export type Pattern = "zero" | "constant" | "short" | "slow" | "smooth";

/** Fewer values than this say no more than their level. */
const FEWEST_VALUES = 6;
/** Less than this is no demand where returns count as none. */
export const LEAST_DEMAND = 1e-9;

export interface Classified {
  readonly pattern: Pattern;
  /** The history from the first demand on, or since demand became regular; gaps still NaN. */
  readonly listed: readonly number[];
  /** Index in the listed history of its first value that counts: 0 unless slow demand became regular on the way. */
  readonly since: number;
  /** Periods in a season: the one given, else found in the series; 1 for none. */
  readonly season: number;
}

/**
 * Tells what a history is like; `season` undefined where it is to be found.
 * @param returns whether negative values are demand, so that a history with some is no slow mover's; else they are none
 */
export function classify(history: readonly number[], season: number | undefined, returns = true): Classified {
  const whole = listedPart(history);
  const known = whole.filter((x) => !Number.isNaN(x));
  const unvaried = known.every((x) => x === known[0]);
  const regular = unvaried || (returns && known.some((x) => x < 0));
  const { slow, since } = regular ? { slow: false, since: 0 } : sellingNow(whole);
  const listed = whole.slice(since);
  const none = returns ? known.every((x) => x === 0) : !known.some((x) => x > LEAST_DEMAND);
  const m = season ?? detectSeason(listed);
  if (none) return { pattern: "zero", listed, since, season: m };
  return { listed, since, season: m, pattern: slow ? "slow" : patternOf(listed.filter((x) => !Number.isNaN(x))) };
}

function patternOf(known: readonly number[]): Pattern {
  if (known.every((x) => x === known[0])) return "constant";
  return known.length < FEWEST_VALUES ? "short" : "smooth";
}
