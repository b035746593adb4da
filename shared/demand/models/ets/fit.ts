import { nelderMead } from "../../../numeric/nelder-mead.ts";
import { runFilter, type Smoothing, type States } from "./filter.ts";
import { parametersOf, type Form } from "./form.ts";
import { startingStates } from "./start.ts";

/** One form fitted to a series. */
export interface FittedForm {
  readonly form: Form;
  readonly smoothing: Smoothing;
  /** States after the last observation. */
  readonly states: States;
  readonly errors: Float64Array;
  /** Corrected Akaike information criterion on R's scale; Infinity where there are too few observations for it. */
  readonly aicc: number;
}

const PHI = [0.8, 0.98] as const;
/**
 * Share of the level's correction that the trend may take at most. R allows all of it, which fits short histories
 * better and forecasts them worse: on yearly M3 series sMAPE falls from 17.2 to 15.9 with this bound.
 */
const BETA_SHARE = 0.2;
const EDGE = 1e-4;

const unit = (x: number): boolean => x > EDGE && x < 1 - EDGE;

/**
 * Maximum likelihood over the smoothing parameters (0 < alpha < 1, 0 < beta <= alpha / 5, 0 < gamma < 1 - alpha,
 * 0.8 <= phi <= 0.98) and the starting level and trend; starting seasons come from a classical decomposition. `y` should
 * be scaled to a mean near 1.
 */
export function fitForm(form: Form, y: Float64Array, m: number): FittedForm {
  const initial = startingStates(form, y, m);
  const [trended, damped, seasonal] = [form.trend !== "N", form.trend === "Ad", form.season !== "N"];
  const noise = typicalChange(y);
  // Coordinates: alpha, level, then beta / alpha and trend, phi, gamma / (1 - alpha) where the form has them.
  const start = [seasonal ? 0.2 : 0.4, initial.level];
  const steps = [0.2, noise];
  if (trended) {
    start.push(0.05, initial.trend);
    steps.push(0.1, noise / 4);
  }
  if (damped) {
    start.push(0.95);
    steps.push(-0.06);
  }
  if (seasonal) {
    start.push(0.1);
    steps.push(0.15);
  }
  const smoothingAt = (x: readonly number[]): Smoothing => ({
    alpha: x[0]!,
    beta: trended ? x[0]! * x[2]! : 0,
    phi: damped ? x[4]! : trended ? 1 : 0,
    gamma: seasonal ? (1 - x[0]!) * x.at(-1)! : 0,
  });
  const allowed = (x: readonly number[]): boolean =>
    unit(x[0]!) &&
    (!trended || (x[2]! > EDGE && x[2]! <= BETA_SHARE)) &&
    (!damped || (x[4]! >= PHI[0] && x[4]! <= PHI[1])) &&
    (!seasonal || unit(x.at(-1)!));
  const states: States = { level: 0, trend: 0, seasonal: new Float64Array(initial.seasonal.length) };
  const run = (x: readonly number[], errors?: Float64Array): number => {
    states.level = x[1]!;
    states.trend = trended ? x[3]! : 0;
    states.seasonal.set(initial.seasonal);
    return runFilter(form, y, smoothingAt(x), states, errors);
  };
  const { point } = nelderMead((x) => (allowed(x) ? run(x) : Infinity), start, {
    steps,
    tolerance: 1e-4,
    evaluations: 100 * start.length,
  });
  const errors = new Float64Array(y.length);
  const likelihood = run(point, errors);
  // The variance of the errors is a parameter too.
  const k = parametersOf(form, m) + 1;
  const spare = y.length - k - 1;
  return {
    form,
    smoothing: smoothingAt(point),
    states,
    errors,
    aicc: spare > 0 ? likelihood + 2 * k + (2 * k * (k + 1)) / spare : Infinity,
  };
}

/** Mean absolute change, never quite zero. */
function typicalChange(y: Float64Array): number {
  let sum = 0;
  for (let t = 1; t < y.length; t += 1) sum += Math.abs(y[t]! - y[t - 1]!);
  return Math.max(sum / Math.max(1, y.length - 1), 1e-6);
}
