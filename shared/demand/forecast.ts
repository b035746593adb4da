import type { Distribution } from "../numeric/distribution.ts";
import { gammaDistribution } from "../numeric/gamma.ts";
import { pointDistribution } from "../numeric/normal.ts";
import { fitQuickStatistics } from "./best/statistics.ts";
import { fillGaps, listedPart, recentPart } from "./clean.ts";
import { detectSeason } from "./detect-season.ts";
import { fitSlowDemand } from "./intermittent/slow-demand.ts";
import { spreadOf } from "./spread.ts";

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
  /** The model in a few plain words: "level, trend and season, 104 periods", "slow mover, demand in 9 of 80 periods". */
  readonly model: string;
}

/** Share of periods with demand below which an item is a slow mover (an interval of 1.32 periods: Syntetos and Boylan). */
const SLOW_BELOW = 1 / 1.32;

/**
 * Forecasts one item from its history (oldest first, NaN where a value is missing, `season` found in the series where
 * undefined). Works from one observation up; an empty history forecasts zero.
 */
export function forecastDemand(values: readonly number[], season: number | undefined): DemandForecast {
  const listed = listedPart(values);
  const known = present(listed);
  const busy = known.filter((x) => x > 0).length;
  if (busy === 0) return zeroForecast(known.length);
  const m = season ?? detectSeason(listed);
  if (busy / known.length < SLOW_BELOW) return slowForecast(recentPart(present(values), m));
  return smoothForecast(recentPart(fillGaps(listed, m), m).map(notNegative), m);
}

/** Less than this is no demand; nor are returns booked as negative demand. */
const LEAST = 1e-9;

const notNegative = (x: number): number => (x > LEAST ? x : 0);

const present = (values: readonly number[]): number[] => values.filter((x) => !Number.isNaN(x)).map(notNegative);

function zeroForecast(length: number): DemandForecast {
  return {
    mean: (horizon) => new Array<number>(horizon).fill(0),
    total: () => pointDistribution(0),
    sd: 0,
    model: length === 0 ? "no history" : "no demand so far",
  };
}

/** Sum over the first `periods`, a fractional last one in proportion. */
function partialSum(path: readonly number[], periods: number): number {
  const whole = Math.floor(periods);
  let sum = 0;
  for (let h = 0; h < whole; h += 1) sum += path[h]!;
  return periods > whole ? sum + (periods - whole) * path[whole]! : sum;
}

function slowForecast(history: readonly number[]): DemandForecast {
  const busy = history.filter((x) => x > 0).length;
  if (busy === 0) return zeroForecast(history.length);
  const { rate, total } = fitSlowDemand(history);
  return {
    mean: (horizon) => new Array<number>(horizon).fill(rate),
    total,
    sd: total(1).sd,
    model: `slow mover, demand in ${busy} of ${history.length} periods`,
  };
}

function smoothForecast(history: readonly number[], season: number): DemandForecast {
  const fitted = fitQuickStatistics({ values: history, season });
  const spread = spreadOf(fitted);
  const mean = (horizon: number): number[] => fitted.predict(horizon).map(notNegative);
  return {
    mean,
    total(periods) {
      const whole = Math.floor(periods);
      const below = spread.totalVariance(whole);
      const variance = periods > whole ? below + (periods - whole) * (spread.totalVariance(whole + 1) - below) : below;
      return gammaDistribution(partialSum(mean(Math.ceil(periods)), periods), Math.sqrt(variance));
    },
    sd: spread.sd,
    model: `${fitted.name.endsWith("seasonally adjusted") ? "level, trend and season" : "level and trend"}, ${history.length} periods`,
  };
}
