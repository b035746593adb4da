import type { DemandDistribution } from "./demand-distribution.ts";
import { gammaDemand } from "./gamma.ts";
import { lognormalDemandOf } from "./lognormal.ts";
import { negativeBinomialDemand } from "./negative-binomial.ts";
import { normalDemand } from "./normal.ts";
import { poissonDemand } from "./poisson.ts";

/** The families of distributions that a mean and a standard deviation determine. */
export const FAMILIES = ["normal", "gamma", "poisson", "negative-binomial", "lognormal"] as const;
export type Family = (typeof FAMILIES)[number];

const MAKERS: Readonly<Record<Family, (mean: number, sd: number) => DemandDistribution>> = {
  normal: normalDemand,
  gamma: gammaDemand,
  poisson: poissonDemand,
  "negative-binomial": negativeBinomialDemand,
  lognormal: lognormalDemandOf,
};

/** Demand of this family with this mean and sd (both >= 0; the sd of Poisson demand is its own). */
export function demandOf(family: Family, mean: number, sd: number): DemandDistribution {
  return MAKERS[family](mean, sd);
}

export interface DemandRate {
  readonly family: Family;
  /** Mean and standard deviation of one period. */
  readonly mean: number;
  readonly sd: number;
  /** Standard deviation of the length of time itself, in periods. */
  readonly timeSd?: number;
}

/** The sum of demand over `periods` independent periods, which may be fractional. */
export function demandOver({ family, mean, sd, timeSd = 0 }: DemandRate, periods: number): DemandDistribution {
  return demandOf(family, mean * periods, Math.sqrt(periods * sd ** 2 + mean ** 2 * timeSd ** 2));
}
