import { goldenSection } from "../../numeric/golden-section.ts";
import type { Fitted, Series } from "./model.ts";

export interface SmoothedLevel {
  readonly level: number;
  readonly alpha: number;
  /** One-step errors; the first, against the starting level, included. */
  readonly errors: number[];
}

/** Sum of squared one-step errors of simple exponential smoothing that starts at the mean of the first five values. */
function squaredErrors(values: readonly number[], alpha: number, start: number): number {
  let level = start;
  let sum = 0;
  for (let t = 0; t < values.length; t += 1) {
    const error = values[t]! - level;
    sum += error * error;
    level += alpha * error;
  }
  return sum;
}

/** Simple exponential smoothing with the alpha in [0.01, 0.99] of least squared one-step errors. */
export function smoothLevel(values: readonly number[]): SmoothedLevel {
  const head = values.slice(0, Math.min(5, values.length));
  const start = head.reduce((a, b) => a + b, 0) / head.length;
  const alpha = values.length < 4 ? 0.3 : goldenSection((a) => squaredErrors(values, a, start), 0.01, 0.99, 1e-3);
  let level = start;
  const errors = values.map((x) => {
    const error = x - level;
    level += alpha * error;
    return error;
  });
  return { level, alpha, errors };
}

/** Simple exponential smoothing: a level that drifts, no trend, no season. */
export function fitSimpleSmoothing({ values }: Series): Fitted {
  const { level, alpha, errors } = smoothLevel(values);
  return {
    name: "SES",
    predict: (horizon) => new Array<number>(horizon).fill(level),
    errors: errors.slice(1),
    relative: false,
    response: (horizon) => new Array<number>(horizon).fill(alpha),
    parameters: 2,
  };
}
