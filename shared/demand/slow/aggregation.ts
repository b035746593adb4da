import { goldenSection } from "../../numeric/golden-section.ts";
import type { Fit } from "../models/model.ts";
import { flatRate } from "./flat-rate.ts";
import { average, blockSums, demandIntervals, smoothed } from "./parts.ts";

/** Bounds of the smoothing of aggregated demand, as statsforecast has them. */
const LEAST_ALPHA = 0.1;
const MOST_ALPHA = 0.3;

function squaredErrors(values: readonly number[], alpha: number): number {
  let level = values[0]!;
  let sum = 0;
  for (const x of values) {
    sum += (x - level) ** 2;
    level += alpha * (x - level);
  }
  return sum;
}

interface Smoothing {
  /** Demand rate before each period of the history and, last, after it. */
  readonly path: readonly number[];
  readonly alpha: number;
}

/** Smooths block sums, with the alpha of least squared errors, and spreads each block's forecast over its periods. */
function smoothBlocks(values: readonly number[], length: number): Smoothing {
  const sums = blockSums(values, length);
  const before = values.length % length;
  const alpha = goldenSection((a) => squaredErrors(sums, a), LEAST_ALPHA, MOST_ALPHA, 1e-4);
  const levels = smoothed(sums, alpha);
  const path = values.map(
    (_, t) => levels[Math.min(levels.length - 1, Math.max(0, Math.floor((t - before) / length)))]! / length,
  );
  return { path: [...path, levels.at(-1)! / length], alpha };
}

const meanInterval = (values: readonly number[]): number => Math.max(1, Math.round(average(demandIntervals(values))));

/**
 * ADIDA (Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos, 2011): smooths the demand of blocks as long as
 * the mean interval between demands, where zeros are rare.
 */
export const fitAdida: Fit = ({ values }) => {
  if (!values.some((x) => x > 0))
    return flatRate({ name: "ADIDA", values, path: undefined, response: 0, parameters: 0 });
  const length = meanInterval(values);
  const { path, alpha } = smoothBlocks(values, length);
  return flatRate({ name: "ADIDA", values, path, response: alpha / length, parameters: 2 });
};

/**
 * IMAPA (Petropoulos and Kourentzes, 2015): the mean of the forecasts from blocks of every length from one period to
 * the mean interval between demands.
 */
export const fitImapa: Fit = ({ values }) => {
  if (!values.some((x) => x > 0))
    return flatRate({ name: "IMAPA", values, path: undefined, response: 0, parameters: 0 });
  const levels = Array.from({ length: meanInterval(values) }, (_, i) => smoothBlocks(values, i + 1));
  const path = Array.from({ length: values.length + 1 }, (_, t) => average(levels.map((level) => level.path[t]!)));
  const response = average(levels.map(({ alpha }, i) => alpha / (i + 1)));
  return flatRate({ name: "IMAPA", values, path, response, parameters: 2 });
};
