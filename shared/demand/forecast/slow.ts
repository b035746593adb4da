import type { Distribution } from "../../numeric/distribution.ts";
import { pointDistribution } from "../../numeric/normal.ts";
import { windowSum } from "../../numeric/window.ts";
import type { PromotionEffect } from "../causes/promotion-effect.ts";
import { recentPart } from "../history/gaps.ts";
import type { CountNetwork } from "../networks/slow/network.ts";
import { fitSlowDemand } from "../networks/slow/slow-demand.ts";
import type { Forecast } from "./forecast.ts";

/** Factor of each of the next `horizon` periods. */
const factors = (effect: PromotionEffect | undefined, horizon: number): number[] =>
  Array.from({ length: horizon }, (_, h) => effect?.factor(h) ?? 1);

/** What `promoted` says, from the mean without the promotions ahead. */
export function promotedPart(
  effect: PromotionEffect | undefined,
  usual: (horizon: number) => readonly number[],
): Pick<Forecast, "promoted"> {
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

/** The same in every period, without doubt. */
export function forecastFlat(
  value: number,
  { name, ...said }: Pick<Forecast, "pattern" | "season" | "words"> & { readonly name: string },
): Forecast {
  const mean = (horizon: number): number[] => new Array<number>(horizon).fill(value);
  const between = (from: number, to: number): Distribution => pointDistribution(value * (to - from));
  return {
    ...said,
    follows: true,
    negative: value < 0,
    parts: [{ name, weight: 1 }],
    mean,
    quantile: (_, horizon) => mean(horizon),
    each: (horizon) => new Array<Distribution>(horizon).fill(pointDistribution(value)),
    total: (periods) => between(0, periods),
    between,
  };
}

/** A distribution in units that are each worth `unit`. */
const timesUnit = (one: Distribution, unit: number): Distribution =>
  unit === 1
    ? one
    : {
        kind: one.kind,
        mean: one.mean * unit,
        sd: one.sd * unit,
        quantile: (p) => one.quantile(p) * unit,
        cdf: (x) => one.cdf(x / unit),
      };

interface SlowTask {
  /** Oldest first, without gaps or returns. */
  readonly values: readonly number[];
  readonly season: number;
  readonly network: CountNetwork | undefined;
  readonly effect: PromotionEffect | undefined;
  /** Units that a value of 1 stands for. */
  readonly unit: number;
}

/** The rate of a slow mover, spread as counts are. */
export function forecastSlow({ values, season, network, effect, unit }: SlowTask): Forecast {
  const history = recentPart(values, season);
  const busy = history.filter((x) => x > 0).length;
  if (busy === 0)
    return forecastFlat(0, { name: "Slow mover's rate", pattern: "slow", season, words: "no demand so far" });
  const { rate: own, total: totalOf } = fitSlowDemand(history, network);
  const rate = own * unit;
  const total = (periods: number): Distribution => timesUnit(totalOf(periods), unit);
  const one = total(1);
  // A period that sells twice as much counts as two, so that totals stay whole numbers. Rounding to a billionth of a
  // period undoes what is lost where a length is a difference.
  const between = (from: number, to: number): Distribution =>
    total(effect ? windowSum(factors(effect, Math.ceil(to)), from, to) : Math.round(1e9 * (to - from)) / 1e9);
  const each = (horizon: number): Distribution[] =>
    factors(effect, horizon).map((factor) => (factor === 1 ? one : total(factor)));
  return {
    pattern: "slow",
    follows: false,
    negative: false,
    season,
    parts: [{ name: "Slow mover's rate", weight: 1 }],
    mean: (horizon) => factors(effect, horizon).map((factor) => rate * factor),
    quantile: (p, horizon) => each(horizon).map((period) => period.quantile(p)),
    each,
    total: (periods) => between(0, periods),
    between,
    words: `slow mover, demand in ${busy} of ${history.length} periods`,
    ...promotedPart(effect, (horizon) => new Array<number>(horizon).fill(rate)),
  };
}
