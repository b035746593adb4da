import type { Distribution } from "../numeric/distribution.ts";

/** One item's demand ahead, as the plan and REORDER use it. */
export interface DemandForecast {
  /** Mean demand of each of the next `horizon` periods, never negative; 6 periods are a prefix of 12. */
  mean(horizon: number): number[];
  /**
   * Distribution of the total demand over the next `periods`, which may be fractional (2.5 weeks): of the sum, never a
   * sum of quantiles.
   */
  total(periods: number): Distribution;
  /** Standard deviation of the one-period forecast error. */
  readonly sd: number;
  /** The model in a few plain words: "level and season, 104 weeks", "slow mover, 1 in 9 weeks". */
  readonly model: string;
}
