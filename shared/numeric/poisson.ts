import type { Distribution } from "./distribution.ts";
import { regularisedGammaQ } from "./gamma-function.ts";
import { pointDistribution, normalQuantile } from "./normal.ts";
import { smallestCount } from "./smallest-count.ts";

/** Poisson distribution with this mean (>= 0); its quantiles are whole numbers. */
export function poissonDistribution(mean: number): Distribution {
  if (mean === 0) return pointDistribution(0);
  const sd = Math.sqrt(mean);
  const cdf = (x: number): number => (x < 0 ? 0 : regularisedGammaQ(Math.floor(x) + 1, mean));
  return {
    kind: "poisson",
    mean,
    sd,
    step: 1,
    cdf,
    quantile: (p) => smallestCount(cdf, p, mean + sd * normalQuantile(p), sd),
  };
}
