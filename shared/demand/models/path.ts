import { normalQuantile } from "../../numeric/normal.ts";
import { calibratedDeviates, type Calibrated } from "./calibration.ts";
import type { Fitted } from "./model.ts";
import { spreadOf } from "./spread.ts";

/** One series' forecast for the periods 1 to the horizon. */
export interface ForecastPath {
  readonly mean: readonly number[];
  /** The p-quantile (0 < p < 1) of each period's demand, as many numbers as `mean`. */
  quantile(p: number): readonly number[];
}

/** The path with its mean and every quantile taken through `f`, which rises with x, period by period (h from 0). */
export function mapPath<P extends ForecastPath>(path: P, f: (x: number, h: number) => number): P {
  const through = (values: readonly number[]): number[] => values.map((x, h) => f(x, h));
  return { ...path, mean: through(path.mean), quantile: (p: number) => through(path.quantile(p)) };
}

/** Mean forecasts with intervals of so many of their standard deviations. */
function pathWith(fitted: Fitted, horizon: number, deviate: (p: number, ahead: number) => number): ForecastPath {
  const mean = fitted.predict(horizon);
  const deviations = spreadOf(fitted).variances(horizon).map(Math.sqrt);
  return { mean, quantile: (p) => mean.map((x, h) => x + deviate(p, h + 1) * deviations[h]!) };
}

/** A fitted model's forecasts with normal intervals from its own errors. */
export const normalPath = (fitted: Fitted, horizon: number): ForecastPath => pathWith(fitted, horizon, normalQuantile);

/** A fitted model's forecasts with intervals from its own errors, calibrated as its kind of model needs it. */
export function calibratedPath(fitted: Fitted, horizon: number, model: Calibrated, season: number): ForecastPath {
  const { errors, parameters } = fitted;
  return pathWith(fitted, horizon, calibratedDeviates({ model, errors: errors.length, parameters, season }));
}
