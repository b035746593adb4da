import type { Fit } from "./model.ts";
import { fitDampedTrend } from "./damped-trend.ts";
import { fitTheta } from "./theta.ts";
import { meanOf, onLogarithms, seasonallyAdjusted } from "./transforms.ts";

/**
 * The mean of Theta and damped trend, each on the seasonally adjusted series and, where the series is positive and calm
 * enough, on its logarithms: it beats each of its parts on the M3 data (as Makridakis and Hibon, 2000, find of
 * combinations).
 */
export const fitStatisticalMean: Fit = seasonallyAdjusted((multiplicative) =>
  meanOf([fitTheta, fitDampedTrend, ...(multiplicative ? [onLogarithms(fitTheta), onLogarithms(fitDampedTrend)] : [])]),
);
