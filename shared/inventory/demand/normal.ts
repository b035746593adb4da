import { normalCdf, normalLoss, normalQuantile } from "../../numeric/normal.ts";
import type { DemandDistribution } from "./demand-distribution.ts";

/**
 * Normal demand, sd >= 0, not cut off at zero: the textbook formulas hold as they stand.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), appendix C.3.1: n(x) = sd L((x - mean) / sd).
 */
export function normalDemand(mean: number, sd: number): DemandDistribution {
  if (sd === 0) return knownDemand(mean);
  return {
    mean,
    sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
    loss: (x) => (Math.abs(x - mean) > 38 * sd ? Math.max(0, mean - x) : sd * normalLoss((x - mean) / sd)),
  };
}

/** Demand that is known. */
export function knownDemand(mean: number): DemandDistribution {
  return { mean, sd: 0, cdf: (x) => (x >= mean ? 1 : 0), quantile: () => mean, loss: (x) => Math.max(0, mean - x) };
}
