import { gaussLegendre } from "../../numeric/gauss-legendre.ts";
import { normalCdf, normalPdf } from "../../numeric/normal.ts";
import { normalDemand } from "../demand/normal.ts";

/** A line of stages, the one nearest to the customer first, with normal demand at it. */
export interface SerialSystem {
  readonly demandMean: number;
  readonly demandSd: number;
  /** Money per unit owed to customers and period. */
  readonly shortageCost: number;
  /** Periods from the stage above (or the outside supplier) to each stage. */
  readonly leadTimes: readonly number[];
  /** What a unit's stock costs more here than one stage above, each > 0. */
  readonly echelonCosts: readonly number[];
}

/** Expected cost of the stages up to one, by its echelon position y, with its slope. */
interface StageCost {
  value(y: number): number;
  slope(y: number): number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Standard deviations of demand beyond which nothing is counted. */
const REACH = 8.5;
const KNOTS = 600;

/** Stage 1: h (y - m) + (p + all h) E(D - y)+. */
function firstStage(system: SerialSystem): StageCost {
  const time = system.leadTimes[0]!;
  const demand = normalDemand(system.demandMean * time, system.demandSd * Math.sqrt(time));
  const h = system.echelonCosts[0]!;
  const both = system.shortageCost + sum(system.echelonCosts);
  return {
    value: (y) => h * (y - demand.mean) + both * demand.loss(y),
    slope: (y) => h - both * (1 - demand.cdf(y)),
  };
}

/** Expected cost of stage j at y: h (y - m) + E C(min(S, y - D)) with the stage below at its level S. */
function nextStage(system: SerialSystem, j: number, below: StageCost, level: number): StageCost {
  const time = system.leadTimes[j]!;
  const h = system.echelonCosts[j]!;
  const mean = system.demandMean * time;
  const sd = system.demandSd * Math.sqrt(time);
  const settled = below.value(level);
  if (sd === 0)
    return {
      value: (y) => h * (y - mean) + (y - mean < level ? below.value(y - mean) : settled),
      slope: (y) => h + (y - mean < level ? below.slope(y - mean) : 0),
    };
  // Where less than y - S is demanded the stage below is filled up to S; beyond, it gets y - D.
  const beyond = (y: number, f: (x: number) => number): number => {
    const from = Math.max(mean - REACH * sd, y - level);
    const to = mean + REACH * sd;
    if (from >= to) return 0;
    return gaussLegendre((d) => (f(y - d) * normalPdf((d - mean) / sd)) / sd, from, to);
  };
  return {
    value: (y) => h * (y - mean) + settled * normalCdf((y - level - mean) / sd) + beyond(y, below.value),
    slope: (y) => h + beyond(y, below.slope),
  };
}

/** The same function read from a table (cubic Hermite), straight on beyond its ends. */
function tabulated(cost: StageCost, from: number, to: number): StageCost {
  if (!(to > from)) return cost;
  const width = (to - from) / KNOTS;
  const values = Array.from({ length: KNOTS + 1 }, (_, i) => cost.value(from + i * width));
  const slopes = Array.from({ length: KNOTS + 1 }, (_, i) => cost.slope(from + i * width));
  const cubic = (y: number, weights: (t: number) => readonly [number, number, number, number]): number => {
    const i = Math.min(KNOTS - 1, Math.max(0, Math.floor((y - from) / width)));
    const [a, b, c, d] = weights((y - from) / width - i);
    return a * values[i]! + b * width * slopes[i]! + c * values[i + 1]! + d * width * slopes[i + 1]!;
  };
  const straight = (y: number): number | undefined => (y < from ? 0 : y > to ? KNOTS : undefined);
  return {
    value(y) {
      const end = straight(y);
      if (end !== undefined) return values[end]! + slopes[end]! * (y - from - end * width);
      return cubic(y, (t) => [(1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2, t * t * (3 - 2 * t), t * t * (t - 1)]);
    },
    slope(y) {
      const end = straight(y);
      if (end !== undefined) return slopes[end]!;
      const rate = cubic(y, (t) => [6 * t * (t - 1), (1 - t) * (1 - 3 * t), 6 * t * (1 - t), t * (3 * t - 2)]);
      return rate / width;
    },
  };
}

/** Position at which the slope turns positive. */
function lowestPoint(cost: StageCost, mean: number, sd: number): number {
  let [low, high] = [mean - REACH * sd, mean + REACH * sd];
  for (let i = 0; i < 100 && high > low; i += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (cost.slope(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Echelon base-stock levels of least cost for a line of stages, and that cost a period (stock in transit included);
 * with `levels`, the cost of those instead.
 *
 * Clark and Scarf, Management Science 6 (1960), as decomposed by Chen and Zheng (1994); Snyder & Shen, Fundamentals of
 * Supply Chain Theory (2nd ed.), section 6.2.
 */
export function serialSystem(
  system: SerialSystem,
  levels?: readonly number[],
): { readonly levels: number[]; readonly cost: number } {
  const found: number[] = [];
  let time = 0;
  let cost = firstStage(system);
  for (let j = 0; j < system.leadTimes.length; j += 1) {
    if (j > 0) cost = nextStage(system, j, cost, found[j - 1]!);
    time += system.leadTimes[j]!;
    const mean = system.demandMean * time;
    const sd = system.demandSd * Math.sqrt(time);
    found.push(levels?.[j] ?? lowestPoint(cost, mean, sd));
    const rest = sum(system.leadTimes.slice(j + 1));
    const top = Math.max(found[j]!, mean + REACH * sd);
    const bottom = Math.min(found[j]!, mean - REACH * sd) - system.demandSd * REACH * Math.sqrt(rest);
    if (j > 0 && j < system.leadTimes.length - 1) cost = tabulated(cost, bottom, top);
  }
  return { levels: found, cost: cost.value(found.at(-1)!) };
}

/**
 * Shang and Song's heuristic: each level is the mean of two newsvendors', with the stage's own echelon holding cost and
 * with that of all stages below it too.
 *
 * Shang and Song, Management Science 49 (2003); Snyder & Shen (2nd ed.), equation 6.32.
 */
export function shangSongLevels(system: SerialSystem): number[] {
  return system.leadTimes.map((_, j) => {
    const time = sum(system.leadTimes.slice(0, j + 1));
    const demand = normalDemand(system.demandMean * time, system.demandSd * Math.sqrt(time));
    const short = system.shortageCost + sum(system.echelonCosts.slice(j + 1));
    const [own, all] = [system.echelonCosts[j]!, sum(system.echelonCosts.slice(0, j + 1))];
    return (demand.quantile(short / (short + own)) + demand.quantile(short / (short + all))) / 2;
  });
}
