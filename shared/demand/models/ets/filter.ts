import type { Form } from "./form.ts";

/** Smoothing parameters, as R's `ets` reports them: beta and gamma act on the error itself, not times alpha. */
export interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Level, trend and the seasonal states; `seasonal[t % m]` is the season of the period t from the start. */
export interface States {
  level: number;
  trend: number;
  readonly seasonal: Float64Array;
}

/**
 * Runs the model over the series, moving `states` to its end, and answers minus twice the log likelihood less its
 * constant, n log(SSE) + 2 sum log|forecast| for relative errors (Hyndman et al., 2008, equation 5.3). One-step errors
 * are written to `errors` where given. Infinity where the model breaks down (a forecast that is not positive).
 */
export function runFilter(
  form: Form,
  y: Float64Array,
  { alpha, beta, gamma, phi }: Smoothing,
  states: States,
  errors?: Float64Array,
): number {
  const relative = form.error === "M";
  const season = form.season;
  const s = states.seasonal;
  const m = s.length;
  let { level, trend } = states;
  let squares = 0;
  let logs = 0;
  let product = 1;
  for (let t = 0, j = 0; t < y.length; t += 1) {
    const base = level + phi * trend;
    const effect = season === "N" ? 0 : s[j]!;
    const forecast = season === "M" ? base * effect : base + effect;
    const delta = y[t]! - forecast;
    if (relative) {
      if (!(forecast > 0)) return Infinity;
      squares += (delta / forecast) ** 2;
      // One logarithm for several forecasts: their product stays far from overflow.
      product *= forecast;
      if (product > 1e200 || product < 1e-200) {
        logs += Math.log(product);
        product = 1;
      }
    } else squares += delta * delta;
    if (errors) errors[t] = relative ? delta / forecast : delta;
    // A multiplicative season passes on the error relative to the season or to the level.
    const step = season === "M" ? delta / effect : delta;
    level = base + alpha * step;
    trend = phi * trend + beta * step;
    if (season !== "N") {
      s[j] = effect + gamma * (season === "M" ? delta / base : delta);
      j = j + 1 === m ? 0 : j + 1;
    }
  }
  states.level = level;
  states.trend = trend;
  return y.length * Math.log(squares) + 2 * (logs + Math.log(product));
}

/** phi + phi² + ... + phi^h for h = 1, 2, ...: how much of the trend the period h ahead has. */
export function damping(phi: number, horizon: number): number[] {
  let [sum, power] = [0, 1];
  return Array.from({ length: horizon }, () => {
    power *= phi;
    return (sum += power);
  });
}

/** Forecasts from the states after period `n` of the series. */
export function forecastStates(form: Form, { phi }: Smoothing, states: States, n: number, horizon: number): number[] {
  return damping(phi, horizon).map((share, h) => {
    const base = states.level + share * states.trend;
    if (form.season === "N") return base;
    const effect = states.seasonal[(n + h) % states.seasonal.length]!;
    return form.season === "M" ? base * effect : base + effect;
  });
}
