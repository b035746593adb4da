import { normalQuantile } from "../../numeric/normal.ts";
import type { ForecastPath } from "../answer.ts";
import { orderName, type ArimaFitter } from "../arima.ts";
import { recentPart } from "../clean.ts";
import { fitNaive } from "../models/naive.ts";
import { pathOf } from "../path.ts";
import { adjustSeason, suitsLogarithms } from "../seasonal-adjustment.ts";
import { OrderSearch, type ChosenArima } from "./search.ts";

/** Longer seasons make the model's state too large to fit in a moment: the season is adjusted for outside. */
const LONGEST_SEASON = 12;

/** A forecast and the name of the model behind it. */
export interface NamedPath extends ForecastPath {
  readonly name: string;
}

/**
 * Forecasts a complete series by the seasonal ARIMA model chosen for it, on the series itself or on its logarithms,
 * whichever is likelier. Seasons beyond 12 periods are taken out first by a shrunk classical adjustment. With a few
 * values only, the choice is between mean, random walk and drift; with one, the last value goes on.
 */
export function forecastArima(
  fitter: ArimaFitter,
  history: readonly number[],
  season: number,
  horizon: number,
): NamedPath {
  const values = recentPart(history, season);
  if (season <= LONGEST_SEASON) return forecastAdjusted(fitter, values, season, horizon);
  const { adjusted, effect, multiplicative, strength } = adjustSeason(values, season);
  const path = forecastAdjusted(fitter, adjusted, 1, horizon);
  const restore = (x: number, h: number): number =>
    multiplicative ? x * effect(values.length + h) : x + effect(values.length + h);
  return {
    name: strength > 0 ? `${path.name}, seasonally adjusted` : path.name,
    mean: path.mean.map(restore),
    quantile: (p) => path.quantile(p).map(restore),
  };
}

function forecastAdjusted(fitter: ArimaFitter, values: readonly number[], season: number, horizon: number): NamedPath {
  const plain = new OrderSearch(fitter, values, season, horizon);
  plain.start();
  const logs = suitsLogarithms(values) ? new OrderSearch(fitter, values.map(Math.log), season, horizon) : undefined;
  if (plain.best?.aicc !== -Infinity) logs?.start();
  // The density of x is that of log x divided by x, hence the sum of logarithms.
  const jacobian = logs ? 2 * values.reduce((a, x) => a + Math.log(x), 0) : 0;
  const logarithmic = (logs?.best?.aicc ?? Infinity) + jacobian < (plain.best?.aicc ?? Infinity);
  const search = logarithmic ? logs! : plain;
  search.climb();
  if (search.best === undefined) return { name: "Naive", ...pathOf(fitNaive({ values, season }), horizon) };
  return asPath(search.best, logarithmic);
}

/** On logarithms the answer is the median, exp of the mean of the logs, which errs least in absolute terms. */
function asPath({ order, mean, standardError }: ChosenArima, logarithmic: boolean): NamedPath {
  const back = logarithmic ? Math.exp : (x: number): number => x;
  return {
    name: logarithmic ? `${orderName(order)} on logs` : orderName(order),
    mean: mean.map(back),
    quantile(p) {
      const z = normalQuantile(p);
      return mean.map((x, h) => back(x + z * standardError[h]!));
    },
  };
}
