import type { Fitted } from "./model.ts";

/** How far demand may stray from a forecast. */
export interface Spread {
  /** Standard deviation of the one-period forecast error. */
  readonly sd: number;
  /** Variance of the forecast error of each period 1 to `horizon`. */
  variances(horizon: number): number[];
  /** Variance of the error of the total over the periods 1 to `horizon`. */
  totalVariance(horizon: number): number;
}

/**
 * The spread of a fitted model's forecasts, from its one-step errors and their response (Hyndman, Koehler, Ord and
 * Snyder, Forecasting with Exponential Smoothing, 2008, chapter 6): an error that strikes period i moves i itself by 1
 * and period h by response(h - i), so errors of a total grow faster than those of independent periods.
 */
export function spreadOf(fitted: Fitted): Spread {
  const scale = errorScale(fitted);
  /** Size of the error that strikes each period, and what a period's error of 1 is worth there. */
  const weights = (horizon: number): number[] =>
    fitted.relative ? fitted.predict(horizon).map(Math.abs) : new Array<number>(horizon).fill(1);
  return {
    sd: scale * weights(1)[0]!,
    variances(horizon) {
      const response = fitted.response(horizon);
      let sum = 1;
      return weights(horizon).map((weight, h) => {
        const variance = (scale * weight) ** 2 * sum;
        sum += response[h]! ** 2;
        return variance;
      });
    },
    totalVariance(horizon) {
      const response = fitted.response(horizon);
      const weight = weights(horizon);
      let variance = 0;
      for (let i = 0; i < horizon; i += 1) {
        let moved = weight[i]!;
        for (let h = i + 1; h < horizon; h += 1) moved += response[h - i - 1]! * weight[h]!;
        variance += moved * moved;
      }
      return scale * scale * variance;
    },
  };
}

/** Coefficient of variation believed where there is at most one error to go by. */
const UNKNOWN_VARIATION = 0.5;

/** Standard deviation of the one-step errors; parameters cost degrees of freedom, at most half of the errors. */
function errorScale({ errors, relative, parameters, predict }: Fitted): number {
  if (errors.length < 2) return UNKNOWN_VARIATION * (relative ? 1 : Math.abs(predict(1)[0]!));
  const squares = errors.reduce((a, e) => a + e * e, 0);
  return Math.sqrt(squares / (errors.length - Math.min(parameters, errors.length / 2)));
}
