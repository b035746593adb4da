import { nelderMead } from "../../../numeric/nelder-mead.ts";
import {
  copyStates,
  forecastCes,
  startingCesStates,
  updateCes,
  type CesForm,
  type CesSmoothing,
  type CesStates,
} from "./states.ts";

/** One form fitted to a series. */
export interface FittedCes {
  readonly form: CesForm;
  readonly smoothing: CesSmoothing;
  /** States after the last value. */
  readonly states: CesStates;
  readonly errors: Float64Array;
  /** Corrected Akaike information criterion, as statsforecast counts the parameters. */
  readonly aicc: number;
}

const LOW = 0.01;
const HIGH = [1.8, 1.9, 1.5, 1.5] as const;

/** Free smoothing parameters of each form, and where their search starts. */
const START: Readonly<Record<CesForm, readonly number[]>> = {
  N: [1.3, 1],
  S: [1.3, 1],
  P: [1.3, 1, 0.1],
  F: [1.3, 1, 1.3, 1],
};

const STATES: Readonly<Record<CesForm, number>> = { N: 2, S: 2, P: 3, F: 4 };

const smoothingAt = (x: readonly number[]): CesSmoothing => ({
  alpha0: x[0]!,
  alpha1: x[1]!,
  beta0: x[2] ?? 0,
  beta1: x[3] ?? 0,
});

/** Runs over the series once, forwards or backwards; answers the sum of squared one-step errors. */
function pass(
  y: Float64Array,
  form: CesForm,
  smoothing: CesSmoothing,
  states: CesStates,
  backwards: boolean,
  errors?: Float64Array,
): number {
  const n = y.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const t = backwards ? n - 1 - i : i;
    const error = y[t]! - forecastCes(states, t);
    sum += error * error;
    if (errors) errors[t] = error;
    updateCes(states, smoothing, form, t, error);
  }
  return sum;
}

/** Forwards, back to find where the states began, and forwards again. */
function runCes(
  y: Float64Array,
  form: CesForm,
  smoothing: CesSmoothing,
  start: CesStates,
  errors?: Float64Array,
): { readonly states: CesStates; readonly squares: number } {
  const states = copyStates(start);
  pass(y, form, smoothing, states, false);
  pass(y, form, smoothing, states, true);
  return { states, squares: pass(y, form, smoothing, states, false, errors) };
}

/** Fits one form by least squared one-step errors; `y` should be scaled to a mean near 1. */
export function fitCesForm(form: CesForm, y: Float64Array, m: number): FittedCes {
  const start = startingCesStates(form, y, m);
  const n = y.length;
  const criterion = (squares: number): number => (Number.isFinite(squares) ? n * Math.log(squares) : Infinity);
  const { point } = nelderMead(
    (x) =>
      x.some((value, i) => value < LOW || value > HIGH[i]!)
        ? Infinity
        : criterion(runCes(y, form, smoothingAt(x), start).squares),
    START[form],
    { steps: START[form].map(() => 0.1), tolerance: 1e-4, evaluations: 60 * START[form].length },
  );
  const smoothing = smoothingAt(point);
  const errors = new Float64Array(n);
  const { states, squares } = runCes(y, form, smoothing, start, errors);
  const k = STATES[form] + 1;
  const spare = n - k - 1;
  const aicc = spare > 0 ? criterion(squares) + 2 * k + (2 * k * (k + 1)) / spare : Infinity;
  return { form, smoothing, states, errors, aicc };
}
