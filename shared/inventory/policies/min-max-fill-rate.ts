import type { Distribution } from "../../numeric/distribution.ts";
import { ofDistribution } from "../demand/of-distribution.ts";
import { leastLevel, orderUpToFillRate, reorderPointFillRate } from "./fill-rate.ts";
import { standings } from "./standing.ts";

/** Periodic review under (s, S): where the position is at s or below, order up to S = s + gap. */
export interface MinMaxDemand {
  /** Total demand over the lead time, over lead time and review period, and over the review period alone. */
  readonly lead: Distribution;
  readonly both: Distribution;
  readonly review: Distribution;
  /** S - s, at least 0. */
  readonly gap: number;
}

/** A review period with less than this share of all demand is none: stock is then reviewed without end. */
const HARDLY = 1e-9;

/** The fill rate for each s, as a function that rises with it. */
function fillRateBy({ lead, both, review, gap }: MinMaxDemand): (s: number) => number {
  const [leadDemand, bothDemand] = [ofDistribution(lead), ofDistribution(both)];
  const cycle = bothDemand.mean - leadDemand.mean;
  if (!(cycle > HARDLY * bothDemand.mean))
    return gap > 0 ? (s) => reorderPointFillRate(s, gap, leadDemand) : (s) => lead.cdf(s);
  const places = standings(gap, ofDistribution(review), review.step);
  const demand = { lead: leadDemand, both: bothDemand, cycle };
  return (s) => places.reduce((sum, { below, share }) => sum + share * orderUpToFillRate(s + gap - below, demand), 0);
}

/**
 * Share of demand met from stock under (s, S), periodic review, backorders: that of an order-up-to level, on average over
 * where the position stands after a review. Reviewed without end (no demand between reviews) it is that of (r, Q), and
 * without a gap the probability that the lead time's demand is at most s.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), sections 6.7.3 and 6.9.2.
 */
export function minMaxFillRate(s: number, demand: MinMaxDemand): number {
  return fillRateBy(demand)(s);
}

/** The least s >= 0 with a fill rate of at least `target` (0 < target < 1); a value that demand can take, where it has steps. */
export function reorderPointForFillRate(target: number, demand: MinMaxDemand): number {
  const { mean, sd, step } = demand.both;
  const s = leastLevel(target, fillRateBy(demand), mean + sd + 1);
  return step === undefined ? s : step * Math.ceil(s / step - 1e-9);
}
