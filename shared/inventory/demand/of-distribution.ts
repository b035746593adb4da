import type { Distribution } from "../../numeric/distribution.ts";
import type { DemandDistribution } from "./demand-distribution.ts";
import { demandOf, type Family } from "./families.ts";
import { knownDemand } from "./normal.ts";
import { quantileLoss, steppedLoss } from "./tabulated-loss.ts";

/** Those whose loss function has a closed formula. */
const FAMILY_OF: Readonly<Partial<Record<Distribution["kind"], Family>>> = {
  gamma: "gamma",
  normal: "normal",
  poisson: "poisson",
  "negative binomial": "negative-binomial",
};

/**
 * A forecast's distribution of demand, never negative, with its loss function. Where that comes from a table, so does the
 * mean: a forecast may put its mean beside its quantiles, but what is short and what is asked for must be of one kind.
 */
export function ofDistribution(forecast: Distribution): DemandDistribution {
  const { kind, sd, step } = forecast;
  if (kind === "point") return knownDemand(forecast.mean);
  const family = FAMILY_OF[kind];
  if (family) return demandOf(family, forecast.mean, sd);
  const { mean, loss } = (step === undefined ? undefined : steppedLoss(forecast, step)) ?? quantileLoss(forecast);
  return { mean, sd, cdf: (x) => forecast.cdf(x), quantile: (p) => forecast.quantile(p), loss };
}
