import { normalCdf, normalQuantile } from "../../numeric/normal.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { knownDemand } from "./normal.ts";

/**
 * Demand whose logarithm is normal with this mean and sd (>= 0).
 *
 * Snyder & Shen (2nd ed.), appendix C.3.1 (lognormal loss function).
 */
export function lognormalDemand(logMean: number, logSd: number): DemandDistribution {
  const mean = Math.exp(logMean + logSd ** 2 / 2);
  if (logSd === 0) return knownDemand(mean);
  const z = (x: number): number => (Math.log(x) - logMean) / logSd;
  return {
    mean,
    sd: mean * Math.sqrt(Math.expm1(logSd ** 2)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf(z(x))),
    quantile: (p) => Math.exp(logMean + logSd * normalQuantile(p)),
    loss: (x) => (x <= 0 ? mean - x : Math.max(0, mean * normalCdf(logSd - z(x)) - x * normalCdf(-z(x)))),
  };
}

/** The same by the mean (> 0) and sd of demand itself. */
export function lognormalDemandOf(mean: number, sd: number): DemandDistribution {
  if (mean === 0) return knownDemand(0);
  const variance = Math.log1p((sd / mean) ** 2);
  return lognormalDemand(Math.log(mean) - variance / 2, Math.sqrt(variance));
}
