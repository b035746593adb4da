import { lotsFrom, type LotPlanCosts } from "./lot-plan.ts";

/** How many periods (at least 1) an order placed in period t should cover. */
type Cover = (t: number, demand: readonly number[], costs: LotPlanCosts) => number;

/** Lots planned one after the other. An order waits for the first period that needs it. */
function planBy(cover: Cover, demand: readonly number[], costs: LotPlanCosts): number[] {
  const starts: number[] = [];
  for (let t = 0; t < demand.length; t += demand[t] === 0 ? 1 : cover(t, demand, costs)) starts.push(t);
  return lotsFrom(starts, demand);
}

/** Cost of keeping one unit from period t to period u. */
const keeping = (t: number, u: number, { holding }: LotPlanCosts): number => {
  let sum = 0;
  for (let s = t; s < u; s += 1) sum += holding[s]!;
  return sum;
};

const untilDearer: Cover = (t, demand, costs) => {
  let cost = costs.order[t]!;
  let average = cost;
  for (let n = 2; t + n <= demand.length; n += 1) {
    cost += keeping(t, t + n - 1, costs) * demand[t + n - 1]!;
    if (cost / n > average) return n - 1;
    average = cost / n;
  }
  return demand.length - t;
};

const untilBalanced: Cover = (t, demand, costs) => {
  let held = 0;
  for (let n = 2; t + n <= demand.length; n += 1) {
    const before = held;
    held += keeping(t, t + n - 1, costs) * demand[t + n - 1]!;
    if (held > costs.order[t]!) return held - costs.order[t]! < costs.order[t]! - before ? n : n - 1;
  }
  return demand.length - t;
};

/**
 * Silver-Meal: each lot covers more periods for as long as its cost per period falls.
 *
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains (4th ed.), section 5.5.
 */
export const silverMeal = (demand: readonly number[], costs: LotPlanCosts): number[] =>
  planBy(untilDearer, demand, costs);

/** Part-period balancing: a lot's holding cost comes as near as it can to its order cost. Same book, section 5.6.3. */
export const partPeriod = (demand: readonly number[], costs: LotPlanCosts): number[] =>
  planBy(untilBalanced, demand, costs);

/** Every period is ordered for by itself. */
export const lotForLot = (demand: readonly number[]): number[] => [...demand];
