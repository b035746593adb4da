import { normalQuantile } from "../../../numeric/normal.ts";
import type { ForecastPath } from "../path.ts";
import { fitLifeCurve } from "./life-curve.ts";
import { similarities, type Attributes } from "./similarity.ts";

/** An item with a past: its demand by age since launch, NaN where unknown. */
export interface KnownItem {
  readonly attributes: Attributes;
  readonly demand: readonly number[];
}

/** The mean over all items counts as one more item that is equal to the new one. */
const OVERALL_WEIGHT = 1;
/** In the curve every item counts a little: it is alike for more items than the size is. */
const CURVE_WEIGHT = 0.2;
/** Standard deviation of logarithmic size believed before there are items to go by, worth so many of them. */
const PRIOR = { deviation: 0.7, items: 2 } as const;
/** A size below this share of the mean counts as it: logarithms have no end. */
const LEAST_SHARE = 0.01;
/** Beyond the oldest item's age the mean of its last periods goes on. */
const TAIL = 3;

/** Forecasts a new item from its launch on by what similar items did at the same age. `known` have some demand. */
export function forecastByAnalogy(fresh: Attributes, known: readonly KnownItem[], horizon: number): ForecastPath {
  const demand = known.map((item) => item.demand);
  const first = fitLifeCurve(
    demand,
    known.map(() => 1),
  ).sizes;
  const logs = logarithms(first);
  const alike = similarities(
    fresh,
    known.map((item) => item.attributes),
    logs,
  );
  const { sizes, curve } = fitLifeCurve(
    demand,
    alike.map((w) => w + CURVE_WEIGHT),
  );
  const weight = alike.reduce((a, b) => a + b, 0);
  const overall = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  const size = (sizes.reduce((a, x, i) => a + alike[i]! * x, 0) + OVERALL_WEIGHT * overall) / (weight + OVERALL_WEIGHT);
  const shape = Array.from({ length: horizon }, (_, t) => curve[t] ?? tailOf(curve));
  const deviation = Math.sqrt(sizeVariance(logarithms(sizes), alike) + periodVariance(demand, sizes, curve, alike));
  const mean = shape.map((x) => size * x);
  return {
    mean,
    quantile: (p) => mean.map((x) => x * Math.exp(normalQuantile(p) * deviation - deviation ** 2 / 2)),
  };
}

function tailOf(curve: readonly number[]): number {
  const tail = curve.slice(-TAIL);
  return tail.reduce((a, b) => a + b, 0) / tail.length;
}

function logarithms(sizes: readonly number[]): number[] {
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  return sizes.map((x) => (mean > 0 ? Math.log(Math.max(x / mean, LEAST_SHARE)) : 0));
}

/** Variance of the new item's logarithmic size: that of similar items, and of their mean. */
function sizeVariance(logs: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((a, b) => a + b, 0);
  const centre = logs.reduce((a, x, i) => a + weights[i]! * x, 0) / total;
  const squares = logs.reduce((a, x, i) => a + weights[i]! * (x - centre) ** 2, 0);
  const variance = (squares + PRIOR.items * PRIOR.deviation ** 2) / (total + PRIOR.items);
  return variance * (1 + 1 / (total + OVERALL_WEIGHT));
}

/** Variance of the logarithm of a period's demand about size x curve, from its coefficient of variation. */
function periodVariance(
  demand: readonly (readonly number[])[],
  sizes: readonly number[],
  curve: readonly number[],
  weights: readonly number[],
): number {
  let [squares, total] = [0, 0];
  for (const [i, row] of demand.entries())
    for (const [t, x] of row.entries()) {
      const expected = sizes[i]! * curve[t]!;
      if (Number.isNaN(x) || !(expected > 0)) continue;
      squares += weights[i]! * (x / expected - 1) ** 2;
      total += weights[i]!;
    }
  return total > 0 ? Math.log(1 + squares / total) : 0;
}
