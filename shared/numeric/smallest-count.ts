/**
 * Smallest whole number k >= 0 with cdf(k) >= p (0 < p < 1), searched from a guess in steps of about `width` that
 * double until k is bracketed, then by bisection.
 */
export function smallestCount(cdf: (k: number) => number, p: number, guess: number, width: number): number {
  // Probabilities that should be equal may differ in their last bits; without this, quantile(cdf(k)) could be k + 1.
  const target = p * (1 - 64 * Number.EPSILON);
  const start = Math.max(0, Math.floor(guess));
  let step = Math.max(1, Math.ceil(width / 8));
  let [low, high] = [start - 1, start];
  while (low >= 0 && cdf(low) >= target) {
    high = low;
    low = Math.max(-1, low - step);
    step *= 2;
  }
  while (cdf(high) < target && high < Infinity) {
    low = high;
    high += step;
    step *= 2;
  }
  while (high - low > 1 && high < Infinity) {
    const middle = Math.floor((low + high) / 2);
    // Beyond 2^53 there may be no number in between.
    if (middle <= low || middle >= high) break;
    if (cdf(middle) >= target) high = middle;
    else low = middle;
  }
  return high;
}
