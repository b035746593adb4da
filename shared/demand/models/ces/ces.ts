import { recentPart } from "../../history/gaps.ts";
import type { Fit, Fitted, Series } from "../model.ts";
import { fitNaive } from "../naive.ts";
import { seasonallyAdjusted } from "../transforms.ts";
import { fitCesForm, type FittedCes } from "./fit.ts";
import { copyStates, forecastCes, updateCes, type CesForm } from "./states.ts";

/** Seasons longer than this have too many states for their few values: the season is adjusted for outside. */
const LONGEST_SEASON = 24;
/** Below this many values there is nothing to smooth. */
const FEWEST = 6;

/** Smoothing parameters of each form, and how many parts its seasonal state has (real, imaginary). */
const SMOOTHED: Readonly<Record<CesForm, number>> = { N: 2, S: 2, P: 3, F: 4 };
const SEASONAL_PARTS: Readonly<Record<CesForm, number>> = { N: 0, S: 0, P: 1, F: 2 };

/** What the forms are called where a forecast is explained. */
const NAMES: Readonly<Record<CesForm, string>> = {
  N: "CES",
  S: "CES, all states seasonal",
  P: "CES, seasonal part",
  F: "CES, complex seasonal part",
};

/**
 * Complex exponential smoothing (Svetunkov, Kourentzes and Ord, 2022): level and, in the imaginary part, what the level
 * leaves out, so that trend and level need not be told apart. Without a season, or the season's form chosen by the
 * corrected Akaike information criterion. As statsforecast `AutoCES`.
 */
export const fitCes: Fit = ({ values: history, season }) => {
  const values = recentPart(history, season);
  const inside = season > 1 && season <= LONGEST_SEASON && values.length >= 2 * season + 1;
  const choose = chooseAmong(inside ? ["N", "S", "P", "F"] : ["N"]);
  return season > 1 && !inside ? seasonallyAdjusted(() => choose)({ values, season }) : choose({ values, season });
};

/** Complex exponential smoothing without a season: the series should be seasonally adjusted. */
export const fitPlainCes: Fit = (series) => chooseAmong(["N"])(series);

function chooseAmong(forms: readonly CesForm[]): Fit {
  return (series: Series) => {
    const { values, season } = series;
    const first = values[0]!;
    if (values.length < FEWEST || values.every((x) => x === first)) return fitNaive(series);
    const unit = values.reduce((a, x) => a + Math.abs(x), 0) / values.length;
    const y = Float64Array.from(values, (x) => x / unit);
    const fitted = forms.map((form) => fitCesForm(form, y, season));
    return asFitted(
      fitted.reduce((best, next) => (next.aicc < best.aicc ? next : best)),
      unit,
      values.length,
    );
  };
}

function asFitted({ form, smoothing, states, errors }: FittedCes, unit: number, n: number): Fitted {
  /** Forecasts of the periods after the history when the first of them misses its forecast by `shock`. */
  const pathWith = (shock: number, horizon: number): number[] => {
    const moving = copyStates(states);
    return Array.from({ length: horizon }, (_, h) => {
      const forecast = forecastCes(moving, n + h);
      updateCes(moving, smoothing, form, n + h, h === 0 ? shock : 0);
      return forecast;
    });
  };
  return {
    name: NAMES[form],
    predict: (horizon) => pathWith(0, horizon).map((x) => unit * x),
    errors: Array.from(errors, (e) => unit * e),
    relative: false,
    response(horizon) {
      const still = pathWith(0, horizon + 1);
      return pathWith(1, horizon + 1).flatMap((x, h) => (h === 0 ? [] : [x - still[h]!]));
    },
    parameters: SMOOTHED[form] + 2 * states.level.length + SEASONAL_PARTS[form] * states.season.length,
  };
}
