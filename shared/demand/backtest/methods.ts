import type { Engines } from "../../define/engines.ts";
import type { ForecastPath } from "../answer.ts";
import { forecastArima } from "../arima/forecast.ts";
import { forecastBest } from "../best/best.ts";
import { fitCes } from "../ces/ces.ts";
import { fillGaps, listedPart } from "../clean.ts";
import { fitEts } from "../ets/ets.ts";
import type { Fit } from "../model.ts";
import { movingAverage } from "../models/moving-average.ts";
import { fitNaive } from "../models/naive.ts";
import { fitSeasonalNaive } from "../models/seasonal-naive.ts";
import { fitSimpleSmoothing } from "../models/simple-smoothing.ts";
import { forecastNetwork } from "../network/forecast.ts";
import { pathOf } from "../path.ts";
import { fitDynamicTheta } from "../models/dynamic-theta.ts";
import { seasonallyAdjusted } from "../transforms.ts";

/** Forecasts one series, gaps as NaN, from `season` periods in a season. */
export type Method = (values: readonly number[], season: number, horizon: number) => ForecastPath;

const by =
  (fit: Fit): Method =>
  (values, season, horizon) =>
    pathOf(fit({ values: fillGaps(listedPart(values), season), season }), horizon);

/** What BACKTEST can try, by name. */
export const METHODS: Readonly<Record<string, (engines: Engines) => Promise<Method>>> = {
  BEST: async (engines) => {
    const network = await engines.network();
    return (values, season, horizon) => forecastBest(network, values, season, horizon);
  },
  ETS: () => Promise.resolve(by(fitEts)),
  THETA: () => Promise.resolve(by(seasonallyAdjusted(() => fitDynamicTheta))),
  CES: () => Promise.resolve(by(fitCes)),
  ARIMA: ({ arima }) =>
    Promise.resolve((values, season, horizon) =>
      forecastArima(arima, fillGaps(listedPart(values), season), season, horizon),
    ),
  LSTM: async (engines) => {
    const network = await engines.network();
    return (values, season, horizon) => forecastNetwork(network, values, season, horizon);
  },
  SES: () => Promise.resolve(by(fitSimpleSmoothing)),
  MOVING_AVERAGE: () =>
    Promise.resolve((values, season, horizon) => by(movingAverage(season > 1 ? season : 6))(values, season, horizon)),
  SEASONAL_NAIVE: () => Promise.resolve(by(fitSeasonalNaive)),
  NAIVE: () => Promise.resolve(by(fitNaive)),
};

/** What is tried where nothing is named: the arima search takes a tenth of a second a fit and is left to those who ask. */
export const USUAL_METHODS: readonly string[] = ["BEST", "ETS", "THETA", "SEASONAL_NAIVE"];
