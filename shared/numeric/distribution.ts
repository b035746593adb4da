/** A distribution of demand. Quantiles of count distributions are whole numbers. */
export interface Distribution {
  readonly kind: "normal" | "gamma" | "poisson" | "negative binomial" | "compound" | "empirical" | "point";
  readonly mean: number;
  readonly sd: number;
  /** Its values are multiples of this; absent where they are not spaced. */
  readonly step?: number;
  /** Smallest x with cdf(x) >= p, never negative; 0 < p < 1. */
  quantile(p: number): number;
  /** Probability of at most x. */
  cdf(x: number): number;
}
