import { smoothTsb } from "./models/tsb.ts";

const ALPHA_PROBABILITY = 0.06;
const ALPHA_SIZE = 0.06;

/** Level, spread and drift of a slow mover's demand. */
export interface SlowMover {
  /** Expected demand a period. */
  readonly rate: number;
  /** Standard deviation of one period's demand. */
  readonly sd: number;
  /** Smoothing of the rate: errors of sums grow with it. */
  readonly alpha: number;
}

export function fitSlowMover(values: readonly number[]): SlowMover {
  const { rate } = smoothTsb(values, ALPHA_PROBABILITY, ALPHA_SIZE);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((a, x) => a + (x - mean) ** 2, 0) / Math.max(1, values.length - 1);
  // The spread of lumpy demand goes with its rate.
  const scaled = mean > 0 ? variance * (rate / mean) : 0;
  return { rate, sd: Math.sqrt(Math.max(scaled, rate)), alpha: ALPHA_PROBABILITY };
}
