import { poissonDistribution } from "../../numeric/poisson.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { knownDemand } from "./normal.ts";

/**
 * Poisson demand, whole units.
 *
 * Snyder & Shen (2nd ed.), appendix C.3.3: the units above x are m P(D >= m') - x P(D > x), with m' the whole part of x.
 */
export function poissonDemand(mean: number): DemandDistribution {
  if (mean === 0) return knownDemand(0);
  const { cdf, quantile, sd } = poissonDistribution(mean);
  const loss = (x: number): number =>
    x < 0 ? mean - x : Math.max(0, mean * (1 - cdf(Math.floor(x) - 1)) - x * (1 - cdf(x)));
  return { mean, sd, cdf, quantile, loss };
}
