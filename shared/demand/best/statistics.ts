import { fitPlainCes } from "../ces/ces.ts";
import { fitEts } from "../ets/ets.ts";
import type { Fit } from "../model.ts";
import { fitDampedTrend } from "../models/damped-trend.ts";
import { fitDynamicTheta } from "../models/dynamic-theta.ts";
import { fitTheta } from "../models/theta.ts";
import { meanOf, onLogarithms, seasonallyAdjusted } from "../transforms.ts";

/** Models whose errors differ enough for their mean to beat each of them. */
const MODELS: readonly Fit[] = [fitTheta, fitDampedTrend, fitDynamicTheta];
/** Complex exponential smoothing takes any autoregressive shape, which helps long histories and misleads short ones. */
const CES_FROM = 60;

/**
 * The mean of Theta, damped trend and dynamic Theta, each on the seasonally adjusted series and, where the series is
 * positive and calm enough, on its logarithms, and of exponential smoothing chosen by AICc; for long histories half of
 * the answer is complex exponential smoothing's. On the M3 data it beats each of its parts and the median ensemble of
 * Petropoulos and Svetunkov (2020).
 */
export const fitStatistics: Fit = seasonallyAdjusted((multiplicative) => {
  const mean = meanOf([...MODELS, ...(multiplicative ? MODELS.map(onLogarithms) : []), fitEts]);
  const complex = multiplicative ? onLogarithms(fitPlainCes) : fitPlainCes;
  const both = meanOf([mean, complex]);
  return (series) => (series.values.length < CES_FROM ? mean : both)(series);
});
