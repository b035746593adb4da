/** Share of periods with demand below which an item is a slow mover (an interval of 1.32 periods: Syntetos and Boylan). */
const SLOW_BELOW = 1 / 1.32;
/** Fewer periods do not say that an item sells otherwise than before. */
const FEWEST = 6;
/** Log-likelihood that a change must gain, or chance explains it: of 3 to 6 the errors on shop items differ little. */
const EVIDENCE = 4;

/** Silence of this many intervals between demands is not chance: the item was not listed or not in stock. */
const ABSENCE = 5;
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
