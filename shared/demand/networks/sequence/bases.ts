import { FROZEN } from "./frozen.ts";
import { mean, type ScaledHistory } from "./scaled-history.ts";
import { dampedTrend, exponentialSmoothing, theta } from "./smoothing.ts";

/** The statistical forecasts that the network mixes, and what else is read of their fits. */
export interface Bases {
  /** The eight forecasts h periods ahead, in z, into the first places of `row`. */
  horizon(h: number, row: Float64Array): void;
  /** Smoothing parameter of the theta model on the model's scale. */
  readonly alpha: number;
  readonly damped: ReturnType<typeof dampedTrend>;
}

/** The last season again, one more and its drift; without a season the last value, a mean and the last drift. */
function lagged(history: ScaledHistory): (h: number) => readonly [number, number, number] {
  const { adjusted, season } = history;
  const n = adjusted.length;
  const last = adjusted[n - 1]!;
  const lag = n >= season ? season : 1;
  const at = (h: number, seasons: number): number => {
    const t = n - 1 + h - lag * (Math.floor((h - 1) / lag) + seasons);
    return adjusted[Math.max(0, t)]!;
  };
  if (season === 1) {
    const before = Math.min(n - 1, FROZEN.driftPeriods);
    const drift = (last - adjusted[n - 1 - before]!) / Math.max(1, before);
    const recent = mean(adjusted, Math.max(0, n - FROZEN.recentPoints), n);
    return (h) => [at(h, 1), recent, last + drift * h];
  }
  const drift = n >= 2 * season ? mean(adjusted, n - season, n) - mean(adjusted, n - 2 * season, n - season) : 0;
  return (h) => [at(h, 1), (at(h, 1) + at(h, 2)) / 2, at(h, 1) + drift * (Math.floor((h - 1) / lag) + 1)];
}

export function bases(history: ScaledHistory): Bases {
  const { adjusted, logarithmic, z } = history;
  const n = adjusted.length;
  const linear = logarithmic ? adjusted.map(Math.exp) : adjusted;
  // A falling line must not take the linear forecasts out of the logarithm's domain.
  const least =
    linear.subarray(Math.max(0, n - FROZEN.leastPoints)).reduce((a, x) => Math.min(a, x), Infinity) / FROZEN.leastPart;
  const back = logarithmic ? (x: number) => Math.log(Math.max(x, least)) : (x: number) => x;
  const thetaLinear = theta(linear);
  const thetaOnScale = logarithmic ? theta(adjusted) : thetaLinear;
  const smooth = exponentialSmoothing(linear);
  const damped = dampedTrend(adjusted);
  const lags = lagged(history);
  return {
    alpha: thetaOnScale.alpha,
    damped,
    horizon(h, row) {
      row[0] = z(back(thetaLinear.forecast(h)));
      row[1] = z(back(smooth.level));
      row[2] = z(damped.forecast(h));
      row[3] = z(thetaOnScale.forecast(h));
      row[4] = z(adjusted[n - 1]!);
      lags(h).forEach((x, k) => (row[5 + k] = z(x)));
    },
  };
}
