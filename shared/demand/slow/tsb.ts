import type { Fit } from "../models/model.ts";
import { flatRate } from "./flat-rate.ts";
import { average, demandShare, demandSizes } from "./parts.ts";
import { tsbPath } from "./tsb-path.ts";

export interface TsbSmoothing {
  /** Of the probability of demand, each period. */
  readonly probability: number;
  /** Of its size, at each demand. */
  readonly size: number;
  /** Probability and size to start from; the first period's and the first demand's unless given. */
  readonly start?: { readonly probability: number; readonly size: number };
}

const CHOICES = [0.02, 0.05, 0.1, 0.2, 0.3];

/**
 * Teunter, Syntetos and Babai (2011): smooths the probability of demand every period and its size at each demand, so
 * that the forecast of an item that stops selling falls to zero. Starts from the whole history's means, with the
 * smoothing of least squared one-step errors.
 */
export const fitTsb: Fit = ({ values }) => {
  const sizes = demandSizes(values);
  if (sizes.length === 0) return flatRate({ name: "TSB", values, path: undefined, response: 0, parameters: 0 });
  const start = { probability: demandShare(values), size: average(sizes) };
  let best = { path: [] as number[], squares: Infinity, alpha: 0 };
  for (const probability of CHOICES)
    for (const size of CHOICES) {
      const path = tsbPath(values, { probability, size, start });
      const squares = values.reduce((a, x, t) => a + (x - path[t]!) ** 2, 0);
      if (squares < best.squares) best = { path, squares, alpha: probability };
    }
  return flatRate({ name: "TSB", values, path: best.path, response: best.alpha, parameters: 4 });
};
