import { mapPath, type ForecastPath } from "../../models/path.ts";
import { takeLongSeason } from "../../history/seasons/long-season.ts";
import { fillGaps, listedPart } from "../../history/gaps.ts";
import type { DriverEffects } from "../../causes/effects.ts";
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
  const listed = fillGaps(listedPart(history), season);
  const complete = listed.slice(-LONGEST);
  const long = takeLongSeason(complete, season);
  if (long === undefined) return forecastNetwork(network, listed, season, horizon, { effects });
  const path = forecastNetwork(network, long.adjusted, season, horizon, { effects });
  return mapPath(path, (x, h) => long.restore(x, complete.length + h));
}
