import type { ForecastPath } from "../path.ts";
import type { Fit } from "../model.ts";
import type { Distribution } from "../../numeric/distribution.ts";
import { fitAdida, fitImapa } from "./aggregation.ts";
import { classicTotal } from "./classic-total.ts";
import { fitCroston, fitSba } from "./croston.ts";
import type { CountNetwork } from "./learned/network.ts";
import { fitSlowDemand } from "./slow-demand.ts";
import { fitTsb } from "./tsb.ts";

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

/** Demand rate a period, and the distribution of one period's demand. */
function onePeriod(
  values: readonly number[],
  method: IntermittentMethod,
  network: CountNetwork | undefined,
): { rate: number; demand: Distribution } {
  if (method === "learned" || method === "count") {
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
