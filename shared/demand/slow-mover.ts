import { smoothTsb } from "./models/tsb.ts";

const ALPHA_PROBABILITY = 0.08;
const ALPHA_SIZE = 0.08;

/** Level, spread and drift of a slow mover's demand. */
export interface SlowMover {
  /** Expected demand a period. */
  readonly rate: number;
  /** Standard deviation of one period's demand. */
  readonly sd: number;
  /** Smoothing of the rate: errors of sums grow with it. */
  readonly alpha: number;
}

/** Leading zeros longer than this many intervals between demands are the time before the item was listed. */
const LONGEST_SILENCE = 5;

/**
 * The history from when the item was listed. A slow mover's history seldom begins with a demand, and dropping every
 * zero before the first would make it look quicker than it is: they stay where they are no longer than usual.
 */
function sinceListing(values: readonly number[]): readonly number[] {
  const first = values.findIndex((x) => x > 0);
  const demands = values.filter((x) => x > 0).length;
  const interval = (values.length - first) / demands;
  return first <= LONGEST_SILENCE * interval ? values : values.slice(first - Math.round(interval));
}

/** Fits a slow mover's history, which has at least one demand; leading zeros included. */
export function fitSlowMover(history: readonly number[]): SlowMover {
  const values = sinceListing(history);
  const { rate } = smoothTsb(values, ALPHA_PROBABILITY, ALPHA_SIZE);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((a, x) => a + (x - mean) ** 2, 0) / Math.max(1, values.length - 1);
  // The spread of lumpy demand goes with its rate; it is never calmer than a Poisson's.
  return { rate, sd: Math.sqrt(Math.max((variance * rate) / mean, rate)), alpha: ALPHA_PROBABILITY };
}
