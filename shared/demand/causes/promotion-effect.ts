import { fillGaps } from "../history/gaps.ts";
import { adjustSeason } from "../history/seasons/seasonal-adjustment.ts";

/** How strongly an item was and will be promoted, period by period; 0 where it is not. */
export interface PromotionColumns {
  /** As long as the history: the share of a period's days, times the discount where every promotion has one. */
  readonly past: readonly number[];
  /** The same for the periods ahead, of the promotions whose uplift is to be learned; none beyond its end. */
  readonly ahead: readonly number[];
  /** Uplift of the periods ahead that was given instead, as a share of demand: 0.5 for half as much again. */
  readonly given: readonly number[];
}

/** What past promotions did to an item's demand, and what those ahead will do. */
export interface PromotionEffect {
  /** Whether the history has a promotion to learn from. */
  readonly learned: boolean;
  /** The history as it would have been without promotions. */
  readonly adjusted: readonly number[];
  /** By how much demand multiplies in the period `h` ahead, from 0. */
  factor(h: number): number;
  /** Standard deviation of `factor(h)`. */
  doubt(h: number): number;
}

/** Periods without promotion on each side that say what a promoted one would have sold. */
const NEIGHBOURS = 6;
/** Uplift that the strongest promotion may well have: without data none is expected, with a deviation of this. */
const USUAL_UPLIFT = 1;
/** Most uplift that is learned, as much as may be given: a promotion far stronger than all before says nothing beyond. */
const MOST_UPLIFT = 100;

/** Mean of the known values nearest to each period on both sides, itself left out; NaN where there is none. */
function localMeans(values: readonly number[]): number[] {
  const known = values.flatMap((x, t) => (Number.isNaN(x) ? [] : [t]));
  let next = 0;
  return values.map((_, t) => {
    while (next < known.length && known[next]! < t) next += 1;
    const after = known[next] === t ? next + 1 : next;
    const near = [...known.slice(Math.max(0, next - NEIGHBOURS), next), ...known.slice(after, after + NEIGHBOURS)];
    return near.reduce((sum, u) => sum + values[u]!, 0) / near.length;
  });
}

/** What each period would have sold without promotion, from its neighbours and the season. */
function usualDemand(unpromoted: readonly number[], season: number): number[] {
  const { adjusted, effect, multiplicative } = adjustSeason(fillGaps(unpromoted, season), season);
  const means = localMeans(adjusted.map((x, t) => (Number.isNaN(unpromoted[t]!) ? NaN : x)));
  return means.map((x, t) => Math.max(0, multiplicative ? x * effect(t) : x + effect(t)));
}

/**
 * Learns what promotions do from a history (NaN where demand is unknown): demand of a period is its usual demand times 1
 * plus the uplift times the promotion's strength, with a variance in proportion to the usual demand. The history is
 * cleaned by the least-squares uplift, so that promotions leave its level as it is; what lies ahead rises by the mean
 * of the uplift's distribution given the history and a normal prior (ridge regression in Bayesian terms: Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., section 14.8), which is more cautious the less was sold in promotions.
 */
export function promotionEffect(
  values: readonly number[],
  season: number,
  { past, ahead, given }: PromotionColumns,
): PromotionEffect {
  const usual = usualDemand(
    values.map((x, t) => (past[t]! > 0 ? NaN : x)),
    season,
  );
  let [excess, weight, strongest, squares, sold] = [0, 0, Math.max(0, ...ahead), 0, 0];
  for (const [t, x] of values.entries()) {
    const expected = usual[t]!;
    if (Number.isNaN(x) || !(expected > 0)) continue;
    const d = past[t]!;
    if (d > 0) {
      excess += d * (x - expected);
      weight += d * d * expected;
      strongest = Math.max(strongest, d);
    } else {
      squares += (x - expected) ** 2;
      sold += expected;
    }
  }
  const learned = weight > 0;
  // Variance over mean of what promotions do not explain.
  const dispersion = sold > 0 ? squares / sold : 0;
  const precision = weight + dispersion * (strongest / USUAL_UPLIFT) ** 2;
  const plain = learned ? Math.max(0, excess / weight) : 0;
  const cautious = learned ? Math.max(0, excess / precision) : 0;
  const deviation = learned ? Math.sqrt(dispersion / precision) : 0;
  const other = (h: number): number => 1 + (given[h] ?? 0);
  return {
    learned,
    adjusted: values.map((x, t) => x / (1 + plain * past[t]!)),
    factor: (h) => (1 + Math.min(MOST_UPLIFT, cautious * (ahead[h] ?? 0))) * other(h),
    doubt: (h) => Math.min(MOST_UPLIFT, deviation * (ahead[h] ?? 0)) * other(h),
  };
}
