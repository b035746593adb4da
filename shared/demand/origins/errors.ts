import { safeUnit } from "../../numeric/power-unit.ts";

/** Actual values and the forecasts of them, in pairs; both finite. */
export interface Pairs {
  readonly actual: readonly number[];
  readonly forecast: readonly number[];
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const misses = ({ actual, forecast }: Pairs): number[] => actual.map((y, i) => forecast[i]! - y);

export const meanAbsoluteError = (pairs: Pairs): number => meanOf(misses(pairs).map(Math.abs));

/** Mean error, forecast less actual: positive where too much is forecast. */
export const meanError = (pairs: Pairs): number => meanOf(misses(pairs));

/** Root of the mean square, in a unit in which no square overflows. */
function rootMeanSquare(values: readonly number[]): number {
  const unit = safeUnit(values);
  return unit * Math.sqrt(meanOf(values.map((x) => (x / unit) ** 2)));
}

export const rootMeanSquaredError = (pairs: Pairs): number => rootMeanSquare(misses(pairs));

/** Symmetric mean absolute percentage error, 0 to 2: 2|y - f| / (|y| + |f|), 0 where both are 0 (Makridakis, 1993). */
export const symmetricError = ({ actual, forecast }: Pairs): number =>
  meanOf(
    actual.map((y, i) => {
      const size = Math.abs(y) + Math.abs(forecast[i]!);
      return size === 0 ? 0 : (2 * Math.abs(y - forecast[i]!)) / size;
    }),
  );

/** Mean absolute error as a share of the actual; not finite where an actual is 0. */
export const percentageError = (pairs: Pairs): number =>
  meanOf(misses(pairs).map((e, i) => Math.abs(e / pairs.actual[i]!)));

const totalOf = (values: readonly number[]): number => values.reduce((a, x) => a + Math.abs(x), 0);

/** Weighted absolute percentage error: the sum of absolute errors as a share of the sum of the actuals. */
export const weightedError = (pairs: Pairs): number => totalOf(misses(pairs)) / totalOf(pairs.actual);

/** Sum of errors, forecast less actual, as a share of the sum of the actuals. */
export const relativeBias = (pairs: Pairs): number => misses(pairs).reduce((a, b) => a + b, 0) / totalOf(pairs.actual);

/**
 * What the (seasonal) naive forecast errs by within a history, one period (or season) ahead: the scale of MASE (mean
 * absolute: Hyndman and Koehler, 2006) and RMSSE (root mean square: M5). NaN values are left out; NaN without a pair.
 */
export function naiveScales(history: readonly number[], season: number): { absolute: number; squared: number } {
  const changes = history
    .slice(season)
    .map((x, i) => x - history[i]!)
    .filter((e) => !Number.isNaN(e));
  return { absolute: meanOf(changes.map(Math.abs)), squared: rootMeanSquare(changes) };
}

/** Pinball loss of a p-quantile: p of every unit it lies too low, 1 - p of every unit too high. */
export const pinball = (actual: number, quantile: number, p: number): number =>
  actual >= quantile ? p * (actual - quantile) : (1 - p) * (quantile - actual);
