import type { Distribution } from "../../numeric/distribution.ts";
import { gammaDistribution } from "../../numeric/gamma.ts";
import { normalDistribution } from "../../numeric/normal.ts";
import { windowSum } from "../../numeric/window.ts";
import type { Change } from "../causes/change.ts";
import type { Spread } from "../models/spread.ts";
import type { Demand, Forecast } from "./forecast.ts";
import type { Profile } from "./profile.ts";

/** A forecast in numbers, before it has distributions: what seasons, units and causes change. */
export interface Course {
  /** Mean of each of the next `horizon` periods. */
  mean(horizon: number): number[];
  /** The p-quantile of each. */
  quantile(p: number, horizon: number): number[];
  /** Standard deviation of each period's error. */
  deviations(horizon: number): number[];
  /** Standard deviation of the error of the total over the time from `from` to `to`. */
  deviation(from: number, to: number): number;
}

/** A course from means, quantiles and what its errors spread by. */
export const courseWith = (
  { mean, quantile }: Pick<Course, "mean" | "quantile">,
  { variances, totalVariance }: Spread,
): Course => ({
  mean,
  quantile,
  deviations: (horizon) => variances(horizon).map(Math.sqrt),
  deviation: (from, to) => Math.sqrt(totalVariance(to, from)),
});

/** The course with each period changed. */
export function changed(course: Course, { at, scale, doubt = () => 0 }: Change): Course {
  const through = (values: readonly number[]): number[] => values.map((x, h) => at(x, h));
  return {
    mean: (horizon) => through(course.mean(horizon)),
    quantile: (p, horizon) => through(course.quantile(p, horizon)),
    deviations(horizon) {
      const usual = course.mean(horizon);
      return course.deviations(horizon).map((sd, h) => Math.hypot(scale(h) * sd, doubt(usual[h]!, h)));
    },
    deviation(from, to) {
      const usual = course.mean(Math.ceil(to));
      const before = windowSum(usual, from, to);
      const after = windowSum(
        usual.map((x, h) => x * scale(h)),
        from,
        to,
      );
      const doubts = windowSum(
        usual.map((x, h) => doubt(x, h)),
        from,
        to,
      );
      return Math.hypot((before > 0 ? after / before : 1) * course.deviation(from, to), doubts);
    },
  };
}

/** The course with means and quantiles within bounds. */
export const within = (course: Course, bound: (x: number) => number): Course => ({
  ...course,
  mean: (horizon) => course.mean(horizon).map(bound),
  quantile: (p, horizon) => course.quantile(p, horizon).map(bound),
});

/** The distributions of a course: gamma, or normal where demand may be negative. */
export function demandOf(course: Course, { negative, intervals }: Shape): Demand {
  const family = negative ? normalDistribution : gammaDistribution;
  const between = (from: number, to: number): Distribution =>
    family(windowSum(course.mean(Math.ceil(to)), from, to), course.deviation(from, to));
  const each = (horizon: number): Distribution[] => {
    const deviations = course.deviations(horizon);
    return course.mean(horizon).map((x, h) => family(x, deviations[h]!));
  };
  return {
    mean: (horizon) => course.mean(horizon),
    quantile: (p, horizon) =>
      intervals === "course" ? course.quantile(p, horizon) : each(horizon).map((one) => one.quantile(p)),
    each,
    between,
    total: (periods) => between(0, periods),
  };
}

interface Shape extends Pick<Profile, "intervals"> {
  readonly negative: boolean;
}

/** A forecast with each period changed; its distributions are those of a course, whatever they were. */
export function changedForecast(forecast: Forecast, change: Change): Forecast {
  const course: Course = {
    mean: (horizon) => forecast.mean(horizon),
    quantile: (p, horizon) => forecast.quantile(p, horizon),
    deviations: (horizon) => forecast.each(horizon).map(({ sd }) => sd),
    deviation: (from, to) => forecast.between(from, to).sd,
  };
  return { ...forecast, ...demandOf(changed(course, change), { negative: forecast.negative, intervals: "course" }) };
}
