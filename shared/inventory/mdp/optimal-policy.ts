import { orderGrid } from "./allowed-orders.ts";
import { covering } from "./covering.ts";
import { boundedProblems, extentOf, isOneNumber, type PolicyExtent } from "./policy-bounds.ts";
import { unitsIn, type ReplenishmentProblem, type StockPosition } from "./problem.ts";
import { optimalMdpPolicy, type AverageCost, type OptimalMdpPolicy } from "./relative-value-iteration.ts";
import type { MdpLimits, ReplenishmentMdp } from "./replenishment-mdp.ts";

export interface OptimalPolicy extends AverageCost {
  /** The order of least cost, for a position that was asked for or is listed; 0 for any with more units than those. */
  order(position: StockPosition): number;
  /** The positions up to the last one at which anything is ordered; backorders as deep as is usual. */
  positions(): StockPosition[];
}

/** What a worksheet can wait for. */
const WORKSHEET: MdpLimits = { places: 3e6, steps: 2e9 };
/** Costs closer than this, of the cost per period or of holding a unit, are equal. */
const SAME = 1e-9;
/** The share of periods whose demand the listed backorders allow for. */
const USUAL = 0.999;

/**
 * The replenishment policy of least average cost; null where the limits do not allow to find it. `asked` are positions
 * whose order will be wanted.
 *
 * Bounds on stock and orders widen until the best policy leaves a strip below them unused in every state, or until
 * widening leaves the cost as it was.
 *
 * Throws a `UserError` where the supplier's rules contradict each other.
 */
export function optimalPolicy(
  given: ReplenishmentProblem,
  asked: readonly StockPosition[] = [],
  limits: MdpLimits = WORKSHEET,
): OptimalPolicy | null {
  // In units of the holding cost, so that one tolerance fits any currency.
  const unit = given.holdingCost;
  const problem = {
    ...given,
    holdingCost: 1,
    shortageCost: given.shortageCost / unit,
    orderCost: given.orderCost / unit,
  };
  let before = NaN;
  for (const { mdp, isClear } of boundedProblems(problem, asked, limits)) {
    const solved = optimalMdpPolicy(mdp, limits.steps);
    if (!solved) return null;
    const extent = extentOf(mdp, solved);
    if (isClear(extent) || Math.abs(solved.cost - before) <= SAME * Math.max(1, solved.cost))
      return inMoney(given, mdp, solved, extent);
    before = solved.cost;
  }
  return null;
}

function inMoney(
  problem: ReplenishmentProblem,
  mdp: ReplenishmentMdp,
  { policy, cost, residual }: OptimalMdpPolicy,
  { last }: PolicyExtent,
): OptimalPolicy {
  const { demand, unmet, holdingCost } = problem;
  const grid = orderGrid(problem.rules);
  const floor = mdp.positionOf(mdp.states[0]!)[0]!;
  const order = (position: StockPosition): number => {
    const state = mdp.stateOf(position);
    if (state !== null) return mdp.orders[policy[state]!]!;
    const units = unitsIn(position);
    if (!isOneNumber(problem) || units >= floor) return 0;
    // Deeper in backorders than was tried: up to the same level, or as much as one order may bring.
    const deeper = Math.ceil((floor - units) / grid.step) * grid.step;
    return Math.min(grid.most, deeper + order([units + deeper]));
  };
  return {
    cost: cost * holdingCost,
    residual: residual * holdingCost,
    order,
    positions() {
      const first = unmet === "lost" ? 0 : Math.min(0, last - covering(demand, USUAL));
      const usual = new Set(mdp.orders);
      return Array.from(mdp.states, (state) => mdp.positionOf(state)).filter((position) => {
        const units = unitsIn(position);
        return units >= first && units <= Math.max(0, last) && position.slice(1).every((due) => usual.has(due));
      });
    },
  };
}
