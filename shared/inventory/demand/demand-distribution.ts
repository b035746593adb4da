/** Demand over some stretch of time, as the stock formulas need it: probabilities, quantiles and the loss function. */
export interface DemandDistribution {
  readonly mean: number;
  readonly sd: number;
  /** Probability of at most x. */
  cdf(x: number): number;
  /** Smallest x with cdf(x) >= p; 0 < p < 1. */
  quantile(p: number): number;
  /** The loss function E(D - x)+: units short, on average, of a stock x. */
  loss(x: number): number;
}

/** Its complement E(x - D)+: units left over, on average, of a stock x. */
export function leftover(demand: DemandDistribution, x: number): number {
  return Math.max(0, x - demand.mean + demand.loss(x));
}

/** Probability of less than x: of units left over of a stock x. */
export function probabilityBelow(demand: DemandDistribution, x: number): number {
  return demand.cdf(x - 1e-12 * Math.max(1, Math.abs(x)));
}
