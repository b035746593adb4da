import { nelderMead } from "../../numeric/nelder-mead.ts";
import type { Fitted, Series } from "./model.ts";
import { fitTheta } from "./theta.ts";

/** Errors of the first periods, before a line can be told, do not count. */
const FIRST = 3;
/** Fewest values for three parameters; below it the plain Theta method. */
const FEWEST = 6;
const ALPHA = [0.1, 0.99] as const;
/** Largest 1 - 1/theta: theta itself may be as large as 1,000. */
const MOST_TREND = 0.999;

interface State {
  level: number;
  /** Mean, intercept and slope of the line through the values so far. */
  mean: number;
  intercept: number;
  slope: number;
}

/** What is added to the level: the part 1 - 1/theta of the line as exponential smoothing with alpha lags behind it. */
function trendPart({ intercept, slope }: State, alpha: number, trend: number, t: number): number {
  const left = (1 - alpha) ** t;
  return trend * (left * intercept + ((1 - left * (1 - alpha)) / alpha) * slope);
}

/** Takes in the value of period t (from 0) and keeps the line up to date. */
function update(state: State, x: number, alpha: number, t: number): void {
  state.level += alpha * (x - state.level);
  const before = state.mean;
  state.mean += (x - before) / (t + 1);
  if (t > 0) state.slope = ((t - 1) * state.slope + (6 * (x - before)) / (t + 1)) / (t + 2);
  state.intercept = state.mean - (state.slope * (t + 2)) / 2;
}

const stateAt = (level: number): State => ({ level, mean: 0, intercept: 0, slope: 0 });

function run(values: readonly number[], start: number, alpha: number, trend: number, errors?: number[]): State {
  const state = stateAt(start);
  for (const [t, x] of values.entries()) {
    errors?.push(x - state.level - trendPart(state, alpha, trend, t));
    update(state, x, alpha, t);
  }
  return state;
}

/** Sum of squared one-step errors, the first three aside; written out flat because the search spends its time here. */
function squaredErrors(values: Float64Array, start: number, alpha: number, trend: number): number {
  let [level, mean, intercept, slope, left, sum] = [start, 0, 0, 0, 1, 0];
  for (let t = 0; t < values.length; t += 1) {
    const x = values[t]!;
    const next = left * (1 - alpha);
    if (t >= FIRST) {
      const error = x - level - trend * (left * intercept + ((1 - next) / alpha) * slope);
      sum += error * error;
    }
    level += alpha * (x - level);
    const change = x - mean;
    mean += change / (t + 1);
    if (t > 0) slope = ((t - 1) * slope + (6 * change) / (t + 1)) / (t + 2);
    intercept = mean - (slope * (t + 2)) / 2;
    left = next;
  }
  return sum;
}

/**
 * The dynamic optimised Theta model: theta, alpha and the starting level by least squared one-step errors, the line
 * kept up to date with every value (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, 2016, equations 17 to 23). The
 * series should be seasonally adjusted. As R `forecTheta::dotm` and statsforecast `DynamicOptimizedTheta`.
 */
export function fitDynamicTheta(series: Series): Fitted {
  const { values } = series;
  const n = values.length;
  const unit = values.reduce((a, x) => a + Math.abs(x), 0) / n;
  if (n < FEWEST || unit === 0) return fitTheta(series);
  const y = Float64Array.from(values, (x) => x / unit);
  const { point } = nelderMead(
    ([start, alpha, trend]) =>
      alpha! < ALPHA[0] || alpha! > ALPHA[1] || trend! < 0 || trend! > MOST_TREND
        ? Infinity
        : squaredErrors(y, start!, alpha!, trend!),
    [y[0]! / 2, 0.5, 0.5],
    { steps: [y[0]! / 4 || 0.1, 0.1, 0.1], tolerance: 1e-8, evaluations: 400 },
  );
  const [start, alpha, trend] = [point[0]! * unit, point[1]!, point[2]!];
  const errors: number[] = [];
  const last = run(values, start, alpha, trend, errors);
  return {
    name: "Dynamic Theta",
    predict(horizon) {
      const state = { ...last };
      return Array.from({ length: horizon }, (_, h) => {
        const forecast = state.level + trendPart(state, alpha, trend, n + h);
        update(state, forecast, alpha, n + h);
        return forecast;
      });
    },
    errors: errors.slice(FIRST),
    relative: false,
    response: (horizon) => new Array<number>(horizon).fill(alpha),
    parameters: 3,
  };
}
