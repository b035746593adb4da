import type { Distribution } from "../../numeric/distribution.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { demandOf, type Family } from "./families.ts";
import { knownDemand } from "./normal.ts";

/** Those whose loss function has a closed formula. */
const FAMILY_OF: Readonly<Partial<Record<Distribution["kind"], Family>>> = {
  gamma: "gamma",
  normal: "normal",
  poisson: "poisson",
  "negative binomial": "negative-binomial",
};

/** At least so many points are summed below a stock. */
const POINTS = 4096;

/**
 * E(x - D)+ as the area below the distribution function from 0 to x, by midpoints of panels that part whole units evenly,
 * or hold them whole: exact for demand in whole units up to a few thousand.
 */
function areaBelow(cdf: (x: number) => number, x: number): number {
  const width = x < POINTS ? 1 / Math.ceil(POINTS / x) : Math.ceil(x / POINTS);
  const whole = Math.floor(x / width);
  let area = 0;
  for (let i = 0; i < whole; i += 1) area += cdf((i + 0.5) * width);
  const rest = x - whole * width;
  return area * width + rest * cdf(x - rest / 2);
}

/** A forecast's distribution of demand, never negative, with its loss function. */
export function ofDistribution(forecast: Distribution): DemandDistribution {
  const { kind, mean, sd, cdf, quantile } = forecast;
  if (kind === "point") return knownDemand(mean);
  const family = FAMILY_OF[kind];
  if (family) return demandOf(family, mean, sd);
  const loss = (x: number): number => (x <= 0 ? mean - x : Math.max(0, mean - x + areaBelow(cdf, x)));
  return { mean, sd, cdf, quantile, loss };
}
