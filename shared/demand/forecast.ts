import type { Distribution } from "../numeric/distribution.ts";
import { gammaDistribution } from "../numeric/gamma.ts";
import { pointDistribution } from "../numeric/normal.ts";
import { fillGaps, listedPart, recentPart } from "./clean.ts";
import { detectSeason } from "./detect-season.ts";
import type { CountNetwork } from "./intermittent/learned/network.ts";
import { fitSlowDemand } from "./intermittent/slow-demand.ts";
import { lastQuarter, quarterWords } from "./last-quarter.ts";
import type { Network } from "./network/network.ts";
import { sellingNow } from "./pattern.ts";
import { promotionEffect, type PromotionColumns, type PromotionEffect } from "./promotion-effect.ts";
import { forecastRegular } from "./regular.ts";
import { windowSum } from "./window.ts";

/** One item's demand ahead, as the plan and REORDER use it. */
export interface DemandForecast {
  /** Mean demand of each of the next `horizon` periods, never negative; 6 periods are a prefix of 12. */
  mean(horizon: number): number[];
  /**
   * Distribution of the total demand over the next `periods`, which may be fractional (2.5 weeks): of the sum, never a
   * sum of quantiles.
   */
  total(periods: number): Distribution;
  /** The same over the time from `from` to `to`, in periods from the end of the history: from today, where that is later. */
  between(from: number, to: number): Distribution;
  /** Distribution of the demand of each of the next `horizon` periods by itself. */
  each(horizon: number): Distribution[];
  /** Standard deviation of the one-period forecast error. */
  readonly sd: number;
  /** The model in a few plain words: "level, trend and season, 104 periods", "slow mover, demand in 9 of 80 periods". */
  readonly model: string;
  /** What promotions ahead do to it; absent where there are no promotions. */
  readonly promoted?: {
    /** Whether the history has a promotion to learn from. */
    readonly learned: boolean;
    /** The part of `between(from, to).mean` that promotions add. */
    added(from: number, to: number): number;
  };
}

/**
 * Forecasts one item from its history (oldest first, NaN where a value is missing, `season` found in the series where
 * undefined). Works from one observation up; an empty history forecasts zero. Past promotions are taken out of the
 * history and what they did is put into the periods that are promoted ahead. With the network for counts, slow movers
 * are forecast by it too; with the forecasting network all others are.
 */
export function forecastDemand(
  values: readonly number[],
  season: number | undefined,
  promotions?: PromotionColumns,
  counts?: CountNetwork,
  network?: Network,
): DemandForecast {
  const whole = listedPart(values);
  const known = present(whole);
  if (!known.some((x) => x > 0)) return zeroForecast(known.length);
  const { slow, since } = sellingNow(whole);
  const listed = whole.slice(since);
  const m = season ?? detectSeason(listed);
  if (promotions === undefined)
    return slow
      ? slowForecast(present(values), m, counts)
      : smoothForecast(fillGaps(listed, m).map(notNegative), m, network, undefined, since > 0);
  const past = promotions.past.slice(values.length - listed.length);
  const sold = listed.map((x) => (Number.isNaN(x) ? x : notNegative(x)));
  const effect = promotionEffect(sold, m, { ...promotions, past });
  if (!slow) return smoothForecast(fillGaps(effect.adjusted, m), m, network, effect, since > 0);
  // Whole numbers stay whole: a slow mover's promoted periods are left out, unless it sold in no others.
  const unpromoted = present(values.filter((_, t) => !(promotions.past[t]! > 0)));
  return slowForecast(unpromoted.some((x) => x > 0) ? unpromoted : present(values), m, counts, effect);
}

/** Less than this is no demand; nor are returns booked as negative demand. */
const LEAST = 1e-9;

const notNegative = (x: number): number => (x > LEAST ? x : 0);

const present = (values: readonly number[]): number[] => values.filter((x) => !Number.isNaN(x)).map(notNegative);

function zeroForecast(length: number): DemandForecast {
  return {
    mean: (horizon) => new Array<number>(horizon).fill(0),
    total: () => pointDistribution(0),
    between: () => pointDistribution(0),
    each: (horizon) => new Array<Distribution>(horizon).fill(pointDistribution(0)),
    sd: 0,
    model: length === 0 ? "no history" : "no demand so far",
  };
}

/** Factor of each of the next `horizon` periods. */
const factors = (effect: PromotionEffect | undefined, horizon: number): number[] =>
  Array.from({ length: horizon }, (_, h) => effect?.factor(h) ?? 1);

/** What `promoted` says, from the mean without the promotions ahead. */
function promotedPart(
  effect: PromotionEffect | undefined,
  usual: (horizon: number) => readonly number[],
): Pick<DemandForecast, "promoted"> {
  if (effect === undefined) return {};
  const added = (from: number, to: number): number => {
    const horizon = Math.ceil(to);
    const factor = factors(effect, horizon);
    return windowSum(
      usual(horizon).map((x, h) => x * (factor[h]! - 1)),
      from,
      to,
    );
  };
  return { promoted: { learned: effect.learned, added } };
}

function slowForecast(
  values: readonly number[],
  season: number,
  counts: CountNetwork | undefined,
  effect?: PromotionEffect,
): DemandForecast {
  const history = recentPart(values, season);
  const busy = history.filter((x) => x > 0).length;
  if (busy === 0) return zeroForecast(history.length);
  const { rate, total } = fitSlowDemand(history, counts);
  const one = total(1);
  // A period that sells twice as much counts as two, so that totals stay whole numbers. Rounding to a billionth of a
  // period undoes what is lost where a length is a difference.
  const between = (from: number, to: number): Distribution =>
    total(effect ? windowSum(factors(effect, Math.ceil(to)), from, to) : Math.round(1e9 * (to - from)) / 1e9);
  return {
    mean: (horizon) => factors(effect, horizon).map((factor) => rate * factor),
    total: (periods) => between(0, periods),
    between,
    each: (horizon) => factors(effect, horizon).map((factor) => (factor === 1 ? one : total(factor))),
    sd: one.sd,
    model: `slow mover, demand in ${busy} of ${history.length} periods`,
    ...promotedPart(effect, (horizon) => new Array<number>(horizon).fill(rate)),
  };
}

function smoothForecast(
  values: readonly number[],
  season: number,
  network: Network | undefined,
  effect: PromotionEffect | undefined,
  lumpyBefore: boolean,
): DemandForecast {
  const history = recentPart(values, season);
  const { predict, spread, seasonal, learned } = forecastRegular({ values: history, season }, network);
  const quarter = lastQuarter(history, season);
  const usual = (horizon: number): number[] => {
    const own = predict(horizon).map(notNegative);
    return quarter?.hold(own) ?? own;
  };
  const left = quarter ? quarterWords(quarter, quarter.agreement(predict(quarter.length))) : "";
  const mean = (horizon: number): number[] => {
    const factor = factors(effect, horizon);
    return usual(horizon).map((x, h) => x * factor[h]!);
  };
  /** Standard deviation of each period that the promotion's effect adds, which errs the same way in all of them. */
  const doubts = (horizon: number): number[] =>
    effect ? usual(horizon).map((x, h) => x * effect.doubt(h)) : new Array<number>(horizon).fill(0);
  const between = (from: number, to: number): Distribution => {
    const horizon = Math.ceil(to);
    const expected = windowSum(mean(horizon), from, to);
    const unlifted = effect ? windowSum(usual(horizon), from, to) : expected;
    const lift = unlifted > 0 ? expected / unlifted : 1;
    const deviation = lift * Math.sqrt(spread.totalVariance(to, from));
    return gammaDistribution(expected, Math.hypot(deviation, windowSum(doubts(horizon), from, to)));
  };
  return {
    mean,
    total: (periods) => between(0, periods),
    between,
    each(horizon) {
      const variances = spread.variances(horizon);
      const factor = factors(effect, horizon);
      const doubt = doubts(horizon);
      return mean(horizon).map((x, h) =>
        gammaDistribution(x, Math.hypot(factor[h]! * Math.sqrt(variances[h]!), doubt[h]!)),
      );
    },
    sd: spread.sd,
    model: `${seasonal ? "level, trend and season" : "level and trend"}${learned ? ", with a pretrained network" : ""}, ${history.length} periods${lumpyBefore ? " since it sells regularly" : ""}${left && `, ${left}`}`,
    ...promotedPart(effect, usual),
  };
}
