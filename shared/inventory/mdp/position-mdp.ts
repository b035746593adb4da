import { positionCosts } from "../policies/position-costs.ts";
import { unitsIn, type ReplenishmentProblem } from "./problem.ts";
import type { ReplenishmentMdp } from "./replenishment-mdp.ts";

export interface PositionBounds {
  /** Orders that may be placed, ascending from 0. */
  readonly orders: readonly number[];
  /** Least and most units of the position. Demand beyond the least is lost, as it must be where sales are lost: at 0. */
  readonly least: number;
  readonly most: number;
}

/** Probabilities of 0, 1, 2, ... units over this many periods. */
export function demandOverPeriods(demand: readonly number[], periods: number): number[] {
  let sum: readonly number[] = [1];
  for (let i = 0; i < periods; i += 1) {
    const next = new Array<number>(sum.length + demand.length - 1).fill(0);
    sum.forEach((a, j) => demand.forEach((b, k) => (next[j + k]! += a * b)));
    sum = next;
  }
  return [...sum];
}

/**
 * Where one number tells all: backorders, by the position (on hand plus on order less backorders), whose cost is that of
 * the periods until an order arrives; and lost sales when an order arrives at once.
 *
 * Zheng and Federgruen, Operations Research 39 (1991), section 1, for backorders.
 */
export function positionMdp(problem: ReplenishmentProblem, { orders, least, most }: PositionBounds): ReplenishmentMdp {
  const { orderCost, leadTime } = problem;
  const demand = Float64Array.from(problem.demand);
  const fewest = demand.findIndex((share) => share > 0);
  const size = most - least + 1;
  const costs = positionCosts(
    demandOverPeriods(problem.demand, leadTime + 1),
    problem.holdingCost,
    problem.shortageCost,
  );
  const after = new Float64Array(size);
  return {
    size,
    states: Int32Array.from({ length: size }, (_, i) => i),
    effort: { sweep: size * (demand.length - fewest), look: 1 },
    orders,
    lastOrder(state) {
      let last = orders.length - 1;
      while (orders[last]! > size - 1 - state) last -= 1;
      return last;
    },
    lookAhead(values) {
      for (let y = 0; y < size; y += 1) {
        let sum = costs.at(least + y);
        let beyond = 1;
        const last = Math.min(demand.length - 1, y);
        for (let d = fewest; d <= last; d += 1) {
          sum += demand[d]! * values[y - d]!;
          beyond -= demand[d]!;
        }
        after[y] = sum + Math.max(0, beyond) * values[0]!;
      }
      return (state, order) => after[state + orders[order]!]! + (order > 0 ? orderCost : 0);
    },
    stateOf(position) {
      const at = unitsIn(position) - least;
      return at >= 0 && at < size ? at : null;
    },
    positionOf: (state) => [least + state],
  };
}
