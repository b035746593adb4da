import { regularisedBeta } from "./beta-function.ts";
import type { Distribution } from "./distribution.ts";
import { pointDistribution } from "./normal.ts";
import { poissonDistribution } from "./poisson.ts";
import { smallestCount } from "./smallest-count.ts";

/**
 * Negative binomial distribution with this mean (>= 0) and standard deviation: counts that vary more than a Poisson's.
 * Where the variance does not exceed the mean, the Poisson distribution.
 */
export function negativeBinomialDistribution(mean: number, sd: number): Distribution {
  if (mean === 0) return pointDistribution(0);
  const variance = sd * sd;
  if (variance <= mean * (1 + 1e-9)) return poissonDistribution(mean);
  if (!(variance < Infinity)) return pointDistribution(mean);
  const size = (mean * mean) / (variance - mean);
  const success = mean / variance;
  const cdf = (x: number): number => (x < 0 ? 0 : regularisedBeta(success, size, Math.floor(x) + 1));
  return { kind: "negative binomial", mean, sd, step: 1, cdf, quantile: (p) => smallestCount(cdf, p, mean, sd) };
}
