import type { DriverEffects } from "../../causes/effects.ts";
import { driverInputs } from "./driver-inputs.ts";
import { line, seasonality } from "./seasonality.ts";
import { dampedTrend, exponentialSmoothing, theta } from "./smoothing.ts";
import { BASES, STATICS, STEP_INPUTS, STEPS } from "./network.ts";

/** Points kept of a history: older ones say nothing more. */
const LONGEST = 420;
/** Smallest scale, so that a constant series does not divide by zero. */
const LEAST_SCALE = 0.004;
/** Smallest unit of a history, as a share of its largest value. */
const LEAST_UNIT = 1e-9;
/** Above this mean absolute change of the logarithm a series is too rough to be modelled on the log scale. */
const ROUGH = 0.9;
/** No exponential growth is carried on beyond this many times the largest value known. */
const MOST_GROWTH = 100;
/** Horizons beyond this look like this one to the network; bases and spread go on. */
const FARTHEST = 60;

/** A history as the network sees it. */
export interface Prepared {
  /** STEPS rows of STEP_INPUTS; the first rows are 0 where the history is shorter. */
  readonly steps: Float32Array;
  /** How many rows of `steps` hold a point (the last ones). */
  readonly known: number;
  readonly statics: Float32Array;
  /** What is known of horizon h (from 1) into `row`, HORIZON_ROW numbers: the bases, in z, are not yet squashed. */
  horizon(h: number, row: Float64Array): void;
  /** z of an observed value h periods ahead. */
  toZ(value: number, h: number): number;
  /** Value h periods ahead of a z. */
  fromZ(z: number, h: number): number;
  /** Mean absolute change of the deseasonalised series, on the model's scale. */
  readonly scale: number;
  readonly logarithmic: boolean;
}

function mean(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += values[t]!;
  return sum / (to - from);
}

/** Whether the series is positive and even enough for logarithms. */
function suitsLogarithm(values: readonly number[]): boolean {
  let change = 0;
  for (let t = 0; t < values.length; t++) {
    if (!(values[t]! > 0)) return false;
    if (t > 0) change += Math.abs(Math.log(values[t]! / values[t - 1]!));
  }
  return change < ROUGH * Math.max(1, values.length - 1);
}

/** Correlation of successive changes, over the last 60. */
function changeCorrelation(values: Float64Array): number {
  const n = values.length;
  let product = 0;
  let power = 0;
  for (let t = Math.max(2, n - 60); t < n; t++) {
    const change = values[t]! - values[t - 1]!;
    product += change * (values[t - 1]! - values[t - 2]!);
    power += change * change;
  }
  return power > 0 ? Math.max(-1, Math.min(1, product / power)) : 0;
}

/**
 * Turns a history without gaps, not all zero, into the network's inputs: logarithms where they fit, a shrunk season
 * taken off, level and scale taken out, eight statistical forecasts beside it.
 * @param season periods in a season, 1 for none
 * @param linear never take logarithms
 * @param effects what drivers did to a history from which that was taken out (it may be a part: they end together)
 */
export function prepare(history: readonly number[], season: number, linear = false, effects?: DriverEffects): Prepared {
  const values = history.slice(-LONGEST);
  const n = values.length;
  const m = Math.max(1, season);
  let unit = mean(values.map(Math.abs), Math.max(0, n - Math.max(2 * m, 12)), n);
  if (unit === 0) unit = mean(values.map(Math.abs), 0, n);
  // A history that fell by many powers of ten is seen in a unit in which its past does not overflow.
  unit = Math.max(unit, LEAST_UNIT * values.reduce((a, x) => Math.max(a, Math.abs(x)), 0)) || 1;
  const logarithmic = !linear && suitsLogarithm(values);
  const toT = logarithmic ? (x: number) => Math.log(Math.max(x / unit, 1e-4)) : (x: number) => x / unit;
  const T = Float64Array.from(values, toT);
  const ceiling = T.reduce((a, x) => Math.max(a, x), -Infinity) + Math.log(MOST_GROWTH);
  const fromT = logarithmic ? (x: number) => unit * Math.exp(Math.min(x, ceiling)) : (x: number) => unit * x;
  const { terms, kept } = seasonality(T, m);
  const term = (t: number): number => terms[t % terms.length]!;
  const D = T.map((x, t) => x - term(t));

  let level = mean(D, 0, Math.min(3, n));
  for (let t = 0; t < n; t++) level += 0.4 * (D[t]! - level);
  let change = 0;
  const from = Math.max(1, n - 36);
  for (let t = from; t < n; t++) change += Math.abs(D[t]! - D[t - 1]!);
  const scale = Math.max(LEAST_SCALE, n > 1 ? change / (n - from) : 0.1);
  const z = (d: number): number => (d - level) / scale;

  const drivers = driverInputs(effects, { values: D, level, scale, unit, logarithmic });
  const steps = new Float32Array(STEPS * STEP_INPUTS);
  const known = Math.min(STEPS, n);
  for (let s = STEPS - known; s < STEPS; s++) {
    const t = n - STEPS + s;
    const row = s * STEP_INPUTS;
    steps[row] = Math.asinh(z(D[t]!));
    steps[row + 1] = t > 0 ? Math.asinh((D[t]! - D[t - 1]!) / scale) : 0;
    steps[row + 2] = Math.asinh(term(t) / scale);
    steps[row + 3] = m > 1 && t >= m ? Math.asinh((T[t]! - T[t - m]!) / scale) : 0;
    steps[row + 4] = drivers.step(t);
  }

  const E = logarithmic ? D.map(Math.exp) : D;
  // A falling line must not take the linear forecasts out of the logarithm's domain.
  const least = E.subarray(Math.max(0, n - 24)).reduce((a, x) => Math.min(a, x), Infinity) / 5;
  const back = logarithmic ? (x: number) => Math.log(Math.max(x, least)) : (x: number) => x;
  const thetaLinear = theta(E);
  const thetaLog = logarithmic ? theta(D) : thetaLinear;
  const smooth = exponentialSmoothing(E);
  const damped = dampedTrend(D);
  const last = D[n - 1]!;
  // Without a season the three seasonal-lag bases become: last value, mean of the last three, last value with drift.
  const lag = n >= m ? m : 1;
  const before = Math.min(n - 1, 12);
  const drift =
    m === 1
      ? (last - D[n - 1 - before]!) / Math.max(1, before)
      : n >= 2 * m
        ? mean(D, n - m, n) - mean(D, n - 2 * m, n - m)
        : 0;
  const lagged = (h: number, seasons: number): number => {
    const t = n - 1 + h - lag * (Math.floor((h - 1) / lag) + seasons);
    return D[Math.max(0, t)]!;
  };
  const recent = mean(D, Math.max(0, n - 3), n);

  const { slope } = line(D);
  const amplitude = Math.sqrt(terms.reduce((a, x) => a + x * x, 0) / terms.length);
  const tail = values.slice(-60);
  const statics = Float32Array.of(
    (Math.log(scale) + 2) / 2,
    Math.log(m) / 2,
    m === 1 ? 1 : 0,
    kept,
    logarithmic ? 1 : 0,
    Math.log(n) - 4,
    Math.asinh(amplitude / scale),
    Math.asinh((4 * slope) / scale),
    Math.asinh((last - D[n - 1 - Math.min(n - 1, 8)]!) / scale),
    changeCorrelation(D),
    thetaLog.alpha,
    tail.filter((x) => x === 0).length / tail.length,
    Math.log((damped.rmse + 1e-4) / scale),
    damped.share * 2,
  );
  if (statics.length !== STATICS) throw new Error("statics out of step with the layout");

  return {
    steps,
    known,
    statics,
    scale,
    logarithmic,
    horizon(h, row) {
      row[0] = z(back(thetaLinear.forecast(h)));
      row[1] = z(back(smooth.level));
      row[2] = z(damped.forecast(h));
      row[3] = z(thetaLog.forecast(h));
      row[4] = z(last);
      row[5] = z(lagged(h, 1));
      row[6] = z(m > 1 ? (lagged(h, 1) + lagged(h, 2)) / 2 : recent);
      row[7] = z(m > 1 ? lagged(h, 1) + drift * (Math.floor((h - 1) / lag) + 1) : last + drift * h);
      row[BASES] = Math.log(Math.min(h, FARTHEST)) / 2;
      row[BASES + 1] = Math.log1p(Math.min(h, FARTHEST) / m);
      drivers.horizon(h, row, BASES + 2);
    },
    toZ: (value, h) => z(toT(value) - term(n - 1 + h)),
    fromZ: (x, h) => fromT(level + scale * x + term(n - 1 + h)),
  };
}
