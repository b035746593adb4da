import { allowedOrders, orderGrid } from "./allowed-orders.ts";
import type { OrderRule } from "./order-rule.ts";
import { pipelineMdp, pipelineSize } from "./pipeline-mdp.ts";
import { unitsIn, type ReplenishmentProblem } from "./problem.ts";
import { mdpPolicyCost, type AverageCost } from "./relative-value-iteration.ts";
import type { MdpLimits, MdpPolicy } from "./replenishment-mdp.ts";

/**
 * The average cost of a rule, exactly, with lost sales and a lead time of at least one period: over every stock position
 * that the rule can lead to. Null where those are more than the limits allow.
 */
export function ruleCost(problem: ReplenishmentProblem, rule: OrderRule, limits: MdpLimits): AverageCost | null {
  const grid = orderGrid(problem.rules);
  const empty = new Array<number>(problem.leadTime).fill(0);
  let most = rule(empty);
  let largest = most;
  for (;;) {
    const orders = allowedOrders(grid, largest);
    const bounds = { orders, quantities: orders, most };
    if (!(pipelineSize(problem.leadTime, bounds) <= limits.places)) return null;
    const mdp = pipelineMdp(problem, bounds);
    const placeOf = new Map(orders.map((quantity, place) => [quantity, place]));
    const policy: MdpPolicy = new Int32Array(mdp.size);
    let [highest, biggest] = [most, largest];
    for (const state of mdp.states) {
      const position = mdp.positionOf(state);
      const quantity = rule(position);
      policy[state] = placeOf.get(quantity) ?? 0;
      if (quantity === 0) continue;
      highest = Math.max(highest, unitsIn(position) + quantity);
      biggest = Math.max(biggest, quantity);
    }
    if (highest === most && biggest === largest) return mdpPolicyCost(mdp, policy, limits.steps);
    [most, largest] = [highest, biggest];
  }
}
