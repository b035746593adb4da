import { average } from "../../numeric/average.ts";
import { curveDistribution } from "../../numeric/curve-distribution.ts";
import type { Distribution } from "../../numeric/distribution.ts";
import { windowSum } from "../../numeric/window.ts";
import type { Foretold } from "../models/table/foretell.ts";
import type { Forecast } from "./forecast.ts";
import { SLACK, type Agreement } from "./last-quarter.ts";

/** What trees know of an item, and how it goes with the item's own forecast. */
export interface Trees {
  readonly told: Foretold;
  /** Periods that the rate is the mean of. */
  readonly horizon: number;
  /** Periods in a quarter: beyond so many the item's own course is all there is to go by. */
  readonly quarter: number;
  /** How far their quantiles hold for the total of so many periods, 0 to 1; the item's own have the rest. They may have none. */
  readonly known?: ((periods: number) => number) | undefined;
  /** Their part in the forecast, by name, and what is said of it. */
  readonly name: string;
  readonly words: string;
}

/** Beyond the horizon a level differs from the item's own forecast by no more than this factor. */
const MOST_FACTOR = 3;
/** The quantile of an item's own that must reach its mean. */
const TELLING = 0.95;

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
  const usual = average(ahead);
  const low = Math.min(quarter.low * (1 - SLACK), usual);
  const high = Math.max(quarter.high * (1 + SLACK), usual);
  return (rate) => Math.min(high, Math.max(low, rate));
}

/**
 * Each period's demand over the mean demand of the horizon, 1 on average within it: the course of the item's own forecast
 * as far as that has a share in the rate, and all of it beyond a quarter, where its season is all there is to go by.
 */
function courseOf(own: Forecast, rate: number, { told, horizon, quarter }: Trees): (periods: number) => number[] {
  const flat = average(own.mean(horizon));
  if (!(flat > 0)) return (periods) => new Array<number>(periods).fill(1);
  const damped = told.share * Math.min(1, quarter / horizon);
  const factor = rate / flat;
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

/** How what is shown agrees with the last quarter, once trees had their say. */
function agreementWith(
  { quarter, seasonal }: Forecast,
  held: boolean,
  shown: (periods: number) => number[],
): (periods: number) => Agreement {
  return (periods) => {
    const { low, high, agreement } = quarter!;
    if (shown(periods).every((x) => x >= low * (1 - SLACK) && x <= high * (1 + SLACK))) return held ? "held" : "within";
    const own = agreement(periods);
    if (own === "season" || own === "trend") return own;
    return seasonal === true ? "season" : "trend";
  };
}

/** A forecast of an item alone, with what trees know of it. */
export function withTrees(own: Forecast, trees: Trees): Forecast {
  const { told, horizon, name } = trees;
  const hold = held(own, own.mean(horizon));
  const [typical, mean] = [hold(told.typical), hold(told.mean)];
  const moved = told.typical > 0 ? typical / told.typical : 1;
  const course = longest(courseOf(own, mean, trees));
  const path = (rate: number) => (periods: number) => course(periods).map((x) => rate * x);
  const between = (from: number, to: number): Distribution => {
    const usual = own.between(from, to);
    const periods = windowSum(course(Math.ceil(to)), from, to);
    const expected = mean * periods;
    // Quantiles below the mean they belong to, as of what sold once in years, tell nothing of what is expected now.
    const telling = usual.mean > 0 && usual.quantile(TELLING) >= usual.mean;
    const known = trees.known === undefined ? 0 : telling ? trees.known(to - from) : 1;
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
    quarter: own.quarter && { ...own.quarter, agreement: agreementWith(own, typical !== told.typical, path(typical)) },
    mean: path(mean),
    typical: path(typical),
    quantile: (p, periods) => each(periods).map((one) => one.quantile(p)),
    each,
    between,
    total: (periods) => between(0, periods),
  };
}
