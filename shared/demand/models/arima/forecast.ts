import { orderName, type ArimaFitter, type ArimaOrder } from "./order.ts";
import { recentPart } from "../../history/gaps.ts";
import type { Series } from "../model.ts";
import { fitNaive } from "../naive.ts";
import { calibratedDeviates } from "../calibration.ts";
import { mapPath, normalPath, type ForecastPath } from "../path.ts";
import { adjustSeason, suitsLogarithms } from "../../history/seasons/seasonal-adjustment.ts";
import { OrderSearch, parametersOf } from "./search.ts";

/** Longer seasons make the model's state too large to fit in a moment: the season is adjusted for outside. */
const LONGEST_SEASON = 12;

/** Logarithms are moved to this mean, so that the fit, its tolerances and so the choice don't hang on the units. */
const USUAL_LOGARITHM = 8;

/** By how much the criterion must speak for logarithms, whose trends grow without end: best on M3 and M1. */
const CAUTION = 10;

/** A forecast and the name of the model behind it. */
export interface NamedPath extends ForecastPath {
  readonly name: string;
}

/**
 * Forecasts a complete series by the seasonal ARIMA model chosen for it, on the series itself or on its logarithms,
 * whichever is clearly likelier. Seasons beyond 12 periods are taken out first by a shrunk classical adjustment. With a few
 * values only, the choice is between mean, random walk and drift; with one, the last value goes on.
 */
export function forecastArima(
  fitter: ArimaFitter,
  history: readonly number[],
  season: number,
  horizon: number,
): NamedPath {
  const values = recentPart(history, season);
  if (season <= LONGEST_SEASON) return forecastAdjusted(fitter, { values, season }, season, horizon);
  const { adjusted, effect, multiplicative, strength } = adjustSeason(values, season);
  const path = forecastAdjusted(fitter, { values: adjusted, season: 1 }, season, horizon);
  const restore = (x: number, h: number): number =>
    multiplicative ? x * effect(values.length + h) : x + effect(values.length + h);
  return {
    ...mapPath(path, restore),
    name: strength > 0 ? `${path.name}, seasonally adjusted` : path.name,
  };
}

/** @param cycle periods in the season of the series as it was, before the adjustment */
function forecastAdjusted(fitter: ArimaFitter, { values, season }: Series, cycle: number, horizon: number): NamedPath {
  const plain = new OrderSearch(fitter, values, season, horizon);
  plain.start();
  const logarithms = suitsLogarithms(values) ? values.map(Math.log) : undefined;
  const middle = (logarithms?.reduce((a, b) => a + b, 0) ?? 0) / values.length;
  const shift = USUAL_LOGARITHM - middle;
  const logs =
    logarithms &&
    new OrderSearch(
      fitter,
      logarithms.map((x) => x + shift),
      season,
      horizon,
    );
  if (plain.best?.aicc !== -Infinity) logs?.start();
  // Both are likelihoods of the series in units of its geometric mean, of the values that differencing leaves. The density
  // of x is that of log x divided by x, hence the sum of logarithms.
  const plainly = plain.best && plain.best.aicc - 2 * middle * (values.length - lostTo(plain.best.order));
  const onLogs =
    logs?.best && logarithms!.slice(lostTo(logs.best.order)).reduce((a, x) => a + 2 * (x - middle), logs.best.aicc);
  const logarithmic = (onLogs ?? Infinity) + CAUTION < (plainly ?? Infinity);
  const search = logarithmic ? logs! : plain;
  search.climb();
  if (search.best === undefined) return { name: "Naive", ...normalPath(fitNaive({ values, season }), horizon) };
  const back = logarithmic ? (x: number): number => Math.exp(x - shift) : (x: number): number => x;
  const { order, mean, standardError } = search.best;
  const parameters = estimated(order);
  const deviate = calibratedDeviates({ model: "ARIMA", errors: values.length, parameters, season: cycle });
  // On logarithms the answer is the median, exp of the mean of the logs, which errs least in absolute terms.
  return {
    name: logarithmic ? `${orderName(order)} on logs` : orderName(order),
    mean: mean.map(back),
    quantile: (p) => mean.map((x, h) => back(x + deviate(p, h + 1) * standardError[h]!)),
  };
}

/** Values that differencing starts from. */
const lostTo = ({ d, D, s }: ArimaOrder): number => d + D * s;

/** Coefficients, constant and variance, and the values that differencing starts from. */
const estimated = (order: ArimaOrder): number => parametersOf(order) + lostTo(order);
