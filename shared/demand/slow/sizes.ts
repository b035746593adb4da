import { averageDiscounts } from "./averaged-discounts.ts";
import { average, demandSizes } from "./parts.ts";
import { SIZES } from "./priors.ts";

/** Distribution of the size of a demand: sizes seen, each with its weight, mixed with a geometric distribution. */
export interface SizeDistribution {
  readonly seen: readonly { readonly size: number; readonly weight: number }[];
  /** Share of the geometric distribution: less with every demand seen, and where sizes come again (fixed lots). */
  readonly smoothShare: number;
  /** Mean of the geometric distribution. */
  readonly smoothMean: number;
  readonly mean: number;
  /** Mean of the squared sizes over the squared largest size. */
  readonly relativeSquare: number;
  readonly largest: number;
}

const DISCOUNTS = [0.7, 0.85, 0.93, 0.97, 1];

/** The size of the next demand after a history with at least one: the recent ones say more, as far as sizes drift. */
export function estimateSizes(values: readonly number[]): SizeDistribution {
  const sizes = demandSizes(values);
  const n = sizes.length;
  const largest = Math.max(...sizes.slice(-10_000));
  const ways = averageDiscounts(
    sizes.map((x) => x / largest),
    {
      discounts: DISCOUNTS,
      prior: average(sizes.map((x) => x / largest)),
      strength: SIZES.strength,
      // Of an exponential distribution.
      logLikelihood: (x, mean) => -Math.log(mean) - x / mean,
      belief: SIZES.belief,
    },
  );
  const weights = new Array<number>(n).fill(0);
  ways.forEach(({ weight }, i) => {
    const discount = DISCOUNTS[i]!;
    const total = (discount === 1 ? n : (1 - discount ** n) / (1 - discount)) + SIZES.strength;
    let share = weight / total;
    for (let j = n - 1; j >= 0; j -= 1) {
      weights[j]! += share + (weight * SIZES.strength) / (n * total);
      share *= discount;
    }
  });
  const seen = sizes.map((size, j) => ({ size, weight: weights[j]! }));
  const mean = seen.reduce((a, { size, weight }) => a + weight * (size / largest), 0) * largest;
  const least = sizes.every(Number.isInteger) ? 1 : 0;
  const repeated = 1 - new Set(sizes).size / n;
  const told = least === 0 ? repeated : repeated * (1 - Math.min(1, SIZES.small / mean));
  const smoothShare = (SIZES.evidence / (n + SIZES.evidence)) * Math.sqrt(1 - told);
  const smoothMean = Math.max(least, SIZES.caution * mean);
  const seenSquare = seen.reduce((a, { size, weight }) => a + weight * (size / largest) ** 2, 0);
  return {
    seen,
    smoothShare,
    smoothMean,
    mean: (1 - smoothShare) * mean + smoothShare * smoothMean,
    relativeSquare:
      (1 - smoothShare) * seenSquare + smoothShare * (smoothMean / largest) * ((2 * smoothMean - least) / largest),
    largest,
  };
}
