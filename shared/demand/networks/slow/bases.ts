import type { Fitted } from "../../models/model.ts";
import { fitAdida, fitImapa } from "../../slow/aggregation.ts";
import { average } from "../../slow/parts.ts";
import type { SlowParts } from "../../slow/count-model.ts";
import { discountedMean } from "./describe.ts";
import { DEVIATES, PROBABILITIES } from "./network.ts";

/** The total over some periods by one simple model: its mean and its quantiles at PROBABILITIES. */
export interface Base {
  readonly mean: number;
  readonly quantiles: readonly number[];
}

/** Discounts of the means that forget. */
const DISCOUNTS = [0.8, 0.9, 0.96];

/**
 * Quantiles of a gamma distribution by the cube root's normality (Wilson and Hilferty, 1931): in closed form, and near
 * enough for what the network corrects.
 */
function gammaQuantiles(mean: number, variance: number): number[] {
  if (!(mean > 0)) return DEVIATES.map(() => 0);
  const c = variance / (9 * mean * mean);
  return DEVIATES.map((z) => mean * Math.max(0, 1 - c + z * Math.sqrt(c)) ** 3);
}

/** Rate and variance of one period. */
interface Moments {
  readonly rate: number;
  readonly variance: number;
}

function momentsOf({ predict, errors }: Fitted): Moments {
  return { rate: predict(1)[0]!, variance: average(errors.map((e) => e * e)) };
}

function discountedMoments(values: readonly number[], discount: number): Moments {
  const rate = discountedMean(values, discount);
  const deviations = values.map((x) => (x - rate) ** 2);
  return { rate, variance: discountedMean(deviations, discount) };
}

/** Sums of all runs of `periods` in the history; of a shorter history its mean for as long. */
function runs(values: readonly number[], periods: number): number[] {
  if (values.length < periods) return [average(values) * periods];
  const sums: number[] = [];
  let sum = 0;
  values.forEach((x, t) => {
    sum += x - (t >= periods ? values[t - periods]! : 0);
    if (t >= periods - 1) sums.push(sum);
  });
  return sums;
}

function runsBase(values: readonly number[], periods: number): Base {
  const sums = runs(values, periods);
  const ordered = sums.toSorted((a, b) => a - b);
  return { mean: average(sums), quantiles: PROBABILITIES.map((p) => ordered[Math.floor(p * ordered.length)]!) };
}

/**
 * The simple models that the network mixes: the count model, the sums of past runs, and gamma distributions around
 * ADIDA, IMAPA and means that forget. Croston's is left out: it goes on for ever after a last demand.
 * @returns for a whole number of periods, the bases in this order
 */
export function simpleModels(values: readonly number[], parts: SlowParts): (periods: number) => Base[] {
  const series = { values, season: 1 };
  const models = [
    ...[fitAdida, fitImapa].map((fit) => momentsOf(fit(series))),
    ...DISCOUNTS.map((discount) => discountedMoments(values, discount)),
  ];
  return (periods) => {
    const counted = parts.total(periods);
    return [
      { mean: counted.mean, quantiles: PROBABILITIES.map((p) => counted.quantile(p)) },
      runsBase(values, periods),
      ...models.map(({ rate, variance }) => {
        // Counts vary at least as much as a Poisson's.
        const least = parts.inWholeUnits ? rate : 0;
        return {
          mean: rate * periods,
          quantiles: gammaQuantiles(rate * periods, Math.max(variance, least) * periods),
        };
      }),
    ];
  };
}
