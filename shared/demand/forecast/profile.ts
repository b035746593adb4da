import type { Pattern } from "../history/pattern.ts";

/** What forecasts of one history may differ in. */
export interface Profile {
  /**
   * Whether all statistical models are fitted, all views of the history are shown to all networks and a longer season is
   * looked for; else the quick models, one view and one network.
   */
  readonly thorough: boolean;
  /** Share of the network in the mean; the statistical models have the rest. */
  readonly networkShare: number;
  /** Share of the network in the logarithm of the variances. */
  readonly spreadShare: number;
  /** Share that the network's answer has of its own statistical forecasts, before it is mixed with ours. */
  readonly networkStatistics: number;
  /** Most periods that the network forecasts; beyond them the statistical models go on from there. */
  readonly networkPeriods: number;
  /**
   * What pretrained trees change of what is slow or noisy, where no table teaches: all of the forecast, or what is shown
   * alone. They know of medians; totals over lead times go by the models' means.
   */
  readonly trees: "all" | "shown";
  /** Patterns that are not forecast as regular demand is. */
  readonly apart: readonly Pattern[];
  /** Whether returns are negative demand, or none. */
  readonly returns: boolean;
  /** Whether a history is forecast in a unit of its own size, so that the one it comes in changes no bit. */
  readonly unitFree: boolean;
  /** Whether a period's quantiles are as the models' course has them, or those of its distribution. */
  readonly intervals: "course" | "distribution";
}

/** One cell's series, looked at as well as we can: FORECAST_BEST, FORECAST_WHY, BACKTEST. */
export const THOROUGH: Profile = {
  thorough: true,
  networkShare: 0.7,
  spreadShare: 1,
  networkStatistics: 0,
  networkPeriods: Infinity,
  trees: "all",
  apart: ["zero", "constant", "short", "slow"],
  returns: true,
  unitFree: true,
  intervals: "course",
};

/**
 * Totals over lead times for many items, each in a millisecond: the plan, its replay, REORDER, MIN_MAX, LEAD_TIME_DEMAND.
 * With half of the network totals over a lead time lose 4% of their pinball loss on M3, 6% on M1 and 1% on M4 weekly and
 * hospital, and their quantiles hold what they promise (those of weeks would be too low with the network's spread alone):
 * the benchmark `lead-time` prints this. The network forecasts a year of months.
 */
export const QUICK: Profile = {
  thorough: false,
  networkShare: 0.5,
  spreadShare: 0.5,
  networkStatistics: 0.2,
  networkPeriods: 13,
  trees: "shown",
  apart: ["zero", "slow"],
  returns: false,
  unitFree: false,
  intervals: "distribution",
};
