import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { forecastBest } from "../demand/best/best.ts";
import { explainBest, periodsToExplain } from "../demand/best/why.ts";
import { detectSeason } from "../demand/detect-season.ts";
import { demandHistory, season } from "./parameters/demand-history.ts";

const steady = [[20], [20], [20], [20], [20], [20]];

export const forecastWhy = defineServer({
  name: "FORECAST_WHY",
  category: "Forecasting",
  summary: "Why FORECAST_BEST forecasts what it does: pattern, level, trend, season, models and their weights.",
  returns: "Three columns, a row a reason: what, its number, and the same in words.",
  spills: true,
  details: [
    "Pattern: the share of periods with demand, and what it makes of the history. Level: mean forecast over the next season (six periods without one), beside the same stretch of the past. Trend: by how much the level changes each period. Season: its length, its strength and its highest and lowest period ahead. Next period: the forecast, and the range that holds it nine times in ten. Model: each model's weight in the forecast.",
    "Level, trend and season are read from the forecast itself, so that they are what it says, whatever the models call them.",
  ],
  source: "As FORECAST_BEST; strength of season after Wang, Smith & Hyndman, 2006",
  parameters: { history: demandHistory, season },
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
  ],
  async compute({ history, season: periods }, engines) {
    if (history.every(Number.isNaN)) throw new UserError("history: must hold at least one value; all are missing");
    const m = periods ?? detectSeason(history);
    const forecast = forecastBest(await engines.network(), history, m, periodsToExplain(m));
    return explainBest(history, forecast).map((row) => [...row]);
  },
});
