import type { Distribution } from "../../numeric/distribution.ts";
import { normalCdf } from "../../numeric/normal.ts";

/** A loss function E(D - x)+ with the mean that goes with it: its value at 0. */
export interface TabulatedLoss {
  readonly mean: number;
  loss(x: number): number;
}

/** Most steps that are added up one by one. */
const MOST_STEPS = 4096;
/** More probability than this lies below the last step. */
const NEARLY_ALL = 1 - 1e-8;

/** Of demand in steps: 1 - cdf is a staircase, added up from its end. Undefined where it has too many steps. */
export function steppedLoss({ cdf }: Distribution, step: number): TabulatedLoss | undefined {
  let steps = 16;
  while (steps < MOST_STEPS && cdf(steps * step) < NEARLY_ALL) steps *= 2;
  if (cdf(steps * step) < NEARLY_ALL) return undefined;
  const above = new Float64Array(steps + 1);
  const losses = new Float64Array(steps + 1);
  for (let k = steps - 1; k >= 0; k -= 1) {
    above[k] = 1 - cdf(k * step);
    losses[k] = losses[k + 1]! + step * above[k]!;
  }
  const mean = losses[0]!;
  return {
    mean,
    loss(x) {
      if (x <= 0) return mean - x;
      const k = Math.min(steps, Math.floor(x / step));
      return Math.max(0, losses[k]! - (x - k * step) * above[k]!);
    },
  };
}

/** Quantiles are taken at the middles of strips of the standard normal deviate, up to so far from 0. */
const FARTHEST = 6;
const STRIPS = 1200;

/** Of any demand, by its quantiles: the integral of (quantile - x)+ over all probabilities. */
export function quantileLoss({ quantile }: Distribution): TabulatedLoss {
  const width = (2 * FARTHEST) / STRIPS;
  const edge = (i: number): number => (i === 0 ? 0 : i === STRIPS ? 1 : normalCdf(i * width - FARTHEST));
  const points = Float64Array.from({ length: STRIPS }, (_, i) => quantile(normalCdf((i + 0.5) * width - FARTHEST)));
  const weight = new Float64Array(STRIPS + 1);
  const value = new Float64Array(STRIPS + 1);
  for (let i = STRIPS - 1; i >= 0; i -= 1) {
    const share = edge(i + 1) - edge(i);
    weight[i] = weight[i + 1]! + share;
    value[i] = value[i + 1]! + share * points[i]!;
  }
  const mean = value[0]!;
  return {
    mean,
    loss(x) {
      if (x <= 0) return mean - x;
      let [low, high] = [0, STRIPS];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (points[middle]! > x) high = middle;
        else low = middle + 1;
      }
      return Math.max(0, value[low]! - x * weight[low]!);
    },
  };
}
