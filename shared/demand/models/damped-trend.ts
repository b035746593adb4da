import type { Fitted, Series } from "./model.ts";

const ALPHAS = [0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 0.95] as const;
const BETAS = [0, 0.03, 0.08, 0.15, 0.3] as const;
const DAMPINGS = [0.8, 0.88, 0.94, 0.98] as const;

interface State {
  level: number;
  trend: number;
}

/** Mean change over the first few periods: robust where a regression over few points is not. */
function startOf(values: readonly number[]): State {
  const k = Math.min(values.length - 1, 5);
  return { level: values[0]!, trend: k > 0 ? (values[k]! - values[0]!) / k : 0 };
}

function squaredErrors(values: readonly number[], start: State, alpha: number, beta: number, phi: number): number {
  let { level, trend } = start;
  let sum = 0;
  for (let t = 1; t < values.length; t += 1) {
    const forecast = level + phi * trend;
    const error = values[t]! - forecast;
    sum += error * error;
    level = forecast + alpha * error;
    trend = phi * trend + beta * alpha * error;
  }
  return sum;
}

/**
 * Damped-trend exponential smoothing (Gardner and McKenzie, 1985), its three parameters from a grid by least squared
 * one-step errors. The series should be seasonally adjusted.
 */
export function fitDampedTrend({ values }: Series): Fitted {
  const start = startOf(values);
  let best = { sum: Infinity, alpha: 0.3, beta: 0, phi: 0.94 };
  for (const alpha of ALPHAS)
    for (const beta of BETAS)
      for (const phi of DAMPINGS) {
        const sum = squaredErrors(values, start, alpha, beta, phi);
        if (sum < best.sum) best = { sum, alpha, beta, phi };
      }
  const { alpha, beta, phi } = best;
  let { level, trend } = start;
  const errors = values.slice(1).map((x) => {
    const forecast = level + phi * trend;
    level = forecast + alpha * (x - forecast);
    trend = phi * trend + beta * alpha * (x - forecast);
    return x - forecast;
  });
  /** phi + phi² + ... + phi^h for h = 1, 2, ... */
  const damped = (horizon: number): number[] =>
    Array.from({ length: horizon }, (_, h) => (phi * (1 - phi ** (h + 1))) / (1 - phi));
  return {
    name: "Damped trend",
    predict: (horizon) => damped(horizon).map((factor) => level + factor * trend),
    errors,
    relative: false,
    response: (horizon) => damped(horizon).map((factor) => alpha * (1 + beta * factor)),
    parameters: 5,
  };
}
