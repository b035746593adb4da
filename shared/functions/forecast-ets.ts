import { defineServer } from "../define/define.ts";
import { answerForecasts, forecastParameters, INTERVAL_DETAILS } from "./parameters/forecast.ts";
import { fillGaps } from "../demand/history/gaps.ts";
import { withDrivers } from "../demand/causes/with-drivers.ts";
import { fitEts } from "../demand/models/ets/ets.ts";
import { calibratedPath } from "../demand/models/path.ts";
import { DRIVER_DETAILS, driverLags, driverParameters, readDrivers } from "./parameters/drivers.ts";

const quarters = [30, 42, 55, 38, 33, 45, 60, 41, 35, 49, 64, 45].map((x) => [x]);

export const forecastEts = defineServer({
  name: "FORECAST_ETS",
  category: "Forecasting",
  summary: "Forecasts demand by exponential smoothing, the form chosen for each series.",
  returns: "A column of forecasts, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    "Tries the exponential smoothing family, additive and multiplicative errors, no, additive or damped trend, no, additive or multiplicative season, fits each by maximum likelihood and keeps the one with the lowest corrected Akaike information criterion. Unlike Excel's FORECAST.ETS it is not one fixed form, takes several series at once and is never negative where the history is not.",
    "Seasons of more than 24 periods (weeks in a year), and histories shorter than two seasons, are adjusted by a seasonal pattern that is believed only as far as noise does not explain it. The last 420 periods count, or four seasons if that is more. Fewer than four values, or a constant: the last value goes on.",
    INTERVAL_DETAILS,
    DRIVER_DETAILS,
  ],
  source: "Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008; R forecast::ets",
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
      says: "three years of quarters, the best in the third",
      args: [quarters, 4, 4],
      answer: (answer) => Array.isArray(answer) && answer.length === 4 && answer.every(([x]) => x! <= answer[2]![0]!),
      source: "property: the season found in the history comes again",
    },
  ],
  compute({ history, horizon, season, level, ...given }) {
    const drivers = readDrivers(given, history[0]!.length, horizon);
    return answerForecasts({ history, season, level }, (values, m) =>
      withDrivers(values, m, drivers, (adjusted) =>
        calibratedPath(fitEts({ values: fillGaps(adjusted, m), season: m }), horizon, "ETS", m),
      ),
    );
  },
});
