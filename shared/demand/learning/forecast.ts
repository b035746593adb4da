import { normalQuantile } from "../../numeric/normal.ts";
import type { ForecastPath } from "../answer.ts";
import type { Examples, Learn } from "./learner.ts";

/** The longest memory in single periods; a longer season adds its own lags. */
const MOST_LAGS = 14;
const FEWEST_LAGS = 4;
/** The level is the mean of a season, or of this many periods. */
const USUAL_WINDOW = 8;
const LONGEST_WINDOW = 26;
const WS = +(process.env.WS??1);
/** Fewer examples than this teach nothing: the level goes on. */
export const FEWEST_EXAMPLES = 12;
/** Older periods are not learned from. */
const LONGEST = 800;
/** Share of the examples, the latest, that is set aside to see how far forecasts stray. */
const ASIDE = 0.2;

/** What the features are made from: the series in working units and the drivers, over the history and ahead. */
interface Setting {
  readonly season: number;
  readonly window: number;
  readonly lags: readonly number[];
  /** Standardised driver columns over the history and ahead. */
  readonly drivers: readonly (readonly number[])[];
}

function settingOf(length: number, season: number, drivers: Setting["drivers"]): Setting {
  const window = Math.max(2, Math.min(season > 1 ? WS * season : USUAL_WINDOW, LONGEST_WINDOW, Math.floor(length / 4)));
  const near = Math.max(FEWEST_LAGS, Math.min(season, MOST_LAGS, Math.floor(length / 4)));
  const lags = Array.from({ length: near }, (_, i) => i + 1);
  // A season's lags take their length from the history, so they need two seasons to leave one to learn from.
  if (season > near && length >= 3 * season) lags.push(season);
  return { season, window, lags, drivers };
}

const levelBefore = (z: readonly number[], t: number, window: number): number => {
  let sum = 0;
  for (let u = t - window; u < t; u += 1) sum += z[u]!;
  return sum / window;
};

/** Features of period t from the values before it; all relative to the level. */
function featuresAt(z: readonly number[], t: number, level: number, { lags, season, drivers }: Setting): number[] {
  const row = lags.map((lag) => z[t - lag]! - level);
  if (season > 1) {
    const angle = (2 * Math.PI * (t % season)) / season;
    row.push(Math.sin(angle), Math.cos(angle), (t % season) / season);
  }
  for (const column of drivers) row.push(column[t]!, column[Math.max(0, t - 1)]!);
  return row;
}

function examplesOf(z: readonly number[], setting: Setting): Examples {
  const from = Math.max(setting.window, ...setting.lags);
  const rows: number[][] = [];
  const targets: number[] = [];
  for (let t = from; t < z.length; t += 1) {
    const level = levelBefore(z, t, setting.window);
    rows.push(featuresAt(z, t, level, setting));
    targets.push(z[t]! - level);
  }
  return { rows, targets };
}

const rootMeanSquare = (errors: readonly number[]): number =>
  Math.sqrt(errors.reduce((a, e) => a + e * e, 0) / Math.max(1, errors.length));

/**
 * Forecasts a complete series by what a learner makes of its last values, the season and the drivers (standardised, over
 * the history and ahead), step after step: each forecast is the next one's last value. Learns on logarithms where all
 * values are positive, and always differences from the level, so that trees can follow a level they have not seen.
 */
export function forecastLearned(
  learn: Learn,
  values: readonly number[],
  season: number,
  horizon: number,
  drivers: readonly (readonly number[])[],
): ForecastPath {
  const start = Math.max(0, values.length - LONGEST);
  const recent = values.slice(start);
  const logarithmic = recent.every((x) => x > 0);
  const unit = recent.reduce((a, x) => a + Math.abs(x) / recent.length, 0) || 1;
  const z = recent.map((x) => (logarithmic ? Math.log(x / unit) : x / unit));
  const back = (x: number): number => (logarithmic ? unit * Math.exp(x) : unit * x);
  const n = z.length;
  const setting = settingOf(n, season, drivers.map((column) => column.slice(start)));
  const { window } = setting;
  const examples = n > window + FEWEST_LAGS ? examplesOf(z, setting) : { rows: [], targets: [] };
  const count = examples.targets.length;
  if (count < FEWEST_EXAMPLES || recent.every((x) => x === recent[0]))
    return spreadPath(new Array<number>(horizon).fill(levelBefore(z, n, Math.min(window, n))), deviationOf(z), back);
  const kept = count - Math.max(3, Math.floor(ASIDE * count));
  const early = learn({ rows: examples.rows.slice(0, kept), targets: examples.targets.slice(0, kept) });
  const errors = examples.targets.slice(kept).map((y, i) => y - early.predict(examples.rows[kept + i]!));
  early.free?.();
  const learned = learn(examples);
  const path = [...z];
  // The level stays the last known one: a level that followed the forecasts would let their bias pile up.
  const level = levelBefore(z, n, window);
  for (let h = 0; h < horizon; h += 1) {
    path.push(level + learned.predict(featuresAt(path, n + h, level, setting)));
  }
  learned.free?.();
  return spreadPath(path.slice(n), rootMeanSquare(errors), back, 1 / window);
}

/** Standard deviation of the changes, for a history too short to learn from. */
const deviationOf = (z: readonly number[]): number => rootMeanSquare(z.slice(1).map((x, t) => x - z[t]!));

/** Normal intervals in working units that widen as an error of 1 moves the level by `response`. */
function spreadPath(
  path: readonly number[],
  deviation: number,
  back: (x: number) => number,
  response = 1,
): ForecastPath {
  return {
    mean: path.map(back),
    quantile(p) {
      const z = normalQuantile(p) * deviation;
      return path.map((x, h) => back(x + z * Math.sqrt(1 + h * response * response)));
    },
  };
}
