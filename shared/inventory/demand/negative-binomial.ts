import { UserError } from "../../define/errors.ts";
import { regularisedBeta } from "../../numeric/beta-function.ts";
import { negativeBinomialDistribution } from "../../numeric/negative-binomial.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { knownDemand } from "./normal.ts";

/** Whether there is a negative binomial distribution of this mean (> 0) and sd; a variance as good as the mean is Poisson's. */
export const isOverdispersed = (mean: number, sd: number): boolean => sd ** 2 > mean * (1 + 1e-9);

/** Throws a `UserError` where demand was said to be negative binomial and varies too little for that. */
export function checkOverdispersed(mean: number, sd: number): void {
  if (mean > 0 && !isOverdispersed(mean, sd))
    throw new UserError(
      `distribution: must not be "negative-binomial" unless demand varies more than Poisson's: the square of its sd must be greater than its mean, and is ${Number((sd ** 2 / mean).toPrecision(3))} times it; take "poisson", or "normal" for a smaller sd`,
    );
}

/**
 * Negative binomial demand: whole units that vary more than a Poisson's, for slow movers. Throws a `UserError` where the
 * variance does not exceed the mean.
 *
 * k f(k; r, p) = m f(k - 1; r + 1, p), so the units above x are m P(D' >= m') - x P(D > x), D' of size r + 1, m' the
 * whole part of x (Silver, Pyke & Thomas, 4th ed., section 6.7.2 for its use).
 */
export function negativeBinomialDemand(mean: number, sd: number): DemandDistribution {
  checkOverdispersed(mean, sd);
  const { cdf, quantile, kind } = negativeBinomialDistribution(mean, sd);
  if (kind === "point") return knownDemand(mean);
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
