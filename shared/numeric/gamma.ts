import type { Distribution } from "./distribution.ts";
import { regularisedGammaP } from "./gamma-function.ts";
import { normalQuantile, pointDistribution } from "./normal.ts";

/** Gamma distribution with this mean (> 0) and standard deviation (>= 0): continuous demand that cannot be negative. */
export function gammaDistribution(mean: number, sd: number): Distribution {
  const shape = (mean / sd) ** 2;
  const scale = sd * (sd / mean);
  // A spread too small or too large for floating point is none.
  if (!(mean > 0 && shape > 0 && shape < Infinity && scale > 0)) return pointDistribution(Math.max(0, mean));
  const cdf = (x: number): number => (x <= 0 ? 0 : regularisedGammaP(shape, x / scale));
  return { kind: "gamma", mean, sd, cdf, quantile: (p) => quantile(cdf, shape, scale, p) };
}

/** Quantiles below this are zero. */
const SMALLEST = 1e-300;

/** Bisection on the logarithm of x, from the Wilson-Hilferty approximation outwards. */
function quantile(cdf: (x: number) => number, shape: number, scale: number, p: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return Infinity;
  const z = normalQuantile(p);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const guess = Math.max(SMALLEST, scale * shape * Math.max(cube, 1e-3) ** 3);
  let [low, high] = [guess, guess];
  while (cdf(low) > p && low > SMALLEST) low /= 1.5;
  while (cdf(high) < p && high < Infinity) high *= 1.5;
  if (low <= SMALLEST) return 0;
  return bisectLog(cdf, low, high, p);
}

function bisectLog(cdf: (x: number) => number, from: number, to: number, p: number): number {
  let [low, high] = [from, to];
  while (high / low - 1 > 4 * Number.EPSILON) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (middle <= low || middle >= high) break;
    if (cdf(middle) >= p) high = middle;
    else low = middle;
  }
  return high;
}
