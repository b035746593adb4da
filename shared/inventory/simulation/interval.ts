import { studentQuantile } from "./student-quantile.ts";

/** A mean with its central confidence interval; NaN bounds where there is nothing to tell them from. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The ratio of two sums over independent runs, with its 95% interval by the delta method (Law, Simulation, 9.5). */
export function ratioEstimate(above: readonly number[], below: readonly number[]): Estimate {
  const n = above.length;
  const mean = below.reduce((a, b) => a + b, 0) / n;
  const value = above.reduce((a, b) => a + b, 0) / n / mean;
  if (n < 2) return { value, low: NaN, high: NaN };
  const squares = above.reduce((sum, a, i) => sum + (a - value * below[i]!) ** 2, 0);
  const half = (studentQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n)) / Math.abs(mean);
  return { value, low: value - half, high: value + half };
}
