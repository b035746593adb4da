import { integer, history, number, optional } from "../../define/parameters.ts";
import { UserError } from "../../define/errors.ts";
import { detectSeason } from "../../demand/history/seasons/detect-season.ts";
import { mapPath, type ForecastPath } from "../../demand/models/path.ts";
import { safeUnit } from "../../numeric/power-unit.ts";

/** What the reference says of the low and high columns of a model whose intervals are calibrated. */
export const INTERVAL_DETAILS =
  "Low and high leave half of 1 - level on either side. They start from normally distributed errors and are widened for what a model does not know of itself: few values, many parameters, many periods ahead. How much was learnt once for each model from some 1,700 business series, yearly to weekly, so that 80 and 95% of what came lay inside.";

/** The arguments that every FORECAST function shares. */
export const forecastParameters = {
  history: history({
    doc: "Past demand per period, oldest first: one row or one column, or several columns for several series. NA where a value is missing.",
    unit: "units per period",
  }),
  horizon: integer({ doc: "How many periods to forecast.", unit: "periods", min: 1, max: 1000 }),
  season: optional(
    integer({
      doc: "Periods in a season: 12 for months, 52 for weeks, 7 for days, 1 for none. Found in the history when left out.",
      unit: "periods",
      min: 1,
      max: 1000,
    }),
  ),
  level: optional(
    number({
      doc: "Probability that demand falls between low and high, 0.9 for 90%. With it the answer has three columns: mean, low, high; left out, the mean alone.",
      above: 0,
      below: 1,
    }),
  ),
};

/**
 * The cells of a FORECAST function: a row a period; a column a series, or mean, low and high a series where `level` is
 * given (the central interval of that probability). A series without a negative observation gets no negative forecast.
 * `histories` and `forecasts` go in pairs.
 */
export function shapeForecasts(
  histories: readonly (readonly number[])[],
  forecasts: readonly ForecastPath[],
  level: number | undefined,
): number[][] {
  const columns = forecasts.flatMap((forecast, i) => {
    const floor = histories[i]!.some((x) => x < 0) ? -Infinity : 0;
    const bounded = (path: readonly number[]): number[] => path.map((x) => Math.max(floor, x));
    const mean = bounded(forecast.mean);
    if (level === undefined) return [mean];
    return [mean, bounded(forecast.quantile((1 - level) / 2)), bounded(forecast.quantile((1 + level) / 2))];
  });
  return columns[0]!.map((_, t) => columns.map((column) => column[t]!));
}

/** Forecasts a series in a unit in which nothing overflows. */
function inSafeUnit(values: readonly number[], forecastOne: (values: readonly number[]) => ForecastPath): ForecastPath {
  const unit = safeUnit(values);
  if (unit === 1) return forecastOne(values);
  return mapPath(forecastOne(values.map((x) => x / unit)), (x) => x * unit);
}

/**
 * Answers a FORECAST call: each series is forecast by `forecastOne`, with the season given or else found in the series
 * itself, and the paths are laid out as cells. Throws a `UserError` for a series without a single value.
 */
export function answerForecasts(
  args: {
    readonly history: readonly number[][];
    readonly season: number | undefined;
    readonly level: number | undefined;
  },
  forecastOne: (values: readonly number[], season: number) => ForecastPath,
): number[][] {
  const paths: ForecastPath[] = [];
  for (const [i, values] of args.history.entries()) {
    if (values.every(Number.isNaN)) {
      const where = args.history.length > 1 ? `column ${i + 1}` : "the range";
      throw new UserError(`history: ${where} must hold at least one value; all are missing`);
    }
    const season = args.season ?? detectSeason(values);
    paths.push(inSafeUnit(values, (scaled) => forecastOne(scaled, season)));
  }
  return shapeForecasts(args.history, paths, args.level);
}
