import { centredAverage } from "../../history/seasons/seasonal-adjustment.ts";

/** Which states have a season: none, all (with a lag of a season), a real seasonal part, a complex seasonal part. */
export type CesForm = "N" | "S" | "P" | "F";

/** Smoothing parameters: alpha0 + i alpha1 of the level, beta0 + i beta1 of the season. */
export interface CesSmoothing {
  readonly alpha0: number;
  readonly alpha1: number;
  readonly beta0: number;
  readonly beta1: number;
}

/** Level and seasonal states, each with its imaginary part: the information that the real part leaves out. */
export interface CesStates {
  /** One value, or one a period of the season where all states are seasonal; the period t's at t modulo their number. */
  readonly level: Float64Array;
  readonly levelRest: Float64Array;
  readonly season: Float64Array;
  readonly seasonRest: Float64Array;
}

const average = (values: ArrayLike<number>, count: number): number => {
  let sum = 0;
  for (let t = 0; t < count; t += 1) sum += values[t]!;
  return sum / count;
};

/** Classical additive pattern of the first season, as statsmodels `seasonal_decompose` has it. */
function additivePattern(y: Float64Array, m: number): Float64Array {
  const trend = centredAverage(Array.from(y), m);
  const sum = new Float64Array(m);
  const count = new Float64Array(m);
  for (const [t, level] of trend.entries()) {
    if (Number.isNaN(level)) continue;
    sum[t % m]! += y[t]! - level;
    count[t % m]! += 1;
  }
  const pattern = sum.map((x, j) => (count[j]! > 0 ? x / count[j]! : 0));
  const mean = average(pattern, m);
  return pattern.map((x) => x - mean);
}

/** States before the first value, as statsforecast starts them. */
export function startingCesStates(form: CesForm, y: Float64Array, m: number): CesStates {
  const level = form === "S" ? y.slice(0, m) : Float64Array.of(average(y, Math.min(y.length, form === "N" ? 10 : m)));
  const season = form === "P" || form === "F" ? additivePattern(y, m) : new Float64Array(1);
  return { level, levelRest: level.map((x) => x / 1.1), season, seasonRest: season.map((x) => x / 1.1) };
}

export const copyStates = ({ level, levelRest, season, seasonRest }: CesStates): CesStates => ({
  level: level.slice(),
  levelRest: levelRest.slice(),
  season: season.slice(),
  seasonRest: seasonRest.slice(),
});

/** What the states forecast for period t. */
export const forecastCes = ({ level, season }: CesStates, t: number): number =>
  level[t % level.length]! + season[t % season.length]!;

/** The states take in the error of period t (Svetunkov, Kourentzes and Ord, 2022, equations 9 and 22). */
export function updateCes(
  { level, levelRest, season, seasonRest }: CesStates,
  { alpha0, alpha1, beta0, beta1 }: CesSmoothing,
  form: CesForm,
  t: number,
  error: number,
): void {
  const i = t % level.length;
  const [l, c] = [level[i]!, levelRest[i]!];
  level[i] = l - (1 - alpha1) * c + (alpha0 - alpha1) * error;
  levelRest[i] = l + (1 - alpha0) * c + (alpha0 + alpha1) * error;
  const j = t % season.length;
  if (form === "P") season[j]! += beta0 * error;
  else if (form === "F") {
    const [s, g] = [season[j]!, seasonRest[j]!];
    season[j] = s - (1 - beta1) * g + (beta0 - beta1) * error;
    seasonRest[j] = s + (1 - beta0) * g + (beta0 + beta1) * error;
  }
}
