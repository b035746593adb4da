import type { ForecastPath } from "../path.ts";
import { takeLongSeason } from "../best/long-season.ts";
import { fillGaps, listedPart } from "../clean.ts";
import type { DriverEffects } from "../drivers/effects.ts";
import { forecastNetwork } from "./forecast.ts";
import type { Network } from "./network.ts";

/** Values in which a longer season is looked for: four years of days. */
const LONGEST = 1500;

/** As `forecastNetwork`, with a longer season beside the given one (a year beside a week of days) taken out first. */
export function forecastSeasons(
  network: Network,
  history: readonly number[],
  season: number,
  horizon: number,
  effects?: DriverEffects,
): ForecastPath {
  const complete = fillGaps(listedPart(history), season).slice(-LONGEST);
  const long = takeLongSeason(complete, season);
  if (long === undefined) return forecastNetwork(network, history, season, horizon, { effects });
  const path = forecastNetwork(network, long.adjusted, season, horizon, { effects });
  const back = (values: readonly number[]): number[] => values.map((x, h) => long.restore(x, complete.length + h));
  return { mean: back(path.mean), quantile: (p) => back(path.quantile(p)) };
}
