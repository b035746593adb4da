import { regularisedBeta } from "../../numeric/beta-function.ts";
import { negativeBinomialDistribution } from "../../numeric/negative-binomial.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { knownDemand } from "./normal.ts";
import { poissonDemand } from "./poisson.ts";

/**
 * Negative binomial demand: whole units that vary more than a Poisson's, for slow movers. Where the variance does not
 * exceed the mean it is Poisson demand.
 *
 * k f(k; r, p) = m f(k - 1; r + 1, p), so the units above x are m P(D' >= m') - x P(D > x), D' of size r + 1, m' the
 * whole part of x (Silver, Pyke & Thomas, 4th ed., section 6.7.2 for its use).
 */
export function negativeBinomialDemand(mean: number, sd: number): DemandDistribution {
  const { cdf, quantile, kind } = negativeBinomialDistribution(mean, sd);
  if (kind === "point") return knownDemand(mean);
  if (kind === "poisson") return poissonDemand(mean);
  const success = mean / sd ** 2;
  const size = mean ** 2 / (sd ** 2 - mean);
  const loss = (x: number): number => {
    const whole = Math.floor(x);
    if (whole < 1) return x < 0 ? mean - x : mean - x * (1 - cdf(0));
    return Math.max(
      0,
      mean * regularisedBeta(1 - success, whole, size + 1) - x * regularisedBeta(1 - success, whole + 1, size),
    );
  };
  return { mean, sd, cdf, quantile, loss };
}
