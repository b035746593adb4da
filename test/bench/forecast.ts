import { arima } from "../../server/engines/arima.ts";
import { forecastArima } from "../../shared/demand/models/arima/forecast.ts";
import { fitEts } from "../../shared/demand/models/ets/ets.ts";
import { forecaster } from "../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../shared/demand/forecast/profile.ts";
import type { Fit } from "../../shared/demand/models/model.ts";
import { fitSeasonalNaive } from "../../shared/demand/models/seasonal-naive.ts";
import { fitTheta } from "../../shared/demand/models/theta.ts";
import { seasonallyAdjusted } from "../../shared/demand/models/transforms.ts";
import type { Figure } from "./main.ts";
import { readSeries, type TestSeries } from "./data/series-csv.ts";

const forecastOf = forecaster({ profile: QUICK });

type Method = (series: TestSeries) => readonly number[];

const by =
  (fit: Fit): Method =>
  ({ train, season, test }) =>
    fit({ values: train, season }).predict(test.length);

const METHODS: Readonly<Record<string, { forecast: Method; every: number }>> = {
  "seasonal naive": { forecast: by(fitSeasonalNaive), every: 1 },
  theta: { forecast: by(seasonallyAdjusted(() => fitTheta)), every: 1 },
  plan: { forecast: ({ train, season, test }) => forecastOf(train, season).mean(test.length), every: 1 },
  FORECAST_ETS: { forecast: by(fitEts), every: 1 },
  FORECAST_ARIMA: {
    forecast: ({ train, season, test }) => forecastArima(arima, train, season, test.length).mean,
    every: 7,
  },
};

/** Symmetric mean absolute percentage error of one series, in percent. */
function smape(actual: readonly number[], path: readonly number[]): number {
  const errors = actual.map((y, h) => {
    const forecast = Math.max(0, path[h]!);
    return y === forecast ? 0 : (200 * Math.abs(y - forecast)) / (Math.abs(y) + Math.abs(forecast));
  });
  return errors.reduce((a, b) => a + b, 0) / errors.length;
}

/** Accuracy and speed on half of the M3 series; the peer is Theta, best of the competition, on the same series. */
function accuracy(series: readonly TestSeries[]): Figure[] {
  const theta = series.map((one) => smape(one.test, METHODS["theta"]!.forecast(one)));
  return Object.entries(METHODS).flatMap(([name, { forecast, every }]) => {
    const chosen = series.map((_, i) => i).filter((i) => i % every === 0);
    const start = performance.now();
    const errors = chosen.map((i) => smape(series[i]!.test, forecast(series[i]!)));
    const milliseconds = (performance.now() - start) / chosen.length;
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    const peer = mean(chosen.map((i) => theta[i]!));
    return [
      {
        name: `M3 sMAPE, ${name}, ${chosen.length} series`,
        value: mean(errors),
        unit: "%",
        peer,
        ratio: mean(errors) / peer,
      },
      { name: `M3 time, ${name}`, value: milliseconds, unit: "ms/series" },
    ];
  });
}

/** How often the total over a lead time stays within the 95% quantile. */
function calibration(set: string, periods: number): Figure[] {
  const series = (readSeries(set) ?? []).filter(
    ({ test }) => test.length >= periods && !test.slice(0, periods).some(Number.isNaN),
  );
  const within = series.filter(
    ({ train, test, season }) =>
      test.slice(0, periods).reduce((a, b) => a + b, 0) <= forecastOf(train, season).total(periods).quantile(0.95),
  );
  const value = within.length / series.length;
  return [
    {
      name: `coverage of the 95% quantile, ${set}, total of ${periods}`,
      value,
      unit: "share",
      peer: 0.95,
      ratio: value / 0.95,
      better: "peer",
    },
  ];
}

export async function run(): Promise<Figure[]> {
  const m3 = readSeries("m3");
  if (m3 === undefined) throw new Error("no data: set LOTWISE_DATA to the folder that holds dev/m3.csv");
  const sets = ["m3", "hospital", "carparts", "man_spares", "raf_spares", "auto_spares"];
  return [...accuracy(m3), ...sets.flatMap((set) => [1, 3, 6].flatMap((periods) => calibration(set, periods)))];
}
