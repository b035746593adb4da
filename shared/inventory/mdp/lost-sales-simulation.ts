import { mix, randomFrom } from "../../numeric/random.ts";
import { positionCosts } from "../policies/position-costs.ts";
import type { OrderRule } from "./order-rule.ts";
import type { ReplenishmentProblem } from "./problem.ts";

/** Demand of many periods, drawn from the problem's distribution; the same problem and number give the same path. */
export function demandPath(problem: ReplenishmentProblem, periods: number, number: number): Int32Array {
  const cumulative = new Float64Array(problem.demand.length);
  let below = 0;
  problem.demand.forEach((share, units) => (cumulative[units] = below += share));
  const content = new Uint32Array(Float64Array.from(problem.demand).buffer);
  const { uniform } = randomFrom(mix(number, ...content));
  const last = cumulative.length - 1;
  return Int32Array.from({ length: periods }, () => {
    const u = uniform() * below;
    let [low, high] = [0, last];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > u) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/**
 * The cost of each batch of `batch` periods under a rule, with lost sales, after `warmUp` periods from empty stock. Each
 * period counts with the cost expected of its stock on hand instead of that of the demand drawn, which has the same mean
 * and varies less.
 */
export function simulatedCosts(
  problem: ReplenishmentProblem,
  rule: OrderRule,
  path: Int32Array,
  { warmUp, batch }: { readonly warmUp: number; readonly batch: number },
): Float64Array {
  const { leadTime, orderCost } = problem;
  const cost = positionCosts(problem.demand, problem.holdingCost, problem.shortageCost).at;
  const position = new Array<number>(leadTime).fill(0);
  const costs = new Float64Array(Math.floor((path.length - warmUp) / batch));
  for (let t = 0; t < warmUp + costs.length * batch; t += 1) {
    const quantity = rule(position);
    const onHand = position[0]!;
    if (t >= warmUp) costs[Math.floor((t - warmUp) / batch)]! += cost(onHand) + (quantity > 0 ? orderCost : 0);
    position[leadTime] = quantity;
    const left = Math.max(0, onHand - path[t]!);
    for (let i = 0; i < leadTime; i += 1) position[i] = position[i + 1]!;
    position[0]! += left;
    position.length = leadTime;
  }
  return costs;
}
