import type { Fitted } from "../model.ts";
import { calibratedPath, type ForecastPath } from "../path.ts";
import { fitStatisticalMean } from "../statistical-mean.ts";
import type { Examples, Learn } from "./learner.ts";

/** The longest memory in single periods; a longer season adds a lag of its own. */
const MOST_LAGS = 14;
const FEWEST_LAGS = 4;
/** Fewer examples than this teach nothing. */
const FEWEST_EXAMPLES = 16;
/** Older periods are not learned from. */
const LONGEST = 800;
/** Share of the examples, the latest, that is set aside to see how much of what was learned holds. */
const ASIDE = 0.25;
/** A relative error of less is counted as this: the logarithm has no end. */
const LOWEST_SHARE = 0.05;

interface Setting {
  readonly season: number;
  readonly lags: readonly number[];
  /** Standardised driver columns over the history and ahead, their first period that of the first error. */
  readonly drivers: readonly (readonly number[])[];
}

/** Features of the error of period t: the errors before it, the place in the season, drivers now and a period before. */
function featuresAt(errors: readonly number[], t: number, { lags, season, drivers }: Setting): number[] {
  const row = lags.map((lag) => errors[t - lag]!);
  if (season > 1) {
    const angle = (2 * Math.PI * (t % season)) / season;
    row.push(Math.sin(angle), Math.cos(angle), (t % season) / season);
  }
  for (const column of drivers) row.push(column[t]!, column[Math.max(0, t - 1)]!);
  return row;
}

function examplesOf(errors: readonly number[], setting: Setting): Examples {
  const from = setting.lags.at(-1)!;
  const targets = errors.slice(from);
  return { targets, rows: targets.map((_, i) => featuresAt(errors, from + i, setting)) };
}

interface Trust {
  /** Share of a learned correction that held on the errors set aside, 0 to 1. */
  readonly share: number;
  /** Size of the errors left by it, relative to the errors without it, at most 1. */
  readonly left: number;
}

/** How far what is learned from the earlier examples holds for the latest, by least squares. */
function trustIn(learn: Learn, { rows, targets }: Examples): Trust {
  const kept = targets.length - Math.floor(ASIDE * targets.length);
  const learned = learn({ rows: rows.slice(0, kept), targets: targets.slice(0, kept) });
  let [both, size, total] = [0, 0, 0];
  for (let i = kept; i < targets.length; i += 1) {
    const correction = learned.predict(rows[i]!);
    both += correction * targets[i]!;
    size += correction * correction;
    total += targets[i]! ** 2;
  }
  learned.free?.();
  const share = size > 0 ? Math.max(0, Math.min(1, both / size)) : 0;
  const squares = total - 2 * share * both + share * share * size;
  return { share, left: total > 0 ? Math.sqrt(Math.max(0, Math.min(1, squares / total))) : 1 };
}

/**
 * Forecasts a complete series by what a learner makes of the one-step errors of the statistical forecast: from the
 * errors before, the place in the season and the drivers (standardised, over the history and ahead), step after step,
 * each corrected forecast the next one's past. A correction is believed as far as corrections held on the latest quarter
 * of the history, which the learner was not shown; where nothing can be learned the statistical forecast remains. (A
 * learner of the values themselves follows no trend and lets its bias pile up: on M3 series its errors are 40% larger.)
 */
export function forecastLearned(
  learn: Learn,
  values: readonly number[],
  season: number,
  horizon: number,
  drivers: readonly (readonly number[])[],
): ForecastPath {
  const recent = values.slice(-LONGEST);
  const fitted = fitStatisticalMean({ values: recent, season });
  const base = calibratedPath(fitted, horizon, "MEAN", season);
  const unit = recent.reduce((a, x) => a + Math.abs(x) / recent.length, 0) || 1;
  const errors = workingErrors(fitted, unit);
  const start = values.length - errors.length;
  const lags = lagsFor(season, errors.length);
  const setting = { season, lags, drivers: drivers.map((column) => column.slice(start)) };
  const idle = errors.length - lags.at(-1)! < FEWEST_EXAMPLES || errors.every((e) => e === 0);
  if (idle) return base;
  const examples = examplesOf(errors, setting);
  const { share, left } = trustIn(learn, examples);
  if (share === 0) return base;
  const learned = learn(examples);
  const path = [...errors];
  for (let h = 0; h < horizon; h += 1) path.push(share * learned.predict(featuresAt(path, errors.length + h, setting)));
  learned.free?.();
  const corrections = path.slice(errors.length);
  const factor = (h: number): number => (fitted.relative ? Math.exp(corrections[h]!) : 1);
  const mean = base.mean.map((x, h) => (fitted.relative ? x * factor(h) : x + unit * corrections[h]!));
  return {
    mean,
    quantile: (p) => base.quantile(p).map((q, h) => mean[h]! + left * factor(h) * (q - base.mean[h]!)),
  };
}

/** Errors as logarithms of what happened over the forecast where they are relative, else in units of the mean size. */
function workingErrors({ errors, relative }: Fitted, unit: number): number[] {
  return errors.map((e) => (relative ? Math.log(Math.max(LOWEST_SHARE, 1 + e)) : e / unit));
}

function lagsFor(season: number, length: number): number[] {
  const near = Math.max(FEWEST_LAGS, Math.min(season, MOST_LAGS));
  const lags = Array.from({ length: near }, (_, i) => i + 1);
  if (season > near && length >= 3 * season) lags.push(season);
  return lags;
}
