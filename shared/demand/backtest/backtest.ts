import { naiveScales, pinball, relativeBias, weightedError, type Pairs } from "../origins/errors.ts";
import { origins } from "../origins/windows.ts";
import { safeUnit } from "../../numeric/power-unit.ts";
import type { Method } from "./methods.ts";

/** How a method would have done on the last periods of a history. */
export interface Score {
  /** Mean absolute error over that of the (seasonal) naive forecast within the history. */
  readonly mase: number;
  readonly rmsse: number;
  /** Sum of absolute errors over the sum of demand. */
  readonly wape: number;
  /** Sum of errors, forecast less actual, over the sum of demand. */
  readonly bias: number;
  /** Mean pinball loss at PROBABILITIES, twice, over MASE's scale. */
  readonly pinball: number;
  /** Share of the actuals inside the central 90% interval. */
  readonly coverage: number;
}

/** Quantiles whose pinball loss is averaged. */
const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
interface Sums extends Pairs {
  readonly actual: number[];
  readonly forecast: number[];
  /** Errors and losses over the scale of their series and origin. */
  readonly scaled: { readonly absolute: number; readonly squared: number; readonly pinball: number }[];
  inside: number;
}

/**
 * Scores a method by forecasting from several dates within each history with what was known then, and comparing with
 * what came (rolling origin: Tashman, 2000). Undefined where no history is long enough, or none has an actual.
 */
export function backtest(
  histories: readonly (readonly number[])[],
  seasons: readonly number[],
  horizon: number,
  method: Method,
): Score | undefined {
  const sums: Sums = { actual: [], forecast: [], scaled: [], inside: 0 };
  // No score depends on the unit.
  const unit = safeUnit(histories.flat());
  for (const [i, history] of histories.entries()) {
    const values = unit === 1 ? history : history.map((x) => x / unit);
    for (const known of origins(values.length, horizon, seasons[i]!))
      addOrigin(sums, values, known, seasons[i]!, horizon, method);
  }
  if (sums.actual.length === 0) return undefined;
  const scaled = sums.scaled;
  const mean = (pick: (one: Sums["scaled"][number]) => number): number =>
    scaled.reduce((a, one) => a + pick(one), 0) / scaled.length;
  return {
    mase: mean((one) => one.absolute),
    rmsse: Math.sqrt(mean((one) => one.squared)),
    wape: weightedError(sums),
    bias: relativeBias(sums),
    pinball: mean((one) => one.pinball),
    coverage: sums.inside / sums.actual.length,
  };
}

function addOrigin(
  sums: Sums,
  values: readonly number[],
  known: number,
  season: number,
  horizon: number,
  method: Method,
): void {
  const train = values.slice(0, known);
  if (train.every(Number.isNaN)) return;
  const path = method(train, season, horizon);
  const floor = train.some((x) => x < 0) ? -Infinity : 0;
  const quantiles = PROBABILITIES.map((p) => path.quantile(p).map((x) => Math.max(floor, x)));
  const lag = train.length > season ? season : 1;
  const { absolute, squared } = naiveScales(train, lag);
  for (let h = 0; h < horizon; h += 1) {
    const actual = values[known + h]!;
    if (Number.isNaN(actual)) continue;
    const forecast = Math.max(floor, path.mean[h]!);
    sums.actual.push(actual);
    sums.forecast.push(forecast);
    if (actual >= quantiles[0]![h]! && actual <= quantiles.at(-1)![h]!) sums.inside += 1;
    // A history without changes has no scale.
    if (!(absolute > 0)) continue;
    const losses = PROBABILITIES.map((p, j) => pinball(actual, quantiles[j]![h]!, p));
    sums.scaled.push({
      absolute: Math.abs(actual - forecast) / absolute,
      squared: ((actual - forecast) / squared) ** 2,
      pinball: (2 * losses.reduce((a, b) => a + b, 0)) / losses.length / absolute,
    });
  }
}
