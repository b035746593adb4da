import { ratioEstimate, type Estimate } from "./interval.ts";
import type { StockRecord } from "./simulate.ts";

/** Costs, stock and orders are means a period; fill rates are shares of all demand. */
export interface SimulationSummary {
  readonly cost: Estimate;
  readonly ordering: Estimate;
  readonly holding: Estimate;
  readonly shortage: Estimate;
  readonly fillByUnit: Estimate;
  readonly fillByValue: Estimate;
  readonly averageStock: Estimate;
  readonly orders: Estimate;
}

/**
 * Sums up runs that are independent of one another, one or more; `values` are what a unit is worth in each of them.
 * Fill rates of no demand are NaN.
 */
export function summarise(runs: readonly StockRecord[], values: readonly number[]): SimulationSummary {
  const periods = runs.map((run) => run.periods);
  const perPeriod = (of: (run: StockRecord) => number): Estimate => ratioEstimate(runs.map(of), periods);
  const weighted = (weight: (i: number) => number): Estimate => {
    const { value, low, high } = ratioEstimate(
      runs.map((run, i) => weight(i) * run.served),
      runs.map((run, i) => weight(i) * run.demand),
    );
    return { value, low: Math.max(0, low), high: Math.min(1, high) };
  };
  return {
    cost: perPeriod((run) => run.ordering + run.holding + run.shortage),
    ordering: perPeriod((run) => run.ordering),
    holding: perPeriod((run) => run.holding),
    shortage: perPeriod((run) => run.shortage),
    fillByUnit: weighted(() => 1),
    fillByValue: weighted((i) => values[i]!),
    averageStock: perPeriod((run) => run.stock),
    orders: perPeriod((run) => run.orders),
  };
}
