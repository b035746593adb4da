import { normalDemand } from "../demand/normal.ts";
import { mismatchCost } from "./newsvendor.ts";

export interface MyopicProblem {
  readonly demandMean: number;
  readonly demandSd: number;
  readonly holdingCost: number;
  readonly shortageCost: number;
  /** Price now and in the next period. */
  readonly unitCost: number;
  readonly nextUnitCost: number;
  readonly discount: number;
}

/**
 * The stock that makes one period's cost least where what is left saves a purchase in the next one. `null` where the
 * price moves so much that waiting, or hoarding, pays without limit: unless -h <= c - gamma c' <= p.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), section 4.3 and example 4.1.
 */
export function myopicStock(p: MyopicProblem): { readonly level: number; readonly cost: number } | null {
  const rise = p.unitCost - p.discount * p.nextUnitCost;
  const ratio = (p.shortageCost - rise) / (p.shortageCost + p.holdingCost);
  if (!(ratio > 0 && ratio < 1)) return null;
  const demand = normalDemand(p.demandMean, p.demandSd);
  const level = demand.quantile(ratio);
  const mismatch = mismatchCost(level, demand, { overage: p.holdingCost, underage: p.shortageCost });
  return { level, cost: p.unitCost * level + mismatch - p.discount * p.nextUnitCost * (level - p.demandMean) };
}
