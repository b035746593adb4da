import { BINS, type Binned } from "./bins.ts";
import type { Growth } from "./grow.ts";

/** Numbers kept of each bin: gradients, weights, examples. */
export const KEPT = 3;

/** Examples of bins up to `bin` of a feature, with or without those that miss it, apart from the rest. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly missingLow: boolean;
  readonly gain: number;
}

/** Rounding must not look like a gain. */
const LEAST_GAIN = 1e-9;

/** The split that lowers the squared error of the gradients most; undefined where none does. */
export function bestSplit(histogram: Float64Array, { edges }: Binned, growth: Growth): Split | undefined {
  const { features, least, pull } = growth;
  const [gradient, weight, count] = totals(histogram);
  if (count < 2 * least) return undefined;
  const alone = (gradient * gradient) / (weight + pull);
  let best: Split | undefined;
  let bestGain = LEAST_GAIN * (alone + weight);
  for (let j = 0; j < features.length; j += 1) {
    const feature = features[j]!;
    const start = j * BINS * KEPT;
    const missing = histogram[start + 2]!;
    for (const missingLow of missing > 0.5 ? [false, true] : [false]) {
      let [g, w, n] = missingLow ? [histogram[start]!, histogram[start + 1]!, missing] : [0, 0, 0];
      // The last bin too, where it parts all values from those that are missing.
      const last = edges[feature]!.length + (missing > 0.5 && !missingLow ? 1 : 0);
      for (let bin = 1; bin <= last; bin += 1) {
        const at = start + KEPT * bin;
        g += histogram[at]!;
        w += histogram[at + 1]!;
        n += histogram[at + 2]!;
        if (n < least || count - n < least) continue;
        const gain = (g * g) / (w + pull) + (gradient - g) ** 2 / (weight - w + pull) - alone;
        if (gain > bestGain) [best, bestGain] = [{ feature, bin, missingLow, gain }, gain];
      }
    }
  }
  return best;
}

/** Gradients, weights and examples of a node, from the first feature's bins. */
function totals(histogram: Float64Array): readonly [gradient: number, weight: number, count: number] {
  let [gradient, weight, count] = [0, 0, 0];
  for (let at = 0; at < BINS * KEPT; at += KEPT) {
    gradient += histogram[at]!;
    weight += histogram[at + 1]!;
    count += histogram[at + 2]!;
  }
  return [gradient, weight, count];
}
