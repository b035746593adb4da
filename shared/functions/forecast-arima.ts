import { defineServer } from "../define/define.ts";
import type { Engines } from "./engines.ts";
import { answerForecasts, forecastParameters, INTERVAL_DETAILS } from "./parameters/forecast.ts";
import { forecastArima as forecastByArima } from "../demand/models/arima/forecast.ts";
import { fillGaps } from "../demand/history/gaps.ts";
import { withDrivers } from "../demand/causes/with-drivers.ts";
import { DRIVER_DETAILS, driverLags, driverParameters, readDrivers } from "./parameters/drivers.ts";

export const forecastArima = defineServer({
  name: "FORECAST_ARIMA",
  category: "Forecasting",
  summary: "Forecasts demand by a seasonal ARIMA model, its order chosen for each series.",
  returns: "A column of forecasts, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    "Differences are chosen by the KPSS test and by seasonal strength, the order step by step by the corrected Akaike information criterion, on the series or, where they are clearly likelier, on its logarithms. Each order is fitted by maximum likelihood; fits that are not stationary and invertible are refused.",
    "Below about ten values, where no autoregression can be told from noise, it chooses between mean, random walk and drift; from one value, that value goes on. Seasons of more than 12 periods are adjusted for beforehand. The last 420 periods count, or four seasons if that is more.",
    `${INTERVAL_DETAILS} They are those of the logarithms where those were used.`,
    DRIVER_DETAILS,
  ],
  source: "Hyndman & Khandakar, Automatic time series forecasting, 2008; R forecast::auto.arima",
  parameters: { ...forecastParameters, ...driverParameters, driver_lags: driverLags },
  examples: [
    {
      says: "a straight line goes on",
      args: [[[10], [12], [14], [16], [18], [20], [22], [24], [26], [28], [30], [32]], 3, 1],
      answer: [[34], [36], [38]],
      source: "by definition: a random walk with drift without noise",
    },
    {
      says: "a steady 20 stays 20, without doubt",
      args: [[[20], [20], [20], [20], [20], [20]], 2, 1, 0.9],
      answer: [
        [20, 20, 20],
        [20, 20, 20],
      ],
      source: "by definition: constant demand goes on",
    },
  ],
  compute({ history, horizon, season, level, ...given }, { arima }: Pick<Engines, "arima">) {
    const drivers = readDrivers(given, history[0]!.length, horizon);
    return answerForecasts({ history, season, level }, (values, m) =>
      withDrivers(values, m, drivers, (adjusted) => forecastByArima(arima, fillGaps(adjusted, m), m, horizon)),
    );
  },
});
