import { mismatchCost } from "./newsvendor.ts";
import { normalDemand } from "../demand/normal.ts";
import { normalSecondLoss } from "./second-loss.ts";
import { economicOrderQuantity } from "../economic-order-quantity.ts";

/** Continuous review: order Q whenever the position falls to r. One time unit throughout, usually a year. */
export interface RqProblem {
  readonly demandMean: number;
  readonly demandSd: number;
  readonly leadTime: number;
  readonly orderCost: number;
  readonly holdingCost: number;
  /** Money per unit owed and time unit. */
  readonly backorderCost: number;
}

export interface RqPolicy {
  readonly r: number;
  readonly Q: number;
  /** Ordering, holding and shortage, a time unit. */
  readonly cost: number;
}

/** Mean and sd of demand over the lead time. */
export function leadTimeNormal({
  demandMean,
  demandSd,
  leadTime,
}: Pick<RqProblem, "demandMean" | "demandSd" | "leadTime">): {
  readonly mean: number;
  readonly sd: number;
} {
  return { mean: demandMean * leadTime, sd: demandSd * Math.sqrt(leadTime) };
}

/** Cost rate g(y) of the position y, h E(y - D)+ + p E(D - y)+. */
function rateAt(p: RqProblem): (y: number) => number {
  const { mean, sd } = leadTimeNormal(p);
  const demand = normalDemand(mean, sd);
  return (y) => mismatchCost(y, demand, { overage: p.holdingCost, underage: p.backorderCost });
}

/** The integral of g from the mean up to y: h (y - m)² / 2 less (h + p) times the second loss function. */
function integral(y: number, p: RqProblem): number {
  const { mean, sd } = leadTimeNormal(p);
  const above = y - mean;
  // Far from the mean, or without spread, demand is as good as known.
  const known = Math.abs(above) >= 38 * sd;
  const second = known
    ? (Math.max(0, -above) ** 2 + (above < 0 ? sd ** 2 : 0)) / 2
    : sd ** 2 * normalSecondLoss(above / sd);
  return (p.holdingCost * above ** 2) / 2 - (p.holdingCost + p.backorderCost) * second;
}

/**
 * Exact cost a time unit of (r, Q), normal lead-time demand: (K d + integral of g from r to r + Q) / Q.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equation 5.7 (Zheng, 1992).
 */
export function rqCost(r: number, quantity: number, p: RqProblem): number {
  return (p.orderCost * p.demandMean + integral(r + quantity, p) - integral(r, p)) / quantity;
}

/** Root of a rising function, low and high on either side of it. */
export function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The position with the least cost rate, the p / (p + h) quantile of lead-time demand. */
export function bestPosition(p: RqProblem): number {
  const { mean, sd } = leadTimeNormal(p);
  return normalDemand(mean, sd).quantile(p.backorderCost / (p.backorderCost + p.holdingCost));
}

/** The best r for a given Q: g(r) = g(r + Q) (equation 5.9). */
export function reorderPointFor(quantity: number, p: RqProblem): number {
  const g = rateAt(p);
  const top = bestPosition(p);
  return rootBetween((r) => g(r + quantity) - g(r), top - quantity, top);
}

/** Equally cheap positions below and above the best one: where g = `level`. */
function between(level: number, p: RqProblem): readonly [number, number] {
  const g = rateAt(p);
  const top = bestPosition(p);
  const reach = (level + 1) * (1 / p.holdingCost + 1 / p.backorderCost) + leadTimeNormal(p).sd;
  return [rootBetween((y) => level - g(y), top - reach, top), rootBetween((y) => g(y) - level, top, top + reach)];
}

/** Where orders are free: whatever is taken is ordered at once, so that the position stays at the best one. */
export function oneByOne(p: RqProblem): RqPolicy {
  const best = bestPosition(p);
  return { r: best, Q: 0, cost: rateAt(p)(best) };
}

/**
 * The policy of least exact cost: g(r) = g(r + Q) = cost.
 *
 * Snyder & Shen (2nd ed.), equations 5.7 and 5.9 (Zheng, Management Science 38, 1992).
 */
export function exactRq(p: RqProblem): RqPolicy {
  if (p.orderCost === 0) return oneByOne(p);
  const fixed = p.orderCost * p.demandMean;
  const least = rateAt(p)(bestPosition(p));
  // The best cost lies between that of the best position and, on top, the EOQ with backorders' cost.
  const eoqb = economicOrderQuantity({ demand: p.demandMean, ...p });
  const most = rqCost(reorderPointFor(eoqb, p), eoqb, p);
  const gain = (level: number): number => {
    const [r, R] = between(level, p);
    return level * (R - r) - (integral(R, p) - integral(r, p)) - fixed;
  };
  const [r, R] = between(rootBetween(gain, least, most), p);
  return { r, Q: R - r, cost: rqCost(r, R - r, p) };
}
