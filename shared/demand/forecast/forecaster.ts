import { powerUnit } from "../../numeric/power-unit.ts";
import { driverChange, promotionChange, changeBy } from "../causes/change.ts";
import type { DriverColumns } from "../causes/columns.ts";
import { areIdle, driverEffects, inUnit, type DriverEffects } from "../causes/effects.ts";
import { promotionEffect, type PromotionColumns, type PromotionEffect } from "../causes/promotion-effect.ts";
import { withoutEffect } from "../causes/with-drivers.ts";
import { fillGaps } from "../history/gaps.ts";
import { classify, LEAST_DEMAND, type Classified, type Pattern } from "../history/pattern.ts";
import { detectSeason } from "../history/seasons/detect-season.ts";
import { normalPath } from "../models/path.ts";
import { spreadOf } from "../models/spread.ts";
import { fitShort } from "../models/weighted-mean.ts";
import type { Network } from "../networks/sequence/network.ts";
import type { CountNetwork } from "../networks/slow/network.ts";
import type { PretrainedTrees } from "../models/table/pretrained.ts";
import type { TableLessons } from "../models/table/table.ts";
import { byTrees } from "./by-trees.ts";
import { changed, changedForecast, courseWith, demandOf, within, type Course } from "./course.ts";
import type { Forecast } from "./forecast.ts";
import type { Profile } from "./profile.ts";
import { forecastRegular, type Regular } from "./regular.ts";
import { forecastFlat, forecastSlow, promotedPart } from "./slow.ts";

/** Weights that are at hand before the work begins; without them the statistical models stand alone. */
export interface Networks {
  /** The forecasting network, for regular demand. */
  readonly sequence?: Network | undefined;
  /** The network for slow movers. */
  readonly slow?: CountNetwork | undefined;
  /** Trees taught by many shops' items, for what is slow or noisy. */
  readonly trees?: PretrainedTrees | undefined;
}

/** What is known to move demand, in the past and ahead. */
export interface Causes {
  readonly drivers?: DriverColumns | undefined;
  readonly promotions?: PromotionColumns | undefined;
  /** Periods whose total matters most, such as those of lead time and review; for what items of a table teach of them. */
  readonly horizon?: number | undefined;
}

/**
 * Forecasts one series: oldest first, NaN where a value is missing; `season` undefined where it is to be found. Works from
 * an empty history up, which forecasts zero. What causes did to the past is taken out of it, and what they will do is put
 * into the periods ahead.
 */
export type Forecaster = (history: readonly number[], season: number | undefined, causes?: Causes) => Forecast;

export interface ForecasterOptions {
  readonly networks?: Networks;
  readonly profile: Profile;
  /** What the items of the series' table taught of each other. */
  readonly lessons?: TableLessons | undefined;
}

/** The one way to forecast a series; cells and plans differ by their profile. */
export function forecaster({ networks = {}, profile, lessons }: ForecasterOptions): Forecaster {
  return (history, season, { drivers, promotions, horizon } = {}) => {
    const one = { networks, profile, promotions };
    const effects = drivers && driverEffects(history, season ?? detectSeason(history), drivers);
    if (effects === undefined || areIdle(effects)) {
      const trees = { lessons, horizon, pretrained: networks.trees, alone: profile.trees };
      return byTrees(forecastOne({ ...one, history, season }), history, trees);
    }
    const adjusted = history.map((x, t) => withoutEffect(x, effects, effects.past[t]!));
    return changedForecast(forecastOne({ ...one, history: adjusted, season, effects }), driverChange(effects));
  };
}

interface Question {
  readonly networks: Networks;
  readonly profile: Profile;
  readonly history: readonly number[];
  readonly season: number | undefined;
  readonly promotions: PromotionColumns | undefined;
  /** Of drivers, where the history is what remains without them. */
  readonly effects?: DriverEffects;
}

/** A history as it was found to be. */
interface Task extends Omit<Question, "season">, Classified {
  /** Units that the history is worked out in. */
  readonly unit: number;
  /** Whether demand may be negative. */
  readonly negative: boolean;
}

/** Counts up to this size keep their own unit, so that a slow mover's quantiles are whole numbers. */
const LARGEST_COUNT = 1e6;

function forecastOne({ season, ...question }: Question): Forecast {
  const { history, profile } = question;
  const found = classify(history, season, profile.returns);
  const known = history.filter((x) => !Number.isNaN(x));
  const counts = found.pattern === "slow" && known.every((x) => Number.isInteger(x) && Math.abs(x) <= LARGEST_COUNT);
  const unit = profile.unitFree && !counts ? powerUnit(known) : 1;
  const negative = profile.returns && known.some((x) => x < 0);
  const way = profile.apart.includes(found.pattern) ? found.pattern : "smooth";
  return FORECASTS[way]({ ...question, ...found, unit, negative });
}

const FORECASTS: Readonly<Record<Pattern, (task: Task) => Forecast>> = {
  zero: ({ listed, season, pattern }) =>
    forecastFlat(0, {
      name: "No demand so far",
      pattern,
      season,
      words: listed.every(Number.isNaN) ? "no history" : "no demand so far",
    }),
  constant: ({ listed, season, pattern }) =>
    forecastFlat(
      listed.find((x) => !Number.isNaN(x))!,
      { name: "The constant", pattern, season, words: "demand that never changed" },
    ),
  short,
  slow,
  smooth,
};

const notNegative = (x: number): number => (x > LEAST_DEMAND ? x : 0);

/** What demand may be: not negative, unless the history is. */
const boundOf = ({ profile, negative }: Task): ((x: number) => number) =>
  !profile.returns ? notNegative : negative ? (x) => x : (x) => Math.max(0, x);

/** The course in units of which each of its own is worth `unit`. */
const inUnits = (course: Course, unit: number): Course =>
  unit === 1
    ? course
    : changed(
        course,
        changeBy(true, () => unit),
      );

/** A few values: their weighted mean. Padded errors are calibrated as they are. */
function short(task: Task): Forecast {
  const { listed, unit, season, pattern, negative, profile } = task;
  const values = listed.filter((x) => !Number.isNaN(x)).map((x) => x / unit);
  const fitted = fitShort({ values, season: 1 });
  const course = courseWith(
    {
      mean: (horizon) => fitted.predict(horizon),
      quantile: (p, horizon) => [...normalPath(fitted, horizon).quantile(p)],
    },
    spreadOf(fitted),
  );
  return {
    pattern,
    season,
    negative,
    follows: true,
    parts: [{ name: fitted.name, weight: 1 }],
    words: `weighted mean of ${values.length} values`,
    ...demandOf(inUnits(within(course, boundOf(task)), unit), { ...profile, negative }),
  };
}

const present = (values: readonly number[]): number[] => values.filter((x) => !Number.isNaN(x)).map(notNegative);

/** Gaps and returns count as none; zeros before the first demand tell how slow the item is. */
function slow(task: Task): Forecast {
  const { history, season, networks, promotions, unit } = task;
  const effect = promotions && learnPromotions(task, promotions);
  const values = history.map((x) => x / unit);
  // Whole numbers stay whole: a slow mover's promoted periods are left out, unless it sold in no others.
  const unpromoted = present(values.filter((_, t) => !(promotions !== undefined && promotions.past[t]! > 0)));
  const telling = unpromoted.some((x) => x > 0) ? unpromoted : present(values);
  return forecastSlow({ values: telling, season, network: networks.slow, effect, unit });
}

function learnPromotions({ history, listed, season }: Task, promotions: PromotionColumns): PromotionEffect {
  const past = promotions.past.slice(history.length - listed.length);
  const sold = listed.map((x) => (Number.isNaN(x) ? x : notNegative(x)));
  return promotionEffect(sold, season, { ...promotions, past });
}

function smooth(task: Task): Forecast {
  const { networks, profile, listed, season, promotions, unit, negative, effects } = task;
  const effect = promotions && learnPromotions(task, promotions);
  const filled = fillGaps(
    (effect?.adjusted ?? listed).map((x) => x / unit),
    season,
  );
  const complete = profile.returns || effect ? filled : filled.map(notNegative);
  const given = effects && inUnit(effects, unit);
  const regular = forecastRegular(complete, season, networks.sequence, profile, given);
  const usual = inUnits(within(regular.course, boundOf(task)), unit);
  const { low = 0, high = 0 } = regular.quarter ?? {};
  const quarter = regular.quarter && { ...regular.quarter, low: low * unit, high: high * unit };
  return {
    pattern: task.pattern,
    season,
    negative,
    follows: true,
    parts: regular.parts,
    seasonal: regular.seasonal,
    longSeason: regular.longSeason,
    quarter,
    words: wordsOf(regular, task.since > 0),
    ...demandOf(effect ? changed(usual, promotionChange(effect)) : usual, { ...profile, negative }),
    ...promotedPart(effect, (horizon) => usual.mean(horizon)),
  };
}

function wordsOf({ seasonal, learned, periods }: Regular, lumpy: boolean): string {
  const models = seasonal ? "level, trend and season" : "level and trend";
  return [
    `${models}${learned ? ", with a pretrained network" : ""}`,
    `${periods} periods${lumpy ? " since it sells regularly" : ""}`,
  ].join(", ");
}
