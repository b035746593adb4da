import type { Fit } from "../models/model.ts";
import { demandIntervals, demandSizes, smoothed } from "./parts.ts";
import { flatRate } from "./flat-rate.ts";

/** Smoothing of sizes and intervals, as R's forecast::croston and statsforecast have it. */
const ALPHA = 0.1;

/** Demand rate before each period and, last, after all: smoothed size over smoothed interval. */
function ratePath(values: readonly number[], alpha: number): number[] {
  const sizes = smoothed(demandSizes(values), alpha);
  const intervals = smoothed(demandIntervals(values), alpha);
  const rates = sizes.map((size, i) => (i === 0 ? size / Math.max(1, intervals[0]!) : size / intervals[i]!));
  let demands = 0;
  const path = values.map((x) => {
    const rate = rates[demands]!;
    if (x > 0) demands += 1;
    return rate;
  });
  return [...path, rates[demands]!];
}

const croston =
  (name: string, factor: number): Fit =>
  ({ values }) =>
    flatRate({
      name,
      values,
      path: demandSizes(values).length === 0 ? undefined : ratePath(values, ALPHA).map((rate) => factor * rate),
      response: ALPHA,
      parameters: 2,
    });

/** Croston (1972): smooths the sizes of demands and the intervals between them; their ratio is the rate. */
export const fitCroston = croston("Croston", 1);

/** Syntetos and Boylan's (2005) approximation: Croston's ratio is biased upwards by about alpha / 2. */
export const fitSba = croston("SBA", 1 - ALPHA / 2);
