import { defineServer } from "../define/define.ts";
import { answerForecasts, forecastParameters } from "./parameters/forecast.ts";
import { pathOf } from "../demand/forecast/forecast.ts";
import { forecaster } from "../demand/forecast/forecaster.ts";
import { allNetworks, type NetworkSource } from "../demand/forecast/networks.ts";
import { THOROUGH } from "../demand/forecast/profile.ts";
import { DRIVER_DETAILS, driverLags, driverParameters, readDrivers } from "./parameters/drivers.ts";

/** Three years of months with a level of 100 that grows by 1 a month, and a December three times as high. */
const toys = (t: number): number[] => [(100 + t) * (t % 12 === 11 ? 3 : 1)];
const TOYS = Array.from({ length: 36 }, (_, t) => toys(t));
const TOYS_NEXT = Array.from({ length: 12 }, (_, t) => toys(36 + t));

/** Demand of 100 that a promotion doubles, in six weeks of days with a promotion every third day. */
const promoted = (t: number): number => (t % 3 === 0 ? 1 : 0);
const PROMOTED = Array.from({ length: 42 }, (_, t) => [100 * (1 + promoted(t))]);
const PROMOTIONS = Array.from({ length: 42 }, (_, t) => [promoted(t)]);

export const forecastBest = defineServer({
  name: "FORECAST_BEST",
  category: "Forecasting",
  summary: "Forecasts demand by what suits each series best: the one to use when in doubt.",
  returns: "A column of forecasts, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    "Looks at each series first. Demand in fewer than three periods of four is a slow mover, unless it has become regular since: then only the time since counts. A slow mover's forecast is the demand rate, low and high come from a count distribution. Fewer than six values get a weighted mean, the latest counting most. Zeros stay zero and a constant stays constant. Everything else gets the weighted mean of a pretrained recurrent network and seven statistical forecasts: Theta, damped trend and dynamic Theta, each on the series and on its logarithms, and exponential smoothing chosen by AICc, all on the seasonally adjusted series.",
    "A seasonal pattern is believed as far as noise does not explain it, so a weak one does no harm. The last 420 periods count, or four seasons if that is more. Leading zeros, the time before the item was listed, are dropped; gaps (NA) are filled from the neighbouring seasons.",
    "Where every period of the last quarter sold (13 periods, 28 days, or half a year of months), the forecast lies within what they sold, a tenth more or less, unless a season found in the history or a trend in that quarter leads beyond; FORECAST_WHY names it.",
    "What is slow, or noisy and without a season, goes in part by trees that learned from the items of several shops how demand like that went on: altogether where it is slow, and the more the noisier it is. The forecast is then the one that errs least in units, near the median; lumpy demand has a higher mean, which LEAD_TIME_DEMAND and REORDER go by.",
    "Low and high leave half of 1 - level on either side and are never negative where the history is not. FORECAST_WHY says in words what a forecast is made of, BACKTEST how well it would have done.",
    "Beside a week of days a year of days is looked for where the history holds two and a half years, beside a day of hours a week of hours, and taken out first.",
    DRIVER_DETAILS,
    "The network reads the effects too, corrects them by what it learnt of such effects in other histories, and widens low and high where they are uncertain.",
  ],
  formula:
    "forecast = w × network + (1 − w) × mean of the statistical forecasts; noisy: part of it by trees across items",
  source:
    "Makridakis, Spiliotis & Assimakopoulos, The M5 Accuracy Competition, 2022: trees across items; The M4 Competition, 2020: combinations of networks and statistics err least; Petropoulos & Svetunkov, A simple combination of univariate models, 2020; Smyl, 2020",
  parameters: { ...forecastParameters, ...driverParameters, driver_lags: driverLags },
  examples: [
    {
      says: "a steady 20 stays 20, without doubt",
      args: [[[20], [20], [20], [20], [20], [20]], 3, 1, 0.9],
      answer: [
        [20, 20, 20],
        [20, 20, 20],
        [20, 20, 20],
      ],
      source: "by definition: constant demand goes on",
    },
    {
      says: "toys: slow growth and a December three times as high",
      args: [TOYS, 12, 12],
      answer: TOYS_NEXT,
      tolerance: 0.1,
      source: "by construction: the next year continues at 136 to 147 a month, 441 in December",
    },
    {
      says: "three values: the latest counts half as much again as a plain mean would have it",
      args: [[[12], [15], [9]], 2, 1],
      answer: [[11.142857142857142], [11.142857142857142]],
      source: "by definition: (12 × 1/4 + 15 × 1/2 + 9) / (1/4 + 1/2 + 1)",
    },
    {
      says: "promotions double a demand of 100; the next ones are known",
      args: [PROMOTED, 3, 1, null, PROMOTIONS, [[0], [1], [0]]],
      answer: [[100], [200], [100]],
      tolerance: 0.1,
      source: "by construction: 100 without a promotion, 200 with one",
    },
  ],
  async compute({ history, horizon, season, level, ...given }, engines: NetworkSource) {
    const forecast = forecaster({ networks: await allNetworks(engines), profile: THOROUGH });
    const drivers = readDrivers(given, history[0]!.length, horizon);
    return answerForecasts({ history, season, level }, (values, m) =>
      pathOf(forecast(values, m, { drivers }), horizon),
    );
  },
});
