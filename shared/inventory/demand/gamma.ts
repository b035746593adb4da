import { gammaDistribution } from "../../numeric/gamma.ts";
import { regularisedGammaQ } from "../../numeric/gamma-function.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { knownDemand } from "./normal.ts";

/**
 * Gamma demand: never negative and skewed, for quick movers that vary much.
 *
 * Its loss function is m Q(k + 1, x / t) - x Q(k, x / t), with shape k, scale t, mean m (Burgin, Operational Research
 * Quarterly 26, 1975).
 */
export function gammaDemand(mean: number, sd: number): DemandDistribution {
  const { cdf, quantile, kind } = gammaDistribution(mean, sd);
  if (kind === "point") return knownDemand(mean);
  const shape = (mean / sd) ** 2;
  const scale = sd * (sd / mean);
  const loss = (x: number): number =>
    x <= 0
      ? mean - x
      : Math.max(0, mean * regularisedGammaQ(shape + 1, x / scale) - x * regularisedGammaQ(shape, x / scale));
  return { mean, sd, cdf, quantile, loss };
}
