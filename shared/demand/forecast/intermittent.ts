import type { ForecastPath } from "../models/path.ts";
import type { Fit } from "../models/model.ts";
import type { Distribution } from "../../numeric/distribution.ts";
import { gammaDistribution } from "../../numeric/gamma.ts";
import { spreadOf } from "../models/spread.ts";
import { listedPart } from "../history/gaps.ts";
import { sellingNow } from "../history/pattern.ts";
import { fitAdida, fitImapa } from "../slow/aggregation.ts";
import { classicTotal } from "../slow/classic-total.ts";
import { fitCroston, fitSba } from "../slow/croston.ts";
import type { CountNetwork } from "../networks/slow/network.ts";
import { fitSlowDemand } from "../networks/slow/slow-demand.ts";
import { fitTsb } from "../slow/tsb.ts";

const CLASSICS: Readonly<Record<Exclude<IntermittentMethod, "learned" | "count">, Fit>> = {
  croston: fitCroston,
  sba: fitSba,
  tsb: fitTsb,
  adida: fitAdida,
  imapa: fitImapa,
};

/** The models for intermittent demand; the first is the one to use. */
export const INTERMITTENT_METHODS = ["learned", "count", "croston", "sba", "tsb", "adida", "imapa"] as const;
export type IntermittentMethod = (typeof INTERMITTENT_METHODS)[number];

/**
 * The history, or what follows its lumpy past, where it has sold in every period since it was listed: what the models of
 * counts were never taught.
 */
function regularPart(values: readonly number[]): readonly number[] | undefined {
  const { slow, since } = sellingNow(values);
  const part = since > 0 ? values.slice(since) : listedPart(values);
  const varies = part.some((x) => x !== part[0]);
  return !slow && varies && part.slice(1).every((x) => x > 0) ? part : undefined;
}

/** Smoothed in blocks of one period, which is exponential smoothing; spread by its errors, less than counts where they are. */
function smoothed(values: readonly number[]): { rate: number; demand: Distribution } {
  const fitted = fitAdida({ values, season: 1 });
  const rate = fitted.predict(1)[0]!;
  const demand = gammaDistribution(rate, spreadOf(fitted).sd);
  if (!values.every(Number.isInteger)) return { rate, demand };
  return { rate, demand: { ...demand, quantile: (p) => Math.round(demand.quantile(p)) } };
}

/** Demand rate a period, and the distribution of one period's demand. */
function onePeriod(
  values: readonly number[],
  method: IntermittentMethod,
  network: CountNetwork | undefined,
): { rate: number; demand: Distribution } {
  if (method === "learned" || method === "count") {
    const regular = regularPart(values);
    if (regular !== undefined) return smoothed(regular);
    const { rate, total } = fitSlowDemand(values, method === "learned" ? network : undefined);
    return { rate, demand: total(1) };
  }
  const fitted = CLASSICS[method]({ values, season: 1 });
  return { rate: fitted.predict(1)[0]!, demand: classicTotal(fitted, 1, values.every(Number.isInteger)) };
}

/**
 * Forecasts intermittent demand, oldest first, NaN where a value is missing; returns (negative demand) count as none.
 * "learned" without a network is the count model.
 */
export function forecastIntermittent(
  history: readonly number[],
  horizon: number,
  method: IntermittentMethod,
  network?: CountNetwork,
): ForecastPath {
  const values = history.filter((x) => !Number.isNaN(x)).map((x) => Math.max(0, x));
  const { rate, demand } = onePeriod(values, method, network);
  return {
    mean: new Array<number>(horizon).fill(rate),
    quantile: (p) => new Array<number>(horizon).fill(demand.quantile(p)),
  };
}
