import { logGamma } from "../../numeric/gamma-function.ts";

/** Periods without demand before the first that are less likely than this were before the item was listed. */
const CHANCE = 0.01;

/**
 * The past since an item was listed: without its first periods of no demand where so many would be a wonder, given how
 * often it sold after the first demand. Their chance is that of the beta-binomial (one beta, uniform before anything is
 * seen): Gelman et al., Bayesian Data Analysis (3rd ed.), 2.4.
 */
export function listedPast(past: Float64Array): Float64Array {
  const first = past.findIndex((x) => x > 0);
  if (first <= 0) return past;
  const after = past.length - first - 1;
  const idle = past.subarray(first + 1).reduce((count, x) => count + (x > 0 ? 0 : 1), 0);
  const chance = logGamma(1 + idle + first) - logGamma(1 + idle) + logGamma(2 + after) - logGamma(2 + after + first);
  return Math.exp(chance) < CHANCE ? past.subarray(first) : past;
}
