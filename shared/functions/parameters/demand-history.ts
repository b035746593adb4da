import { UserError } from "../../define/errors.ts";
import { integer, number, optional, series } from "../../define/parameters.ts";
import type { Forecast } from "../../demand/forecast/forecast.ts";
import { forecaster } from "../../demand/forecast/forecaster.ts";
import { allNetworks, type NetworkSource } from "../../demand/forecast/networks.ts";
import { QUICK } from "../../demand/forecast/profile.ts";

/** One item's history, season and lead time as LEAD_TIME_DEMAND, MIN_MAX and REORDER take them. */
export const demandHistory = series({
  doc: "Demand per period, oldest first; NA where it is missing.",
  unit: "units per period",
  missing: true,
});

export const season = optional(
  integer({
    doc: "Periods in a season: 12 for months, 52 for weeks, 7 for days; found from the history if left out.",
    unit: "periods",
    min: 1,
    max: 1000,
  }),
);

export const leadTime = number({ doc: "From order to arrival.", unit: "periods", min: 0, max: 1000 });

export const reviewPeriod = number({ doc: "Time to the next look at the stock.", unit: "periods", min: 0, max: 1000 });

/** The item's demand ahead. A history of which nothing is known forecasts nothing. */
export async function forecastItem(
  history: readonly number[],
  periods: number | undefined,
  engines: NetworkSource,
): Promise<Forecast> {
  if (history.every((x) => !Number.isFinite(x))) throw new UserError("history: must hold at least one number");
  return forecaster({ networks: await allNetworks(engines), profile: QUICK })(history, periods);
}
