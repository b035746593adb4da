import { normalLoss, normalQuantile } from "../../numeric/normal.ts";
import { economicOrderQuantity } from "../economic-order-quantity.ts";
import {
  bestPosition,
  leadTimeNormal,
  oneByOne,
  reorderPointFor,
  rootBetween,
  rqCost,
  type RqPolicy,
  type RqProblem,
} from "./rq.ts";
import { normalSecondLoss } from "./second-loss.ts";

const withCost = (r: number, Q: number, p: RqProblem): RqPolicy =>
  Q === 0 ? oneByOne(p) : { r, Q, cost: rqCost(r, Q, p) };

/** EOQ and safety stock: Q = EOQ, r = the p / (p + h) quantile (Snyder & Shen, 2nd ed., equations 3.4 and 5.21). */
export function eoqWithSafetyStock(p: RqProblem): RqPolicy {
  const { demandMean: demand, orderCost, holdingCost } = p;
  return withCost(bestPosition(p), economicOrderQuantity({ demand, orderCost, holdingCost }), p);
}

/** EOQ with backorders and the r that is best for it (same book, equations 3.27 and 5.9). */
export function eoqWithBackorders(p: RqProblem): RqPolicy {
  const quantity = economicOrderQuantity({ demand: p.demandMean, ...p });
  return withCost(quantity === 0 ? 0 : reorderPointFor(quantity, p), quantity, p);
}

/**
 * The loss-function approximation (same book, equations 5.28 and 5.29): n(r) = h Q / (h + p) and
 * h Q² = 2 (K d + (h + p) n2(r)), solved for the z of r at once instead of in turns.
 */
export function lossFunctionRq(p: RqProblem): RqPolicy {
  const { mean, sd } = leadTimeNormal(p);
  if (sd === 0) return eoqWithBackorders(p);
  const both = p.holdingCost + p.backorderCost;
  const quantity = (z: number): number => (sd * normalLoss(z) * both) / p.holdingCost;
  const excess = (z: number): number =>
    2 * (p.orderCost * p.demandMean + both * sd ** 2 * normalSecondLoss(z)) - p.holdingCost * quantity(z) ** 2;
  let low = -1;
  while (excess(low) > 0 && low > -1e15) low *= 2;
  const z = rootBetween(excess, low, 38);
  return withCost(mean + z * sd, quantity(z), p);
}

/** A shortage costs the same however long it lasts. */
export interface EilProblem extends Omit<RqProblem, "backorderCost"> {
  /** Money per unit short. */
  readonly shortageCost: number;
}

/**
 * Expected-inventory-level approximation, shortages priced per unit: r and Q in turns until they stand still. `null`
 * where shortages are so cheap that no stock pays.
 *
 * Snyder & Shen (2nd ed.), equations 5.16 to 5.18 (Hadley and Whitin, 1963).
 */
export function eilRq(p: EilProblem): RqPolicy | null {
  const { demandMean: demand, orderCost, holdingCost, shortageCost } = p;
  const { mean, sd } = leadTimeNormal(p);
  if (orderCost === 0 && sd === 0) return { r: mean, Q: 0, cost: 0 };
  // Free orders still come in lots here, as each may run short; from a lot of 0 the turns would not start.
  let Q = economicOrderQuantity({ demand, orderCost, holdingCost }) || 1e-6 * sd;
  let z = 0;
  let short = 0;
  for (let i = 0; i < 1000; i += 1) {
    const out = (Q * holdingCost) / (shortageCost * demand);
    if (!(out < 1)) return null;
    z = -normalQuantile(out);
    short = sd === 0 ? 0 : sd * normalLoss(z);
    const next = Math.sqrt((2 * demand * (orderCost + shortageCost * short)) / holdingCost);
    const still = Math.abs(next - Q) <= 1e-14 * next;
    Q = next;
    if (still) break;
  }
  const r = sd === 0 ? mean : mean + z * sd;
  return { r, Q, cost: holdingCost * (r - mean + Q / 2) + ((orderCost + shortageCost * short) * demand) / Q };
}
