import type { Distribution } from "../../numeric/distribution.ts";
import type { Pattern } from "../history/pattern.ts";
import type { ForecastPath } from "../models/path.ts";
import type { Agreement, LastQuarter } from "./last-quarter.ts";

/** A model's part in a forecast. */
export interface Part {
  readonly name: string;
  /** Share of the mean, 0 to 1; the shares add up to 1. */
  readonly weight: number;
}

/** One series' demand ahead, and how uncertain it is. */
export interface Demand {
  /** Mean demand of each of the next `horizon` periods; 6 periods are a prefix of 12. */
  mean(horizon: number): number[];
  /**
   * The forecast of each period that errs least in absolute units, near the median, where it is not the mean: lower than
   * the mean where demand is lumpy. It is what is shown; the mean is what is ordered for.
   */
  typical?(horizon: number): number[];
  /** The p-quantile (0 < p < 1) of each period's demand. */
  quantile(p: number, horizon: number): number[];
  /** Distribution of the demand of each of the next `horizon` periods by itself. */
  each(horizon: number): Distribution[];
  /**
   * Distribution of the total demand over the next `periods`, which may be fractional (2.5 weeks): of the sum, never a
   * sum of quantiles.
   */
  total(periods: number): Distribution;
  /** The same over the time from `from` to `to`, in periods from the end of the history: from today, where that is later. */
  between(from: number, to: number): Distribution;
}

/** What a steady last quarter sold, and how the forecast of so many periods agrees with it. */
export interface QuarterSold extends Pick<LastQuarter, "length" | "low" | "high"> {
  agreement(horizon: number): Agreement;
}

/** The forecast of one series, and how it came about. */
export interface Forecast extends Demand {
  readonly pattern: Pattern;
  /** Whether it knows more of demand's course (level, trend, season) than how often it comes and how much it is. */
  readonly follows: boolean;
  /** Whether demand may be negative. */
  readonly negative: boolean;
  /** Periods in a season; 1 for none. */
  readonly season: number;
  /** Whether it goes by a season that it found. */
  readonly seasonal?: boolean | undefined;
  /** Periods in a longer season beside it, where there is one. */
  readonly longSeason?: number | undefined;
  readonly parts: readonly Part[];
  /** Where every period of the last quarter sold. */
  readonly quarter?: QuarterSold | undefined;
  /** In a few plain words: "level, trend and season, 104 periods", "slow mover, demand in 9 of 80 periods". */
  readonly words: string;
  /** What promotions ahead do to it; absent where there are no promotions. */
  readonly promoted?: {
    /** Whether the history has a promotion to learn from. */
    readonly learned: boolean;
    /** The part of `between(from, to).mean` that promotions add. */
    added(from: number, to: number): number;
  };
}

/** The forecast of each period that errs least, the mean where none errs less. */
export const typicalOf = (forecast: Forecast, horizon: number): number[] =>
  forecast.typical?.(horizon) ?? forecast.mean(horizon);

/** The forecast of so many periods, as it is shown. */
export const pathOf = (forecast: Forecast, horizon: number): ForecastPath => ({
  mean: typicalOf(forecast, horizon),
  quantile: (p) => forecast.quantile(p, horizon),
});
