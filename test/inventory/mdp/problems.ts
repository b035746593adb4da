import { wholeUnits } from "../../../shared/inventory/demand/whole-units.ts";
import type { ReplenishmentProblem } from "../../../shared/inventory/mdp/problem.ts";

/** Poisson demand of 5, lost sales, one period's lead time, h = 1 and p = 4, but for what is given. */
export function lostSales(given: Partial<ReplenishmentProblem> = {}): ReplenishmentProblem {
  return {
    demand: wholeUnits("poisson", 5, 0),
    leadTime: 1,
    holdingCost: 1,
    shortageCost: 4,
    orderCost: 0,
    unmet: "lost",
    rules: {},
    ...given,
  };
}

/** The lead times and shortage costs of the published optima. */
export const TABLE = [1, 2].flatMap((leadTime) => [4, 9, 19, 39].map((shortageCost) => ({ leadTime, shortageCost })));
