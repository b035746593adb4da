/** How many courses of demand levels are tried on. */
export const SCENARIOS = 32;

/** One course that demand may take: the periods with demand and how much, oldest first. */
export interface Scenario {
  readonly times: Int32Array;
  readonly sizes: Float64Array;
  readonly periods: number;
  /** The rate of demand at each of them, relative to today's, where it drifts: levels that follow it are scaled by it. */
  readonly drift?: Float64Array;
}
