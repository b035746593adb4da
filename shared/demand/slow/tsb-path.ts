import { smoothed, demandSizes } from "./parts.ts";
import type { TsbSmoothing } from "./tsb.ts";

/** Demand rate before each period of the history and, last, after it. */
export function tsbPath(values: readonly number[], { probability, size, start }: TsbSmoothing): number[] {
  const busy = values.map((x) => (x > 0 ? 1 : 0));
  const probabilities = smoothed(busy, probability, start?.probability);
  const sizes = smoothed(demandSizes(values), size, start?.size);
  let demands = 0;
  return probabilities.map((p, t) => {
    const rate = p * sizes[demands]!;
    demands += busy[t] ?? 0;
    return rate;
  });
}
