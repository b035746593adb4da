import type { Fit, Fitted, Series } from "../model.ts";
import { recentPart } from "../../history/gaps.ts";
import { fitNaive } from "../naive.ts";
import { seasonallyAdjusted } from "../transforms.ts";
import { damping, forecastStates } from "./filter.ts";
import { fitForm, type FittedForm } from "./fit.ts";
import { candidateForms, formName, parametersOf } from "./form.ts";

/** Seasons longer than this have too many states for their few observations: the season is adjusted for outside. */
const LONGEST_SEASON = 24;
/** Below this many observations there is nothing to choose between forms. */
const FEWEST = 4;

/**
 * Exponential smoothing chosen from the whole family by the corrected Akaike information criterion, as R's
 * `forecast::ets` (Hyndman, Koehler, Snyder and Grose, 2002). Seasons beyond 24 periods, and histories of less than two
 * seasons, are smoothed after a shrunk classical seasonal adjustment.
 */
export const fitEts: Fit = ({ values: history, season }) => {
  const values = recentPart(history, season);
  const series = { values, season };
  const inside = season > 1 && season <= LONGEST_SEASON && values.length >= 2 * season + 1;
  return season > 1 && !inside ? seasonallyAdjusted(() => chooseForm)(series) : chooseForm(series);
};

function chooseForm(series: Series): Fitted {
  const { values, season } = series;
  const first = values[0]!;
  if (values.length < FEWEST || values.every((x) => x === first)) return fitNaive(series);
  const unit = values.reduce((a, x) => a + Math.abs(x), 0) / values.length;
  const y = Float64Array.from(values, (x) => x / unit);
  const positive = values.every((x) => x > 0);
  let best: FittedForm | undefined;
  for (const form of candidateForms(positive, season > 1)) {
    const fitted = fitForm(form, y, season);
    if (best === undefined || fitted.aicc < best.aicc) best = fitted;
  }
  return asFitted(best!, unit, values.length, season);
}

function asFitted({ form, smoothing, states, errors }: FittedForm, unit: number, n: number, m: number): Fitted {
  const { alpha, beta, gamma, phi } = smoothing;
  const relative = form.error === "M";
  return {
    name: formName(form),
    predict: (horizon) => forecastStates(form, smoothing, states, n, horizon).map((x) => unit * x),
    errors: Array.from(errors, (e) => (relative ? e : e * unit)),
    relative,
    response: (horizon) =>
      damping(phi, horizon).map((share, h) => alpha + beta * share + ((h + 1) % m === 0 ? gamma : 0)),
    parameters: parametersOf(form, m),
  };
}
