import { mapPath, type ForecastPath } from "../models/path.ts";
import type { DriverColumns } from "./columns.ts";
import { driverEffects, type DriverEffects } from "./effects.ts";

type Kind = Pick<DriverEffects, "multiplicative">;

/** Demand as it would have been with every driver as usual. */
export const withoutEffect = (x: number, { multiplicative }: Kind, effect: number): number =>
  multiplicative ? x / effect : x - effect;

const withEffect = (x: number, { multiplicative }: Kind, effect: number): number =>
  multiplicative ? x * effect : x + effect;

/**
 * Regression on drivers with the errors of any model: takes the drivers' effects out of a series (NaN where demand is
 * unknown), forecasts the rest by `forecastOne`, and puts the effects of the periods ahead back. Without drivers it is
 * `forecastOne` itself. Low and high count what is uncertain about the effects themselves only where `forecastOne` looks at
 * the effects too.
 */
export function withDrivers(
  values: readonly number[],
  season: number,
  drivers: DriverColumns | undefined,
  forecastOne: (adjusted: readonly number[], effects?: DriverEffects) => ForecastPath,
): ForecastPath {
  if (drivers === undefined) return forecastOne(values);
  const effects = driverEffects(values, season, drivers);
  const path = forecastOne(
    values.map((x, t) => withoutEffect(x, effects, effects.past[t]!)),
    effects,
  );
  return mapPath(path, (x, h) => withEffect(x, effects, effects.ahead[h]!));
}
