import { allowedOrders, orderGrid, type OrderGrid } from "./allowed-orders.ts";
import { covering } from "./covering.ts";
import { pipelineMdp, pipelineSize } from "./pipeline-mdp.ts";
import { demandOverPeriods, positionMdp } from "./position-mdp.ts";
import { meanOf, unitsIn, type ReplenishmentProblem, type StockPosition } from "./problem.ts";
import type { OptimalMdpPolicy } from "./relative-value-iteration.ts";
import type { MdpLimits, ReplenishmentMdp } from "./replenishment-mdp.ts";

/** A replenishment problem within bounds on stock and orders. */
export interface BoundedProblem {
  readonly mdp: ReplenishmentMdp;
  /** Whether the best policy stays clear of the bounds in every state, so that wider ones would change nothing. */
  isClear(extent: PolicyExtent): boolean;
}

/** How far the orders of a policy go, over all states; infinite where nothing is ever ordered. */
export interface PolicyExtent {
  /** Least and most units on hand and on order, after ordering. */
  readonly lowest: number;
  readonly highest: number;
  readonly largestOrder: number;
  /** Most units at which something is ordered. */
  readonly last: number;
}

export function extentOf(mdp: ReplenishmentMdp, { policy }: OptimalMdpPolicy): PolicyExtent {
  let [lowest, highest, largestOrder, last] = [Infinity, -Infinity, -Infinity, -Infinity];
  for (const state of mdp.states) {
    const quantity = mdp.orders[policy[state]!]!;
    if (quantity === 0) continue;
    const units = unitsIn(mdp.positionOf(state));
    lowest = Math.min(lowest, units + quantity);
    highest = Math.max(highest, units + quantity);
    largestOrder = Math.max(largestOrder, quantity);
    last = Math.max(last, units);
  }
  return { lowest, highest, largestOrder, last };
}

/** Whether one number, the position, tells all that counts. */
export const isOneNumber = ({ unmet, leadTime }: ReplenishmentProblem): boolean =>
  unmet === "backordered" || leadTime === 0;

/** What must stay unused below the bounds, as a share of what they allow above a newsvendor's levels. */
const STRIP = 0.2;
const WIDER = 1.5;

interface Search {
  readonly problem: ReplenishmentProblem;
  readonly grid: OrderGrid;
  /** The units an order must cover on its own, and with all on hand and on its way: a newsvendor's levels. */
  readonly orderLevel: number;
  readonly positionLevel: number;
  readonly asked: readonly StockPosition[];
  readonly limits: MdpLimits;
}

function boundedPosition({ problem, grid, positionLevel, limits }: Search, reach: number): BoundedProblem | null {
  const longest = problem.demand.length - 1;
  const most = positionLevel + reach;
  const least = problem.unmet === "lost" ? 0 : positionLevel - reach - longest;
  if (!(most - least < limits.places)) return null;
  const mdp = positionMdp(problem, { orders: allowedOrders(grid, most - least), least, most });
  return {
    mdp,
    isClear: ({ lowest, highest }) =>
      highest <= most - STRIP * reach && (problem.unmet === "lost" || lowest >= least + longest),
  };
}

function boundedPipeline(search: Search, reach: number): BoundedProblem | null {
  const { problem, grid, asked, limits } = search;
  const most = search.positionLevel + reach;
  const largest = search.orderLevel + reach;
  const orders = allowedOrders(grid, largest);
  const due = asked.filter((position) => unitsIn(position) <= most).flatMap((position) => position.slice(1));
  const quantities = [...new Set([...orders, ...due])].sort((a, b) => a - b);
  const bounds = { orders, quantities, most };
  if (!(pipelineSize(problem.leadTime, bounds) <= limits.places)) return null;
  return {
    mdp: pipelineMdp(problem, bounds),
    isClear: ({ highest, largestOrder }) =>
      highest <= most - STRIP * reach && (largestOrder <= largest - STRIP * reach || largest >= grid.most),
  };
}

/**
 * The problem within ever wider bounds, until the limits end it. Where costs are proportional the best policy never goes
 * beyond a newsvendor's levels (Morton, SIAM Review 11, 1969); lots and packs take it further.
 */
export function* boundedProblems(
  problem: ReplenishmentProblem,
  asked: readonly StockPosition[],
  limits: MdpLimits,
): Generator<BoundedProblem> {
  const { demand, leadTime, holdingCost, shortageCost, orderCost } = problem;
  if (((leadTime + 1) * demand.length) ** 2 > limits.steps) return;
  const grid = orderGrid(problem.rules);
  const ratio = shortageCost / (shortageCost + holdingCost);
  const search: Search = {
    problem,
    grid,
    orderLevel: covering(demand, ratio),
    positionLevel: covering(demandOverPeriods(demand, leadTime + 1), ratio),
    asked,
    limits,
  };
  const lot = Math.sqrt(((2 * meanOf(demand) * orderCost) / holdingCost) * (1 + holdingCost / shortageCost));
  const bound = isOneNumber(problem) ? boundedPosition : boundedPipeline;
  for (let reach = Math.ceil(lot / (1 - STRIP)) + Math.max(grid.step, grid.least); ; reach = Math.ceil(reach * WIDER)) {
    const bounded = bound(search, reach);
    if (!bounded) return;
    yield bounded;
  }
}
