import { line } from "./seasonality.ts";

/** A fitted smoother: its forecast of step h, and what was chosen. */
export interface Smoother {
  forecast(h: number): number;
  readonly alpha: number;
  /** Root mean squared one-step error on the history. */
  readonly rmse: number;
}

const ALPHAS = [0.03, 0.07, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];

/** Simple exponential smoothing, its parameter chosen from a grid by the squared one-step error. */
export function exponentialSmoothing(values: Float64Array): Smoother & { readonly level: number } {
  const n = values.length;
  let best = { alpha: 0.3, level: values[0]!, error: Infinity };
  let start = 0;
  const first = Math.min(3, n);
  for (let t = 0; t < first; t++) start += values[t]! / first;
  for (const alpha of ALPHAS) {
    let level = start;
    let error = 0;
    for (let t = 0; t < n; t++) {
      const e = values[t]! - level;
      error += e * e;
      level += alpha * e;
    }
    if (error < best.error) best = { alpha, level, error };
  }
  const { alpha, level, error } = best;
  return { alpha, level, rmse: Math.sqrt(error / n), forecast: () => level };
}

/** The Theta method: exponential smoothing plus half the slope of the least-squares line (Assimakopoulos 2000; Hyndman 2003, eq. 7). */
export function theta(values: Float64Array): Smoother & { readonly level: number } {
  const n = values.length;
  const smooth = exponentialSmoothing(values);
  const { alpha, level } = smooth;
  const drift = line(values).slope / 2;
  const memory = (1 - (1 - alpha) ** n) / alpha;
  return { ...smooth, forecast: (h) => level + drift * (h - 1 + memory) };
}

const TREND_ALPHAS = [0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 0.98];
const TREND_SHARES = [0, 0.05, 0.12, 0.25, 0.5];
const DAMPINGS = [0.8, 0.9, 0.98];

/** Damped trend (Gardner and McKenzie 1985), its parameters chosen from a grid by the squared one-step error. */
export function dampedTrend(values: Float64Array): Smoother & { readonly damping: number; readonly share: number } {
  const n = values.length;
  const opening = line(values.subarray(0, Math.min(10, n)));
  let best = { alpha: 0.3, share: 0, damping: 0.9, level: values[0]!, trend: 0, error: Infinity };
  for (const damping of DAMPINGS)
    for (const alpha of TREND_ALPHAS)
      for (const share of TREND_SHARES) {
        let level = opening.intercept - opening.slope;
        let trend = opening.slope;
        let error = 0;
        const gain = alpha * share;
        for (let t = 0; t < n; t++) {
          const ahead = level + damping * trend;
          const e = values[t]! - ahead;
          error += e * e;
          level = ahead + alpha * e;
          trend = damping * trend + gain * e;
        }
        if (error < best.error) best = { alpha, share, damping, level, trend, error };
      }
  const { alpha, share, damping, level, trend, error } = best;
  return {
    alpha,
    share,
    damping,
    rmse: Math.sqrt(error / n),
    forecast: (h) => level + (trend * damping * (1 - damping ** h)) / (1 - damping),
  };
}
