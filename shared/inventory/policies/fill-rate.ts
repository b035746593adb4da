import { risingRoot } from "../../numeric/rising-root.ts";
import type { DemandDistribution } from "../demand/demand-distribution.ts";

/** Demand over the lead time, and over the lead time and one review period more. */
export interface ProtectedDemand {
  readonly lead: DemandDistribution;
  readonly both: DemandDistribution;
  /** Mean demand of a review period, more than 0. */
  readonly cycle: number;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * Share of demand met from stock where each review orders up to `level`: 1 - (n(L + R) - n(L)) / (d R), n the loss
 * functions at the level. What is short is delivered later.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), section 6.9.2, with the
 * backorders of earlier reviews taken off (Sobel, 2004).
 */
export function orderUpToFillRate(level: number, { lead, both, cycle }: ProtectedDemand): number {
  return within(1 - (both.loss(level) - lead.loss(level)) / cycle);
}

/** Share of demand met where Q is ordered at position r: 1 - (n(r) - n(r + Q)) / Q (same book, section 6.7.3). */
export function reorderPointFillRate(r: number, quantity: number, lead: DemandDistribution): number {
  return within(1 - (lead.loss(r) - lead.loss(r + quantity)) / quantity);
}

/** The least level >= 0 with a fill rate of at least `target` (0 < target < 1); it rises with the level. */
export function leastLevel(target: number, fillRate: (level: number) => number, guess: number): number {
  if (fillRate(0) >= target) return 0;
  let high = guess;
  for (let i = 0; i < 1100 && fillRate(high) < target; i += 1) high *= 2;
  return risingRoot((level) => fillRate(level) - target, 0, high);
}

/** The least order-up-to level whose fill rate is at least `target` (0 < target < 1). */
export function levelForFillRate(target: number, demand: ProtectedDemand): number {
  return leastLevel(target, (level) => orderUpToFillRate(level, demand), demand.both.mean + demand.both.sd + 1);
}
