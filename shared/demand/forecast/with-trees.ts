import { average } from "../../numeric/average.ts";
import { curveDistribution } from "../../numeric/curve-distribution.ts";
import type { Distribution } from "../../numeric/distribution.ts";
import { windowSum } from "../../numeric/window.ts";
import type { Foretold } from "../models/table/foretell.ts";
import type { Forecast } from "./forecast.ts";

/** What trees know of an item, and how it goes with the item's own forecast. */
export interface Trees {
  readonly told: Foretold;
  /** Periods that the rate is the mean of. */
  readonly horizon: number;
  /** Periods in a quarter: beyond so many the item's own course is all there is to go by. */
  readonly quarter: number;
  /** How far the trees' quantiles hold for the total of so many periods, 0 to 1; the item's own have the rest. */
  known(periods: number): number;
  /** Their part in the forecast, by name, and what is said of it. */
  readonly name: string;
  readonly words: string;
}

/** Beyond the horizon a level differs from the item's own forecast by no more than this factor. */
const MOST_FACTOR = 3;
/** Share by which a mean may lie beyond the last quarter's range for no reason: level and noise are only so well known. */
const SLACK = 0.1;

/** The function's answer for the longest asked for, of which shorter ones are prefixes. */
function longest(answer: (periods: number) => number[]): (periods: number) => number[] {
  let known: number[] = [];
  return (periods) => {
    if (periods > known.length) known = answer(periods);
    return known.slice(0, periods);
  };
}

/** Where a steady last quarter and the item's own forecast, which may have reasons to leave it, let a rate lie. */
function held({ quarter }: Forecast, ahead: readonly number[]): (rate: number) => number {
  if (quarter === undefined) return (rate) => rate;
  const low = Math.min(quarter.low * (1 - SLACK), ...ahead);
  const high = Math.max(quarter.high * (1 + SLACK), ...ahead);
  return (rate) => Math.min(high, Math.max(low, rate));
}

/**
 * Each period's demand over the mean demand of the horizon, 1 on average within it: the course of the item's own forecast
 * as far as that has a share in the rate, and all of it beyond a quarter, where its season is all there is to go by.
 */
function courseOf(own: Forecast, { told, horizon, quarter }: Trees): (periods: number) => number[] {
  const flat = average(own.mean(horizon));
  if (!(flat > 0)) return (periods) => new Array<number>(periods).fill(1);
  const damped = told.share * Math.min(1, quarter / horizon);
  const factor = told.mean / flat;
  const beyond = Math.max(1 / MOST_FACTOR, Math.min(MOST_FACTOR, factor)) / factor;
  return (periods) =>
    own.mean(periods).map((x, h) => {
      const near = Math.max(0, 1 + (x / flat - 1) * (1 - damped));
      if (h < horizon) return near;
      const far = factor > 0 ? (x / flat) * beyond : 0;
      const trusted = Math.max(0, 1 - (h - horizon) / quarter);
      return trusted * near + (1 - trusted) * far;
    });
}

/** A forecast of an item alone, with what trees know of it. */
export function withTrees(own: Forecast, trees: Trees): Forecast {
  const { told, horizon, name } = trees;
  const hold = held(own, own.mean(horizon));
  const [typical, mean] = [hold(told.typical), hold(told.mean)];
  const moved = told.typical > 0 ? typical / told.typical : 1;
  const course = longest(courseOf(own, trees));
  const path = (rate: number) => (periods: number) => course(periods).map((x) => rate * x);
  const between = (from: number, to: number): Distribution => {
    const usual = own.between(from, to);
    const periods = windowSum(course(Math.ceil(to)), from, to);
    const expected = mean * periods;
    const known = trees.known(to - from);
    const factor = usual.mean > 0 ? expected / usual.mean : 0;
    const curve = (p: number): number =>
      known * moved * periods * told.quantile(p) + (1 - known) * factor * usual.quantile(p);
    return curveDistribution(expected, curve, usual.step === 1);
  };
  const each = (periods: number): Distribution[] => Array.from({ length: periods }, (_, h) => between(h, h + 1));
  const { share } = told;
  return {
    ...own,
    parts: [{ name, weight: share }, ...own.parts.map((part) => ({ ...part, weight: part.weight * (1 - share) }))],
    words: `${own.words}, ${trees.words}`,
    mean: path(mean),
    typical: path(typical),
    quantile: (p, periods) => each(periods).map((one) => one.quantile(p)),
    each,
    between,
    total: (periods) => between(0, periods),
  };
}
