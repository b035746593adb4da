import type { ArimaFitter } from "../models/arima/order.ts";
import { forecastArima } from "../models/arima/forecast.ts";
import { pathOf } from "../forecast/forecast.ts";
import { allNetworks, type NetworkSource } from "../forecast/networks.ts";
import { forecaster } from "../forecast/forecaster.ts";
import { THOROUGH } from "../forecast/profile.ts";
import { fitCes } from "../models/ces/ces.ts";
import { fillGaps, listedPart, recentPart } from "../history/gaps.ts";
import { fitEts } from "../models/ets/ets.ts";
import { forecastIntermittent, INTERMITTENT_METHODS } from "../forecast/intermittent.ts";
import type { Fit } from "../models/model.ts";
import { movingAverage } from "../models/moving-average.ts";
import { fitNaive } from "../models/naive.ts";
import { fitSeasonalNaive } from "../models/seasonal-naive.ts";
import { fitSimpleSmoothing } from "../models/simple-smoothing.ts";
import { forecastNetwork } from "../networks/sequence/forecast.ts";
import type { Calibrated } from "../models/calibration.ts";
import { calibratedPath, type ForecastPath } from "../models/path.ts";
import { fitDynamicTheta } from "../models/dynamic-theta.ts";
import { seasonallyAdjusted } from "../models/transforms.ts";

/** Forecasts one series, gaps as NaN, from `season` periods in a season. */
export type Method = (values: readonly number[], season: number, horizon: number) => ForecastPath;

/** What the methods need that is loaded or lives in a library. */
export interface MethodEngines extends NetworkSource {
  readonly arima: ArimaFitter;
}

type Load = (engines: MethodEngines) => Promise<Method>;

const by =
  (fit: Fit, model: Calibrated): Method =>
  (history, season, horizon) => {
    const values = recentPart(fillGaps(listedPart(history), season), season);
    return calibratedPath(fit({ values, season }), horizon, model, season);
  };

/** The models for intermittent demand, quantiles from their count distributions; INTERMITTENT is the one to use. */
const INTERMITTENT: Readonly<Record<string, Load>> = Object.fromEntries(
  INTERMITTENT_METHODS.map((method) => [
    method === "learned" ? "INTERMITTENT" : method.toUpperCase(),
    async (engines) => {
      const counts = method === "learned" ? await engines.counts() : undefined;
      return (values, _, horizon) => forecastIntermittent(recentPart(values, 1), horizon, method, counts);
    },
  ]),
);

/** What BACKTEST can try, by name. */
export const METHODS: Readonly<Record<string, Load>> = {
  BEST: async (engines) => {
    const forecast = forecaster({ networks: await allNetworks(engines), profile: THOROUGH });
    return (values, season, horizon) => pathOf(forecast(values, season), horizon);
  },
  ETS: () => Promise.resolve(by(fitEts, "ETS")),
  THETA: () =>
    Promise.resolve(
      by(
        seasonallyAdjusted(() => fitDynamicTheta),
        "THETA",
      ),
    ),
  CES: () => Promise.resolve(by(fitCes, "CES")),
  ARIMA: ({ arima }) =>
    Promise.resolve((values, season, horizon) =>
      forecastArima(arima, fillGaps(listedPart(values), season), season, horizon),
    ),
  LSTM: async (engines) => {
    const network = await engines.network();
    return (values, season, horizon) => forecastNetwork(network, values, season, horizon);
  },
  SES: () => Promise.resolve(by(fitSimpleSmoothing, "LEVEL")),
  MOVING_AVERAGE: () =>
    Promise.resolve((values, season, horizon) =>
      by(movingAverage(season > 1 ? season : 6), "LEVEL")(values, season, horizon),
    ),
  SEASONAL_NAIVE: () => Promise.resolve(by(fitSeasonalNaive, "LEVEL")),
  NAIVE: () => Promise.resolve(by(fitNaive, "LEVEL")),
  ...INTERMITTENT,
};

/** What is tried where nothing is named: the arima search takes a tenth of a second a fit and is left to those who ask. */
export const USUAL_METHODS: readonly string[] = ["BEST", "ETS", "THETA", "SEASONAL_NAIVE"];
