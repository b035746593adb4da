/** A period's outcome beside what was forecast for it. */
export interface Outcome {
  readonly actual: number;
  readonly forecast: number;
}

/** Sum over mean of the absolute values, 0 where there were no errors: a forecast that was right has no bias. */
const ratio = (sum: number, absolute: number): number => (absolute > 0 ? sum / absolute : 0);

/**
 * Cumulative error over the mean absolute deviation; positive where demand exceeds the forecast.
 *
 * Brown, Statistical Forecasting for Inventory Control (1959).
 */
export function trackingSignal(outcomes: readonly Outcome[]): number {
  const errors = outcomes.map(({ actual, forecast }) => actual - forecast);
  const sum = errors.reduce((a, e) => a + e, 0);
  return ratio(sum, errors.reduce((a, e) => a + Math.abs(e), 0) / errors.length);
}

/**
 * Smoothed error over smoothed absolute error, from -1 to 1, both starting at 0.
 *
 * Trigg, Monitoring a forecasting system, Operational Research Quarterly 15 (1964), 271-274.
 */
export function smoothedTrackingSignal(outcomes: readonly Outcome[], alpha: number): number {
  let [error, absolute] = [0, 0];
  for (const { actual, forecast } of outcomes) {
    const e = actual - forecast;
    error += alpha * (e - error);
    absolute += alpha * (Math.abs(e) - absolute);
  }
  return ratio(error, absolute);
}
