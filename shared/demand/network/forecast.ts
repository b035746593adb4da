import { normalQuantile } from "../../numeric/normal.ts";
import type { ForecastPath } from "../answer.ts";
import { fillGaps, listedPart } from "../clean.ts";
import type { DriverEffects } from "../drivers/effects.ts";
import { fitSlowDemand } from "../intermittent/slow-demand.ts";
import { inferQuantiles } from "./infer.ts";
import { HORIZON_ROW, MEDIAN, PROBABILITIES, type Network } from "./network.ts";
import { prepare, type Prepared } from "./prepare.ts";

/** Fewest observations the network answers for, as few as it met in training; below it the answer is seasonal naive. */
export const FEWEST = 6;

/** From this share of periods without demand on, the mean rate is answered instead of the median. */
const OFTEN_ZERO = 1 / 3;

/** A view of the history and its share in the average. */
interface View {
  readonly prepared: Prepared;
  readonly share: number;
}

/**
 * Different views of one history give different forecasts, whose average errs less: the whole history counts half, its
 * last three quarters a quarter, and the whole without logarithms a quarter.
 */
function viewsOf(
  values: readonly number[],
  season: number,
  thorough: boolean,
  effects: DriverEffects | undefined,
): readonly View[] {
  const whole = prepare(values, season, false, effects);
  const views: View[] = [{ prepared: whole, share: 2 }];
  if (!thorough) return views;
  const recent = values.slice(Math.floor(values.length / 4));
  if (recent.length >= Math.max(8, 2 * season))
    views.push({ prepared: prepare(recent, season, false, effects), share: 1 });
  if (whole.logarithmic) views.push({ prepared: prepare(values, season, true, effects), share: 1 });
  return views;
}

/** Standard normal deviates of PROBABILITIES, the scale on which other probabilities are interpolated. */
const DEVIATES = PROBABILITIES.map(normalQuantile);

/** Quantile at p of one period from those at PROBABILITIES: linear in the normal deviate, and on beyond both ends. */
function interpolate(quantiles: ArrayLike<number>, p: number): number {
  const x = normalQuantile(p);
  let j = 1;
  while (j < DEVIATES.length - 1 && x > DEVIATES[j]!) j++;
  const share = (x - DEVIATES[j - 1]!) / (DEVIATES[j]! - DEVIATES[j - 1]!);
  return quantiles[j - 1]! + share * (quantiles[j]! - quantiles[j - 1]!);
}

/** Each period's quantiles at PROBABILITIES, in the history's units, averaged over the views. */
function averagedQuantiles(network: Network, views: readonly View[], horizon: number): Float64Array[] {
  const total = views.reduce((sum, view) => sum + view.share, 0);
  const sums = Array.from({ length: horizon }, () => new Float64Array(PROBABILITIES.length));
  for (const { prepared, share } of views)
    inferQuantiles(network, prepared, horizon).forEach((quantiles, i) => {
      const sum = sums[i]!;
      quantiles.forEach((z, j) => (sum[j]! += (share / total) * prepared.fromZ(z, i + 1)));
    });
  return sums;
}

/** Share of the plain mean of the statistical forecasts in the answer: it errs in other places than the network does. */
const STATISTICS_SHARE = 0.2;
/** Theta, damped trend and Theta on logarithms, by their place among the bases. */
const STATISTICS = [0, 2, 3] as const;

/** Moves each period's quantiles, as they stand to each other, so that the median holds its share of statistics. */
function towardsStatistics(quantiles: readonly Float64Array[], whole: Prepared): Float64Array[] {
  const row = new Float64Array(HORIZON_ROW);
  return quantiles.map((q, i) => {
    whole.horizon(i + 1, row);
    const statistics = whole.fromZ(STATISTICS.reduce<number>((sum, k) => sum + row[k]!, 0) / STATISTICS.length, i + 1);
    const shift = STATISTICS_SHARE * (statistics - q[MEDIAN]!);
    return q.map((x) => x + shift);
  });
}

/** The last season repeated, with the past errors of doing so as its uncertainty. For histories too short to learn from. */
export function seasonalNaive(values: readonly number[], season: number, horizon: number): ForecastPath {
  const n = values.length;
  const m = season > 1 && n >= season ? season : 1;
  const mean = Array.from({ length: horizon }, (_, i) => values[n - m + (i % m)]!);
  let squares = 0;
  for (let t = m; t < n; t++) squares += (values[t]! - values[t - m]!) ** 2;
  const sd = n > m ? Math.sqrt(squares / (n - m)) : Math.abs(values[n - 1]!) / 2;
  return {
    mean,
    quantile: (p) => mean.map((x, i) => x + normalQuantile(p) * sd * Math.sqrt(Math.floor(i / m) + 1)),
  };
}

/** Whether demand is so often 0 that its median says little. */
export function isIntermittent(values: readonly number[]): boolean {
  const recent = values.slice(-60);
  return recent.every((x) => x >= 0) && recent.filter((x) => x === 0).length >= OFTEN_ZERO * recent.length;
}

/**
 * Forecasts one series with the pretrained network. Missing values are NaN; leading zeros and gaps are dropped. The
 * central path is the median, or the mean demand rate where demand is intermittent: there the network's own mean was
 * measured to be worse than plain smoothing. Fewer than FEWEST values, or a history that never changes, are answered by
 * the last season repeated.
 * @param season periods in a season, 1 for none
 * @param thorough whether to average several views of the history; one alone takes a third of the time and errs little more
 * @param effects of drivers, where the history is what remains without them: the network corrects them from what it has
 * seen of such effects, and widens its quantiles where they are uncertain. The answer is without them too.
 */
export function forecastNetwork(
  network: Network,
  history: readonly number[],
  season: number,
  horizon: number,
  thorough = true,
  effects?: DriverEffects,
): ForecastPath {
  const values = fillGaps(listedPart(history), season);
  if (values.length < FEWEST || values.every((x) => x === values[0])) return seasonalNaive(values, season, horizon);
  const views = viewsOf(values, season, thorough, effects);
  const quantiles = towardsStatistics(averagedQuantiles(network, views, horizon), views[0]!.prepared);
  const mean = isIntermittent(values)
    ? new Array<number>(horizon).fill(fitSlowDemand(values).rate)
    : quantiles.map((q) => q[MEDIAN]!);
  return { mean, quantile: (p) => quantiles.map((q) => interpolate(q, p)) };
}
