import { normalQuantile } from "../numeric/normal.ts";

export interface LeadTimeRisk {
  /** Mean demand per period, d. */
  readonly mean: number;
  /** Standard deviation of the one-period forecast error, sigma. */
  readonly sd: number;
  /** Lead time in periods, L. */
  readonly leadTime: number;
  /** Standard deviation of the lead time in periods. */
  readonly leadTimeSd: number;
  /** Probability of no stock-out in a replenishment cycle, alpha. */
  readonly serviceLevel: number;
  /** Periods between reviews, R; 0 for continuous review. */
  readonly reviewPeriod: number;
}

/**
 * SS = z(alpha) sqrt((L + R) sigma^2 + d^2 sigma_L^2), in units.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), section 6.10; Snyder & Shen
 * (2nd ed.), equation 5.18 with review period.
 */
export function safetyStock({ mean, sd, leadTime, leadTimeSd, serviceLevel, reviewPeriod }: LeadTimeRisk): number {
  return normalQuantile(serviceLevel) * Math.sqrt((leadTime + reviewPeriod) * sd ** 2 + mean ** 2 * leadTimeSd ** 2);
}

/** ROP = d (L + R) + SS, in units. Same sources as `safetyStock`. */
export function reorderPoint(risk: LeadTimeRisk): number {
  return risk.mean * (risk.leadTime + risk.reviewPeriod) + safetyStock(risk);
}
