import { notAvailable, UserError } from "../../define/errors.ts";
import { wholeUnits } from "../demand/whole-units.ts";
import { DEAREST_SHORTAGE, positionCosts } from "./position-costs.ts";
import { leadTimeNormal, type RqPolicy, type RqProblem } from "./rq.ts";

/** Lots beyond so many units are answered by the normal formulas just as well. */
const MOST_UNITS = 1e6;

/**
 * The exact (r, Q) in whole units for Poisson demand: Q grows by the cheaper neighbour for as long as the cost falls.
 * Throws a `UserError` where lot or lead-time demand go beyond a million units, or
 * a backorder costs over a billion times holding.
 *
 * Snyder & Shen, Fundamentals of Supply Chain Theory (2nd ed.), equation 5.48 (Federgruen and Zheng, 1992).
 */
export function poissonRq(p: RqProblem): RqPolicy {
  const { mean } = leadTimeNormal(p);
  const fixed = p.orderCost * p.demandMean;
  const lot = Math.sqrt(((2 * fixed) / p.holdingCost) * (1 + p.holdingCost / p.backorderCost));
  if (!(mean <= MOST_UNITS && lot <= MOST_UNITS))
    throw notAvailable(`method: "poisson" counts unit by unit, up to a million; use "exact" for quantities this large`);
  if (p.backorderCost > DEAREST_SHORTAGE * p.holdingCost)
    throw new UserError("backorder_cost_per_unit_time: must be at most a billion times holding_cost");
  const g = positionCosts(mean > 0 ? wholeUnits("poisson", mean, 0) : [1], p.holdingCost, p.backorderCost);
  let r = g.best - 1;
  let Q = 1;
  let sum = fixed + g.at(g.best);
  for (;;) {
    const lower = g.at(r) < g.at(r + Q + 1);
    const next = sum + Math.min(g.at(r), g.at(r + Q + 1));
    if (next / (Q + 1) > sum / Q) return { r, Q, cost: sum / Q };
    sum = next;
    if (lower) r -= 1;
    Q += 1;
  }
}

/** Exact cost a time unit of whole (r, Q) for Poisson demand (same book, equation 5.48). */
export function poissonRqCost(r: number, quantity: number, p: RqProblem): number {
  const { mean } = leadTimeNormal(p);
  const g = positionCosts(mean > 0 ? wholeUnits("poisson", mean, 0) : [1], p.holdingCost, p.backorderCost);
  let sum = p.orderCost * p.demandMean;
  for (let y = r + 1; y <= r + quantity; y += 1) sum += g.at(y);
  return sum / quantity;
}
