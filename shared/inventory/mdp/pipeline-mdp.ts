import { positionCosts } from "../policies/position-costs.ts";
import type { ReplenishmentProblem, StockPosition } from "./problem.ts";
import type { ReplenishmentMdp } from "./replenishment-mdp.ts";

export interface PipelineBounds {
  /** Orders that may be placed, ascending from 0. */
  readonly orders: readonly number[];
  /** Quantities that may be on their way: `orders` and any others, ascending. */
  readonly quantities: readonly number[];
  /** The most units on hand and on order together. */
  readonly most: number;
}

/** Places in an array of values that `pipelineMdp` takes. */
export function pipelineSize(leadTime: number, { quantities, most }: PipelineBounds): number {
  return (most + 1) * quantities.length ** (leadTime - 1);
}

/**
 * Of each pipeline the units in it, and the place of what is due next and later once that has moved up; of each order the
 * place that it adds. Afterwards, what is due next adds to what demand leaves, the pipeline moves up, and the new order
 * joins its end.
 */
function moves(leadTime: number, { orders, quantities, most }: PipelineBounds) {
  const width = most + 1;
  const count = quantities.length;
  const pipelines = count ** (leadTime - 1);
  const onOrder = new Int32Array(pipelines);
  const movedUp = new Int32Array(pipelines);
  for (let pipeline = 0; pipeline < pipelines; pipeline += 1) {
    for (let i = 1, rest = pipeline; i < leadTime; i += 1, rest = Math.floor(rest / count))
      onOrder[pipeline]! += quantities[rest % count]!;
    if (leadTime > 1) movedUp[pipeline] = Math.floor(pipeline / count) * width + quantities[pipeline % count]!;
  }
  const joined = Int32Array.from(orders, (quantity) =>
    leadTime === 1 ? quantity : quantities.indexOf(quantity) * count ** (leadTime - 2) * width,
  );
  return { onOrder, movedUp, joined };
}

/** The states there can be, and of each its units on hand and the place it moves up to. */
function statesOf({ onOrder, movedUp }: ReturnType<typeof moves>, most: number) {
  const width = most + 1;
  const states: number[] = [];
  const onHandOf = new Int32Array(width * onOrder.length);
  const nextOf = new Int32Array(width * onOrder.length);
  onOrder.forEach((due, pipeline) => {
    for (let onHand = 0; onHand + due <= most; onHand += 1) {
      const state = pipeline * width + onHand;
      states.push(state);
      onHandOf[state] = onHand;
      nextOf[state] = movedUp[pipeline]!;
    }
  });
  return { states: Int32Array.from(states), onHandOf, nextOf };
}

/** The chance that demand takes all of 0, 1, ... units on hand. */
function soldOutOf(demand: Float64Array, width: number): Float64Array {
  const soldOut = new Float64Array(width);
  for (let x = 0, left = 1; x < width; left -= demand[x] ?? 0, x += 1) soldOut[x] = Math.max(0, left);
  return soldOut;
}

/**
 * Lost sales with a lead time L of at least one period. What is short is never owed, so the stock on hand and each order
 * on its way count by themselves: a state is (on hand, due in 1, ..., L - 1 periods). All demand that the stock on hand
 * cannot cover has the same consequence, so nothing of the distribution is cut off.
 *
 * Zipkin, "Old and new methods for lost-sales inventory systems", Operations Research 56 (2008), section 2.
 */
export function pipelineMdp(problem: ReplenishmentProblem, bounds: PipelineBounds): ReplenishmentMdp {
  const { leadTime, orderCost } = problem;
  const { orders, quantities, most } = bounds;
  const width = most + 1;
  const count = quantities.length;
  const demand = Float64Array.from(problem.demand);
  const fewest = demand.findIndex((share) => share > 0);
  const costs = positionCosts(problem.demand, problem.holdingCost, problem.shortageCost);
  const cost = Float64Array.from({ length: width }, (_, x) => costs.at(x));
  const soldOut = soldOutOf(demand, width);
  const moved = moves(leadTime, bounds);
  const { onOrder, joined } = moved;
  const { states, onHandOf, nextOf } = statesOf(moved, most);
  const additions = states.reduce(
    (sum, state) => sum + Math.max(1, Math.min(onHandOf[state]!, demand.length) - fewest),
    0,
  );

  return {
    size: pipelineSize(leadTime, bounds),
    states,
    effort: { sweep: 0, look: additions / states.length },
    orders,
    lastOrder(state) {
      const room = most - onHandOf[state]! - onOrder[Math.floor(state / width)]!;
      let last = orders.length - 1;
      while (orders[last]! > room) last -= 1;
      return last;
    },
    lookAhead: (values) => (state, order) => {
      const onHand = onHandOf[state]!;
      const next = nextOf[state]! + joined[order]!;
      let sum = cost[onHand]! + soldOut[onHand]! * values[next]!;
      if (order > 0) sum += orderCost;
      for (let left = Math.max(1, onHand - demand.length + 1); left <= onHand - fewest; left += 1)
        sum += demand[onHand - left]! * values[next + left]!;
      return sum;
    },
    stateOf([onHand = 0, ...due]: StockPosition) {
      let state = onHand;
      let total = onHand;
      for (let i = 0, stride = width; i < leadTime - 1; i += 1, stride *= count) {
        const place = quantities.indexOf(due[i] ?? 0);
        if (place < 0) return null;
        state += place * stride;
        total += due[i] ?? 0;
      }
      return total <= most ? state : null;
    },
    positionOf(state) {
      const position = [state % width];
      for (let i = 1, rest = Math.floor(state / width); i < leadTime; i += 1, rest = Math.floor(rest / count))
        position.push(quantities[rest % count]!);
      return position;
    },
  };
}
