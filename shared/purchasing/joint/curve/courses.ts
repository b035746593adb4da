import type { ItemFacts } from "../../facts/item-facts.ts";

/** Courses of demand: the p-quantiles of what is demanded until each day, at these many equally likely p. */
const COURSES = 24;
/** Days looked at along a horizon. */
const MOST_STEPS = 90;

/** Demand along the days that are looked at, in equally likely courses. */
export interface Courses {
  /** Days from today, the first one 0. */
  readonly days: readonly number[];
  /** By course and step: demand since the step before. */
  readonly demand: readonly Float64Array[];
}

/**
 * Common courses of an item's demand. Each course keeps its quantile: what it demanded until a day is that quantile of the
 * forecast's total until then, so that the totals over every time from today on have exactly the item's own distribution.
 */
export function coursesOf({ forecast, time }: Pick<ItemFacts, "forecast" | "time">, horizon: number): Courses {
  const step = Math.max(1, Math.ceil(horizon / MOST_STEPS));
  const days = Array.from({ length: Math.ceil(horizon / step) + 1 }, (_, n) => Math.min(horizon, n * step));
  const from = time.at(0);
  const totals = days.slice(1).map((day) => forecast.between(from, time.at(day)));
  const demand = Array.from({ length: COURSES }, (_, k) => {
    const p = (k + 0.5) / COURSES;
    let before = 0;
    return Float64Array.from([
      0,
      ...totals.map((total) => {
        const until = Math.max(before, total.quantile(p));
        const more = until - before;
        before = until;
        return more;
      }),
    ]);
  });
  return { days, demand };
}
