import { normalCdf, normalPdf } from "../../numeric/normal.ts";
import type { StockPosition } from "./problem.ts";

/** What an order placed now will find when it arrives. */
export interface ProjectedStock {
  /** Expected units on hand when it arrives, without it. */
  readonly mean: number;
  /** Standard deviation of those units less the demand of the period that then begins. */
  readonly sd: number;
}

/** Standardised means beyond this leave no chance of running out, or none of anything left. */
const FAR = 8;
const CELLS = 4096;
const PER_UNIT = CELLS / (2 * FAR);

/** Mean and variance of (k + Z)+ for a standard normal Z, from -FAR to FAR. */
const MEANS = new Float64Array(CELLS + 1);
const VARIANCES = new Float64Array(CELLS + 1);
for (let i = 0; i <= CELLS; i += 1) {
  const k = i / PER_UNIT - FAR;
  const mean = normalPdf(k) + k * normalCdf(k);
  MEANS[i] = mean;
  VARIANCES[i] = Math.max(0, (k * k + 1) * normalCdf(k) + k * normalPdf(k) - mean * mean);
}

/**
 * The projected inventory level of a lost-sales item: stock after each period is (stock - demand)+, followed through the
 * lead time by its first two moments as if it were normal.
 *
 * Van Jaarsveld and Arts, "Projected inventory-level policies for lost sales inventory systems", Operations Research 72
 * (2024), use the mean.
 */
export function stockProjection(
  demandMean: number,
  demandSd: number,
  leadTime: number,
): (position: StockPosition) => ProjectedStock {
  const demandVariance = demandSd ** 2;
  return (position) => {
    let mean = position[0]!;
    let variance = 0;
    for (let period = 1; period <= leadTime; period += 1) {
      const left = variance + demandVariance;
      const sd = Math.sqrt(left);
      const k = (mean - demandMean) / sd;
      if (k >= FAR) {
        mean -= demandMean;
        variance = left;
      } else if (k > -FAR) {
        const at = (k + FAR) * PER_UNIT;
        const cell = Math.floor(at);
        const share = at - cell;
        mean = sd * (MEANS[cell]! + share * (MEANS[cell + 1]! - MEANS[cell]!));
        variance = left * (VARIANCES[cell]! + share * (VARIANCES[cell + 1]! - VARIANCES[cell]!));
      } else {
        mean = 0;
        variance = 0;
      }
      if (period < leadTime) mean += position[period]!;
    }
    return { mean, sd: Math.sqrt(variance + demandVariance) };
  };
}
