import type { Distribution } from "../numeric/distribution.ts";
import { gammaDistribution } from "../numeric/gamma.ts";
import { negativeBinomialDistribution } from "../numeric/negative-binomial.ts";
import { pointDistribution } from "../numeric/normal.ts";
import { fillGaps, listedPart } from "./clean.ts";
import { detectSeason } from "./detect-season.ts";
import { fitSlowMover } from "./slow-mover.ts";
import { spreadOf } from "./spread.ts";
import { fitStatisticalMean } from "./statistical-mean.ts";

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

/** Older history says nothing more about the next periods. */
const LONGEST = 420;
/** Share of periods with demand below which an item is a slow mover (an interval of 1.32 periods: Syntetos and Boylan). */
const SLOW_BELOW = 1 / 1.32;
/** Coefficient of variation believed of an item with one or two observations. */
const UNKNOWN_VARIATION = 0.5;

/**
 * Forecasts one item from its history (oldest first, NaN where a value is missing, `season` found in the series where
 * undefined). Works from one observation up; an empty history forecasts zero.
 */
export function forecastDemand(values: readonly number[], season: number | undefined): DemandForecast {
  const listed = listedPart(values).slice(-LONGEST);
  const m = season ?? detectSeason(listed);
  const history = fillGaps(listed, m).map((x) => Math.max(0, x));
  if (!history.some((x) => x > 0)) return zeroForecast(history.length);
  const busy = history.filter((x) => x > 0).length / history.length;
  if (busy < SLOW_BELOW) return slowForecast(history, busy);
  return smoothForecast(history, m);
}

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

function slowForecast(history: readonly number[], busy: number): DemandForecast {
  const { rate, sd, alpha } = fitSlowMover(history);
  const whole = history.every(Number.isInteger);
  const spread = whole ? negativeBinomialDistribution : gammaDistribution;
  return {
    mean: (horizon) => new Array<number>(horizon).fill(rate),
    total(periods) {
      // The sum of a level's errors: sd² (1 + ... + (1 + (L - 1) alpha)²).
      const L = periods;
      const growth = L <= 1 ? L : L + alpha * L * (L - 1) + (alpha * alpha * L * (L - 1) * (2 * L - 1)) / 6;
      return spread(rate * L, sd * Math.sqrt(growth));
    },
    sd,
    model: `slow mover, demand in 1 of ${Math.round(1 / busy)} periods`,
  };
}

function smoothForecast(history: readonly number[], season: number): DemandForecast {
  const fitted = fitStatisticalMean({ values: history, season });
  const spread = spreadOf(fitted);
  const mean = (horizon: number): number[] => fitted.predict(horizon).map((x) => Math.max(0, x));
  const early = history.length < 3;
  const sd = early ? UNKNOWN_VARIATION * mean(1)[0]! : spread.sd;
  const varianceOf = (periods: number): number => (early ? (sd * periods) ** 2 : spread.totalVariance(periods));
  return {
    mean,
    total(periods) {
      const whole = Math.floor(periods);
      const below = varianceOf(whole);
      const variance = periods > whole ? below + (periods - whole) * (varianceOf(whole + 1) - below) : below;
      return gammaDistribution(partialSum(mean(Math.ceil(periods)), periods), Math.sqrt(variance));
    },
    sd,
    model: `${fitted.name.endsWith("seasonally adjusted") ? "level, trend and season" : "level and trend"}, ${history.length} periods`,
  };
}
