import { curveDistribution } from "../../numeric/curve-distribution.ts";
import type { Distribution } from "../../numeric/distribution.ts";
import { windowSum } from "../../numeric/window.ts";
import type { Foretold } from "../table/foretell.ts";
import { foretold, type TableLessons } from "../table/table.ts";
import type { Forecast } from "./forecast.ts";

/** The table's quantiles hold for totals as long as its horizon; of totals this many times as long or as short, none. */
const REACH = 4;
/** Beyond the table's horizon a level differs from the item's own forecast by no more than this factor. */
const MOST_FACTOR = 3;
/** Share by which a mean may lie beyond the last quarter's range for no reason: level and noise are only so well known. */
const SLACK = 0.1;
/** Periods in a quarter, by those in a season. */
const QUARTER: Readonly<Record<number, number>> = { 7: 91, 12: 3, 52: 13 };

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Where a steady last quarter and the item's own forecast, which may have reasons to leave it, let a rate lie. */
function held(own: Forecast, ahead: readonly number[]): (rate: number) => number {
  const { quarter } = own;
  if (quarter === undefined) return (rate) => rate;
  const low = Math.min(quarter.low * (1 - SLACK), ...ahead);
  const high = Math.max(quarter.high * (1 + SLACK), ...ahead);
  return (rate) => Math.min(high, Math.max(low, rate));
}

/**
 * Each period's demand over the mean demand of the table's horizon, 1 on average within it: the course of the item's own
 * forecast as far as that has a share in the rate, and its whole course beyond a quarter, where its season is all there is
 * to go by.
 */
function courseOf(own: Forecast, { horizon, share, mean }: Foretold, season: number): (periods: number) => number[] {
  const flat = average(own.mean(horizon));
  const quarter = QUARTER[season] ?? horizon;
  const damped = share * Math.min(1, quarter / horizon);
  const factor = flat > 0 ? mean / flat : 1;
  const beyond = Math.max(1 / MOST_FACTOR, Math.min(MOST_FACTOR, factor)) / factor;
  return (periods) =>
    own.mean(periods).map((x, h) => {
      if (!(flat > 0)) return 1;
      if (h < horizon) return 1 + (x / flat - 1) * (1 - damped);
      const near = Math.max(0, 1 - (h - horizon) / quarter);
      return near * (1 + (x / flat - 1) * (1 - damped)) + (1 - near) * (x / flat) * beyond;
    });
}

/** A forecast of an item alone, with what its table knows of the total over `horizon` periods. */
export function withTable(own: Forecast, lessons: TableLessons, history: readonly number[], horizon: number): Forecast {
  if (!(own.pattern === "slow" || own.pattern === "smooth") || own.promoted !== undefined || own.negative) return own;
  const expects = (periods: number): number => average(own.mean(periods));
  const told = foretold(lessons, history, horizon, own.follows ? expects : () => undefined);
  if (told === undefined) return own;
  const hold = held(own, own.mean(told.horizon));
  const [typical, mean] = [hold(told.typical), hold(told.mean)];
  const course = courseOf(own, told, lessons.season);
  const path = (periods: number, rate: number): number[] => course(periods).map((x) => rate * Math.max(0, x));
  const between = (from: number, to: number): Distribution => {
    const usual = own.between(from, to);
    const expected = windowSum(path(Math.ceil(to), mean), from, to);
    const known = Math.max(0, 1 - Math.abs(Math.log(Math.max(1e-9, to - from) / told.horizon)) / Math.log(REACH));
    const factor = usual.mean > 0 ? expected / usual.mean : 0;
    const curve = (p: number): number =>
      known * expected * (told.mean > 0 ? told.quantile(p) / told.mean : 0) + (1 - known) * factor * usual.quantile(p);
    return curveDistribution(expected, curve, usual.step === 1);
  };
  const each = (periods: number): Distribution[] => Array.from({ length: periods }, (_, h) => between(h, h + 1));
  return {
    ...own,
    parts: [
      { name: "Trees across items", weight: told.share },
      ...own.parts.map(({ name, weight }) => ({ name, weight: weight * (1 - told.share) })),
    ],
    words: `${own.words}, with what ${lessons.items} items tell of each other`,
    mean: (periods) => path(periods, mean),
    typical: (periods) => path(periods, typical),
    quantile: (p, periods) => each(periods).map((one) => one.quantile(p)),
    each,
    between,
    total: (periods) => between(0, periods),
  };
}
