import type { ForecastPath } from "../answer.ts";
import type { DriverColumns } from "./columns.ts";
import { driverEffects } from "./effects.ts";

/**
 * Regression on drivers with the errors of any model: takes the drivers' effects out of a series (NaN where demand is
 * unknown), forecasts the rest by `forecastOne`, and puts the effects of the periods ahead back. Without drivers it is
 * `forecastOne` itself. Low and high don't count what is uncertain about the effects themselves.
 */
export async function withDrivers(
  values: readonly number[],
  season: number,
  drivers: DriverColumns | undefined,
  forecastOne: (adjusted: readonly number[]) => ForecastPath | Promise<ForecastPath>,
): Promise<ForecastPath> {
  if (drivers === undefined) return forecastOne(values);
  const { multiplicative, past, ahead } = driverEffects(values, season, drivers);
  const path = await forecastOne(values.map((x, t) => (multiplicative ? x / past[t]! : x - past[t]!)));
  const restore = (x: number, h: number): number => (multiplicative ? x * ahead[h]! : x + ahead[h]!);
  return { mean: path.mean.map(restore), quantile: (p) => path.quantile(p).map(restore) };
}
