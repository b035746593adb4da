import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { forecaster } from "../demand/forecast/forecaster.ts";
import { allNetworks, type NetworkSource } from "../demand/forecast/networks.ts";
import { THOROUGH } from "../demand/forecast/profile.ts";
import { explainForecast } from "../demand/forecast/why.ts";
import { explainDrivers } from "../demand/forecast/why-drivers.ts";
import { detectSeason } from "../demand/history/seasons/detect-season.ts";
import type { Cell } from "../define/cells.ts";
import { demandHistory, season } from "./parameters/demand-history.ts";
import { driverParameters, readDrivers } from "./parameters/drivers.ts";

const steady = [[20], [20], [20], [20], [20], [20]];

/** Demand of 100 that a promotion every third day doubles. */
const PROMOTIONS = Array.from({ length: 42 }, (_, t) => [t % 3 === 0 ? 1 : 0]);
const PROMOTED = PROMOTIONS.map(([promotion]) => [100 * (1 + promotion!)]);

/** The drivers' past, as numbers; the period ahead that reading them asks for is taken to be like the last. */
function readPast(drivers: Cell[][], length: number): readonly (readonly number[])[] {
  const lastKnown = (column: readonly Cell[]): Cell => column.findLast((cell) => cell !== "NA") ?? 0;
  const sideways = drivers.length !== length && drivers[0]!.length === length;
  const ahead = sideways
    ? drivers.map((row) => [lastKnown(row)])
    : [drivers[0]!.map((_, j) => lastKnown(drivers.map((row) => row[j]!)))];
  return readDrivers({ drivers, future_drivers: ahead }, length, 1)!.past;
}

export const forecastWhy = defineServer({
  name: "FORECAST_WHY",
  category: "Forecasting",
  summary: "Why FORECAST_BEST forecasts what it does: pattern, level, trend, season, models and their weights.",
  returns: "Three columns, a row a reason: what, its number, and the same in words.",
  spills: true,
  details: [
    "Pattern: the share of periods with demand, and what it makes of the history. Level: mean forecast over the next season (six periods without one), beside the same stretch of the past. Trend: by how much the level changes each period. Season: its length, its strength and its highest and lowest period ahead. Last quarter: where each of its periods sold and the forecast goes beyond what they did, its mean and why, or that the forecast was held to it. Next period: the forecast, and the range that holds it nine times in ten. Model: each model's weight in the forecast.",
    "Driver: by how much demand changes between the lowest and the highest value of the column, the others at their medians (0.4 for 40% more); level, trend and season are then those without the drivers' effects.",
    "Level, trend and season are read from the forecast itself, so that they are what it says, whatever the models call them.",
  ],
  source: "As FORECAST_BEST; strength of season after Wang, Smith & Hyndman, 2006",
  parameters: { history: demandHistory, season, drivers: driverParameters.drivers },
  examples: [
    {
      says: "a steady 20 a week",
      args: [steady, 1],
      answer: [
        ["pattern", 1, "demand in 6 of 6 periods; demand never changed: it goes on"],
        ["level", 20, "units a period over the next 6 periods, +0% on the last 6"],
        ["trend", 0, "units more each period, +0% in 6 periods"],
        ["season", 1, "none"],
        ["next period", 20, "nine times in ten between 20 and 20"],
        ["model", 1, "The constant"],
      ],
      source: "by definition: constant demand goes on",
    },
    {
      says: "promotions that double demand",
      args: [PROMOTED, 1, PROMOTIONS],
      answer: (answer) =>
        Array.isArray(answer) &&
        answer.some(([what, value]) => what === "driver" && Math.abs((value as number) - 1) < 0.1),
      source: "by construction: 100 without a promotion, 200 with one",
    },
  ],
  async compute({ history, season: periods, drivers }, engines: NetworkSource) {
    if (history.every(Number.isNaN)) throw new UserError("history: must hold at least one value; all are missing");
    const m = periods ?? detectSeason(history);
    const explained = drivers && explainDrivers(history, m, readPast(drivers, history.length));
    const values = explained?.adjusted ?? history;
    const forecast = forecaster({ networks: await allNetworks(engines), profile: THOROUGH })(values, m);
    const [pattern, ...others] = explainForecast(values, forecast);
    return [pattern!, ...(explained?.reasons ?? []), ...others].map((row) => [...row]);
  },
});
