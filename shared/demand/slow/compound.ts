import type { Distribution } from "../../numeric/distribution.ts";
import { fft } from "../../numeric/fft.ts";
import { pointDistribution } from "../../numeric/normal.ts";
import { busyPeriods } from "./beta-binomial.ts";
import type { Incidence } from "./incidence.ts";
import type { SizeDistribution } from "./sizes.ts";

/** Most points of the lattice of totals. */
const MOST_POINTS = 1024;
/** Standard deviations above the mean that the lattice spans, and one largest demand more. */
const REACH = 6;
/** Rounding errors of the transform are far below this. */
const ROUNDING = 1e-12;

/**
 * Distribution of the total demand over `periods`: the number of periods with demand is beta-binomial, their sizes are
 * independent. Computed on a lattice, whose step is 1 for whole demands as long as that reaches, by the discrete Fourier
 * transform of the sizes (Klugman, Panjer and Willmot, Loss Models, 9.6).
 */
export function compoundTotal(
  periods: number,
  incidence: Incidence,
  sizes: SizeDistribution,
  inWholeUnits: boolean,
): Distribution {
  const mean = periods * incidence.probability * sizes.mean;
  if (!(mean > 0)) return pointDistribution(0);
  const sd = sizes.largest * relativeDeviation(periods, incidence, sizes);
  const reach = mean + REACH * sd + sizes.largest;
  const step = inWholeUnits ? Math.ceil(reach / MOST_POINTS) : reach / MOST_POINTS;
  let points = 16;
  while (points < MOST_POINTS && points * step <= reach) points *= 2;
  const cumulative = cumulate(totals(onLattice(sizes, step, points), busyPeriods(periods, incidence)));
  const cdf = (x: number): number =>
    x < 0 ? 0 : x >= points * step ? 1 : cumulative[Math.min(points - 1, Math.floor(x / step + 1e-9))]!;
  const quantile = (p: number): number => step * firstAtLeast(cumulative, p * (1 - ROUNDING));
  return { kind: "compound", mean, sd, step, cdf, quantile };
}

/** Standard deviation of the total as a share of the largest demand (which may be too large to be squared). */
function relativeDeviation(
  periods: number,
  { probability, concentration }: Incidence,
  sizes: SizeDistribution,
): number {
  const busy = periods * probability;
  const mean = sizes.mean / sizes.largest;
  const spread = Math.max(0, 1 - probability) * (1 + Math.max(0, periods - 1) / (concentration + 1));
  return Math.sqrt(busy * (Math.max(0, sizes.relativeSquare - mean * mean) + mean * mean * spread));
}

/** The sizes' probabilities on the points 0, step, 2 step, ...; between two points in proportion, so the mean stays. */
function onLattice({ seen, smoothShare, smoothMean }: SizeDistribution, step: number, points: number): Float64Array {
  const lattice = new Float64Array(points);
  for (const { size, weight } of seen) {
    const at = Math.min(points - 1, Math.floor(size / step));
    const part = Math.min(1, size / step - at);
    lattice[at]! += (1 - smoothShare) * weight * (1 - part);
    lattice[Math.min(points - 1, at + 1)]! += (1 - smoothShare) * weight * part;
  }
  const fading = 1 - 1 / Math.max(1, smoothMean / step);
  let weight = smoothShare * (1 - fading);
  for (let i = 1; i < points; i += 1) {
    lattice[i]! += weight;
    weight *= fading;
  }
  return lattice;
}

/** Probabilities of the totals: the generating function of the counts at the transform of the sizes. */
function totals(sizes: Float64Array, counts: Float64Array): Float64Array {
  const imaginary = new Float64Array(sizes.length);
  fft(sizes, imaginary);
  for (let k = 0; k < sizes.length; k += 1) {
    const [a, b] = [sizes[k]!, imaginary[k]!];
    let [x, y] = [0, 0];
    for (let j = counts.length - 1; j >= 0; j -= 1) [x, y] = [x * a - y * b + counts[j]!, x * b + y * a];
    sizes[k] = x;
    imaginary[k] = y;
  }
  fft(sizes, imaginary, true);
  return sizes;
}

/** Cumulative probabilities that end at 1. */
function cumulate(probabilities: Float64Array): Float64Array {
  let sum = 0;
  const sums = probabilities.map((p) => (sum += Math.max(0, p)));
  return sums.map((x) => x / sum);
}

/** Index of the first element of an ascending list that is at least x; the last where none is. */
function firstAtLeast(ascending: Float64Array, x: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! >= x) high = middle;
    else low = middle + 1;
  }
  return low;
}
