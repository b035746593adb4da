import type { Fitted } from "./model.ts";
import { shareOfPeriod } from "../../numeric/window.ts";

/** How far demand may stray from a forecast. */
export interface Spread {
  /** Standard deviation of the one-period forecast error. */
  readonly sd: number;
  /** Variance of the forecast error of each period 1 to `horizon`. */
  variances(horizon: number): number[];
  /** Variance of the error of the total over the time from `from` (0 unless given) to `to`, in periods, whole or not. */
  totalVariance(to: number, from?: number): number;
}

/**
 * The spread of a fitted model's forecasts, from its one-step errors and their response (Hyndman, Koehler, Ord and
 * Snyder, Forecasting with Exponential Smoothing, 2008, chapter 6): an error that strikes period i moves i itself by 1
 * and period h by response(h - i), so errors of a total grow faster than those of independent periods. A total that
 * starts later is struck by the errors of the periods before it as well, through what they move in it: where responses
 * are positive, its error is at least as wide as that of a total as long that starts now. Of a period that lies in the
 * total in part, its share of the variance is in it, and its share of the covariance with every other period, as if
 * errors came evenly within the period.
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
    totalVariance(to, from = 0) {
      const [first, horizon] = [Math.floor(from), Math.ceil(to)];
      const response = fitted.response(horizon);
      const weight = weights(horizon);
      const shares = Array.from({ length: horizon }, (_, h) => shareOfPeriod(h, from, to));
      let variance = 0;
      for (let i = 0; i < horizon; i += 1) {
        let moved = 0;
        for (let h = Math.max(i, first); h < horizon; h += 1) {
          const move = h === i ? weight[i]! : response[h - i - 1]! * weight[h]!;
          const share = shares[h]!;
          moved += share * move;
          // With the square of the sum below: a share of the period's own variance, not the share's square.
          if (share < 1) variance += share * (1 - share) * move * move;
        }
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
