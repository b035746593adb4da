import { normalQuantile } from "../../../numeric/normal.ts";
import type { ForecastPath } from "../../models/path.ts";
import { fillGaps, listedPart } from "../../history/gaps.ts";
import type { DriverEffects } from "../../causes/effects.ts";
import { fitSlowDemand } from "../slow/slow-demand.ts";
import { inferEach } from "./infer.ts";
import { HORIZON_ROW, MEDIAN, membersOf, PROBABILITIES, type Network } from "./network.ts";
import { prepare, type Prepared } from "./prepare.ts";

/** Fewest observations the network answers for, as few as it met in training; below it the answer is seasonal naive. */
export const FEWEST = 6;

/** From this share of periods without demand on, the mean rate is answered instead of the median. */
const OFTEN_ZERO = 1 / 3;

/**
 * Different views of one history give different forecasts, whose mean errs less: the whole history and its last three
 * quarters, each with logarithms, where they fit, and without: in this order, the whole first.
 */
function viewsOf(
  values: readonly number[],
  season: number,
  thorough: boolean,
  effects: DriverEffects | undefined,
): readonly Prepared[] {
  const whole = prepare(values, season, false, effects);
  if (!thorough) return [whole];
  const recent = values.slice(Math.floor(values.length / 4));
  const lengths = recent.length >= Math.max(8, 2 * season) ? [values, recent] : [values];
  return lengths.flatMap((part, i) => {
    const view = i === 0 ? whole : prepare(part, season, false, effects);
    return view.logarithmic ? [view, prepare(part, season, true, effects)] : [view];
  });
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

/**
 * The views that member k of several answers from. Members take turns where there are four: one has the whole history
 * with logarithms and its last part without, the next the other two. The mean errs as little as that of all members on
 * all views.
 */
const viewsFor = (views: readonly Prepared[], k: number, members: number): readonly Prepared[] =>
  members > 1 && views.length === 4 ? views.filter((_, i) => (i ^ (i >> 1)) % 2 === k % 2) : views;

/** Each period's quantiles at PROBABILITIES, in the history's units: the mean over members and their views. */
function averagedQuantiles(members: readonly Network[], views: readonly Prepared[], horizon: number): Float64Array[] {
  const sums = Array.from({ length: horizon }, () => new Float64Array(PROBABILITIES.length));
  for (const [k, member] of members.entries()) {
    const seen = viewsFor(views, k, members.length);
    inferEach(member, seen, horizon).forEach((path, v) =>
      path.forEach((quantiles, i) => {
        const sum = sums[i]!;
        const share = 1 / (members.length * seen.length);
        quantiles.forEach((z, j) => (sum[j]! += share * seen[v]!.fromZ(z, i + 1)));
      }),
    );
  }
  return sums;
}

/** Share of the plain mean of the statistical forecasts in the answer: it errs in other places than the network does. */
const STATISTICS_SHARE = 0.2;

export interface NetworkOptions {
  /**
   * Whether to average several views of the history and all networks (default); one view by one network takes two fifths
   * of the time and errs 1% more.
   */
  readonly thorough?: boolean;
  /** Share of the network's own statistical forecasts in the answer, 0 where others are mixed in (default 0.2). */
  readonly statistics?: number;
  /**
   * Effects of drivers, where the history is what remains without them: the network corrects them from what it has seen of
   * such effects, and widens its quantiles where they are uncertain. The answer is without them too.
   */
  readonly effects?: DriverEffects | undefined;
}
/** Theta, damped trend and Theta on logarithms, by their place among the bases. */
const STATISTICS = [0, 2, 3] as const;

/** Moves each period's quantiles, as they stand to each other, so that the median holds its share of statistics. */
function towardsStatistics(quantiles: readonly Float64Array[], whole: Prepared, share: number): Float64Array[] {
  const row = new Float64Array(HORIZON_ROW);
  return quantiles.map((q, i) => {
    whole.horizon(i + 1, row);
    const statistics = whole.fromZ(STATISTICS.reduce<number>((sum, k) => sum + row[k]!, 0) / STATISTICS.length, i + 1);
    const shift = share * (statistics - q[MEDIAN]!);
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
function isIntermittent(values: readonly number[]): boolean {
  const recent = values.slice(-60);
  return recent.every((x) => x >= 0) && recent.filter((x) => x === 0).length >= OFTEN_ZERO * recent.length;
}

/**
 * Forecasts one series with the pretrained network. Missing values are NaN; leading zeros and gaps are dropped. The
 * central path is the median, or the mean demand rate where demand is intermittent: there the network's own mean was
 * measured to be worse than plain smoothing. Fewer than FEWEST values, or a history that never changes, are answered by
 * the last season repeated.
 * @param season periods in a season, 1 for none
 */
export function forecastNetwork(
  network: Network,
  history: readonly number[],
  season: number,
  horizon: number,
  { thorough = true, statistics = STATISTICS_SHARE, effects }: NetworkOptions = {},
): ForecastPath {
  const values = fillGaps(listedPart(history), season);
  if (values.length < FEWEST || values.every((x) => x === values[0])) return seasonalNaive(values, season, horizon);
  const views = viewsOf(values, season, thorough, effects);
  const members = thorough ? membersOf(network) : [network];
  const quantiles = towardsStatistics(averagedQuantiles(members, views, horizon), views[0]!, statistics);
  const mean = isIntermittent(values)
    ? new Array<number>(horizon).fill(fitSlowDemand(values).rate)
    : quantiles.map((q) => q[MEDIAN]!);
  return { mean, quantile: (p) => quantiles.map((q) => interpolate(q, p)) };
}
