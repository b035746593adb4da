import type { Distribution } from "../../numeric/distribution.ts";
import { gammaDistribution } from "../../numeric/gamma.ts";
import { normalDistribution, pointDistribution } from "../../numeric/normal.ts";
import { fillGaps, recentPart } from "../clean.ts";
import { forecastDemand } from "../forecast.ts";
import { inUnit, type DriverEffects } from "../drivers/effects.ts";
import type { CountNetwork } from "../intermittent/learned/network.ts";
import { lastQuarter, type Agreement, type LastQuarter } from "../last-quarter.ts";
import type { Fitted } from "../model.ts";
import { forecastNetwork } from "../network/forecast.ts";
import type { Network } from "../network/network.ts";
import { calibratedPath, normalPath, type ForecastPath } from "../path.ts";
import { spreadOf } from "../spread.ts";
import { classify, type Pattern } from "./classify.ts";
import { takeLongSeason } from "./long-season.ts";
import { powerUnit } from "../power-unit.ts";
import { fitShort } from "./short.ts";
import { fitStatistics } from "./statistics.ts";

/** A model's part in a forecast. */
export interface Part {
  readonly name: string;
  /** Share of the mean, 0 to 1; the shares add up to 1. */
  readonly weight: number;
}

/** The best forecast we know of one series, and how it came about. */
export interface BestForecast extends ForecastPath {
  readonly pattern: Pattern;
  /** Periods in a season; 1 for none. */
  readonly season: number;
  /** Periods in a longer season beside it, where there is one. */
  readonly longSeason?: number;
  readonly parts: readonly Part[];
  /** What each period of a steady last quarter sold, and how the forecast agrees with it. */
  readonly quarter?: Pick<LastQuarter, "length" | "low" | "high"> & { readonly agreement: Agreement };
  /** Distribution of the total demand over the periods 1 to `periods` (at most the horizon), consistent with the path. */
  total(periods: number): Distribution;
}

/** Share of the pretrained network in the mean; the statistical models have the rest. */
const NETWORK_SHARE = 0.7;
/** Values kept: enough for four years of days. */
const LONGEST = 1500;
/** Counts up to this size keep their own unit, so that a slow mover's quantiles are whole numbers. */
const LARGEST_COUNT = 1e6;

/** Forecasts in the units of the history from those in other units. */
function scaled(forecast: BestForecast, unit: number): BestForecast {
  if (unit === 1) return forecast;
  const { quarter } = forecast;
  return {
    ...forecast,
    ...(quarter && { quarter: { ...quarter, low: quarter.low * unit, high: quarter.high * unit } }),
    mean: forecast.mean.map((x) => x * unit),
    quantile: (p) => forecast.quantile(p).map((x) => x * unit),
    total(periods) {
      const one = forecast.total(periods);
      return {
        kind: one.kind,
        mean: one.mean * unit,
        sd: one.sd * unit,
        quantile: (p) => one.quantile(p) * unit,
        cdf: (x) => one.cdf(x / unit),
      };
    },
  };
}

/**
 * Forecasts one series by what suits its pattern: nothing for zeros, the value itself for a constant, a weighted mean
 * for fewer than six values, a count distribution for a slow mover, and for all else the weighted mean of a pretrained
 * network and of statistical models. Gaps are NaN; at least one value must be present; `season` undefined where it is to
 * be found. Forecasts of a prefix of the horizon are a prefix of these. Without the networks the statistical models
 * stand alone.
 * @param effects of drivers, where the history is what remains without them, for the network to correct
 */
export function forecastBest(
  network: Network | undefined,
  history: readonly number[],
  season: number | undefined,
  horizon: number,
  countNetwork?: CountNetwork,
  effects?: DriverEffects,
): BestForecast {
  const known = history.filter((x) => !Number.isNaN(x));
  const counts = known.every((x) => Number.isInteger(x) && Math.abs(x) <= LARGEST_COUNT);
  const { pattern, listed, season: m } = classify(history, season);
  const unit = pattern === "zero" || (pattern === "slow" && counts) ? 1 : powerUnit(known);
  // A slow mover's zeros before its first demand tell how slow it is.
  const values = (pattern === "slow" ? history : listed).map((x) => x / unit);
  const floor = known.some((x) => x < 0) ? -Infinity : 0;
  const given = effects && inUnit(effects, unit);
  const forecast = FORECASTS[pattern]({ network, countNetwork, values, season: m, horizon, floor, effects: given });
  return scaled({ ...forecast, pattern, season: m }, unit);
}

interface Task {
  readonly network: Network | undefined;
  readonly countNetwork: CountNetwork | undefined;
  readonly values: readonly number[];
  readonly season: number;
  readonly horizon: number;
  /** Least possible demand: 0 unless the history has negative values. */
  readonly floor: number;
  /** Of drivers, in the unit of the values. */
  readonly effects: DriverEffects | undefined;
}

type Answer = Omit<BestForecast, "pattern" | "season">;
type Path = Omit<Answer, "total">;

const FORECASTS: Readonly<Record<Pattern, (task: Task) => Answer>> = {
  zero: ({ horizon }) => flat(0, horizon, "No demand so far"),
  constant: ({ values, horizon }) =>
    flat(
      values.find((x) => !Number.isNaN(x))!,
      horizon,
      "The constant",
    ),
  short,
  slow: slowMover,
  smooth,
};

function flat(value: number, horizon: number, name: string): Answer {
  const mean = new Array<number>(horizon).fill(value);
  return { mean, quantile: () => mean, parts: [{ name, weight: 1 }], total: (n) => pointDistribution(value * n) };
}

function short(task: Task): Answer {
  const fitted = fitShort({ values: task.values.filter((x) => !Number.isNaN(x)), season: 1 });
  // The padded errors of a few values are calibrated as they are.
  return withTotals(task, fitted, named(fitted, normalPath(fitted, task.horizon)));
}

function slowMover({ values, season, horizon, countNetwork }: Task): Answer {
  const forecast = forecastDemand(values, season, undefined, countNetwork);
  const one = forecast.total(1);
  return {
    mean: forecast.mean(horizon),
    quantile: (p) => new Array<number>(horizon).fill(one.quantile(p)),
    parts: [{ name: "Slow mover's rate", weight: 1 }],
    total: (periods) => forecast.total(periods),
  };
}

/** The mean of network and statistics; a longer season beside the given one is taken out first. */
function smooth(task: Task): Answer {
  const complete = fillGaps(task.values, task.season).slice(-LONGEST);
  const long = takeLongSeason(complete, task.season);
  const adjusted = { ...task, values: recentPart(long?.adjusted ?? complete, task.season) };
  const fitted = fitStatistics(adjusted);
  const free = task.network === undefined ? statistical(fitted, task) : combined(task.network, fitted, adjusted);
  // Drivers are a reason of their own, and the network's correction of them is in its mean.
  const path = task.effects ? free : heldToQuarter(free, adjusted);
  if (long === undefined) return withTotals(task, fitted, path);
  const back = (values: readonly number[]): number[] => values.map((x, h) => long.restore(x, complete.length + h));
  return withTotals(task, fitted, {
    ...path,
    mean: back(path.mean),
    quantile: (p) => back(path.quantile(p)),
    longSeason: long.period,
  });
}

/** The forecast and its quantiles moved to where a steady last quarter lets the mean lie. */
function heldToQuarter(path: Path, { values, season }: Task): Path {
  const quarter = lastQuarter(values, season);
  if (quarter === undefined) return path;
  const mean = quarter.hold(path.mean);
  const { length, low, high } = quarter;
  return {
    ...path,
    mean,
    quantile: (p) => path.quantile(p).map((x, h) => x + (mean[h]! - path.mean[h]!)),
    quarter: { length, low, high, agreement: quarter.agreement(path.mean) },
  };
}

const named = (fitted: Fitted, path: ForecastPath): Path => ({ ...path, parts: [{ name: fitted.name, weight: 1 }] });

const statistical = (fitted: Fitted, { horizon, season }: Task): Path =>
  named(fitted, calibratedPath(fitted, horizon, "STATISTICS", season));

/** Mean of network and statistics; the network's intervals, around the common mean. */
function combined(network: Network, fitted: Fitted, { values, season, horizon, effects }: Task): Path {
  const learnt = forecastNetwork(network, values, season, horizon, { statistics: 0, effects });
  const statistics = fitted.predict(horizon);
  const share = NETWORK_SHARE;
  const mean = learnt.mean.map((x, h) => share * x + (1 - share) * statistics[h]!);
  return {
    mean,
    quantile: (p) => learnt.quantile(p).map((x, h) => mean[h]! + (x - learnt.mean[h]!)),
    parts: [
      { name: "Pretrained network", weight: share },
      { name: fitted.name, weight: 1 - share },
    ],
  };
}

/** Probability of an upper quantile one standard deviation above the mean. */
const ONE_SD = 0.8413447460685429;

/**
 * Adds the distribution of totals: single periods' spreads from the path, their growth when added up from how the errors
 * of the fitted model carry over.
 */
function withTotals({ floor }: Task, fitted: Fitted, path: Path): Answer {
  const mean = path.mean.map((x) => Math.max(floor, x));
  const bounded = { ...path, mean, quantile: (p: number) => path.quantile(p).map((x) => Math.max(floor, x)) };
  return {
    ...bounded,
    total(periods) {
      const spread = spreadOf(fitted);
      const [upper, lower] = [path.quantile(ONE_SD), path.quantile(1 - ONE_SD)];
      const singles = upper.slice(0, periods).reduce((a, x, h) => a + ((x - lower[h]!) / 2) ** 2, 0);
      const own = spread.variances(periods).reduce((a, b) => a + b, 0);
      const sd = Math.sqrt(singles * (own > 0 ? spread.totalVariance(periods) / own : 1));
      const sum = mean.slice(0, periods).reduce((a, b) => a + b, 0);
      return floor === 0 ? gammaDistribution(sum, sd) : normalDistribution(sum, sd);
    },
  };
}
