import type { StockPolicy } from "../../../shared/inventory/simulation/stock-policy.ts";
import { leastCostLevels, type Levels } from "../../../shared/inventory/least-cost/levels.ts";
import type { DemandPrior } from "../../../shared/demand/slow/demand-prior.ts";
import { projectedLost } from "./projected-lost.ts";
import type { LevelsProblem } from "../../../shared/inventory/least-cost/scenario-cost.ts";
import { scenarioSource } from "../../../shared/inventory/least-cost/scenario-source.ts";

/** Levels are sought anew after each demand, and after this many periods without one. */
const PATIENCE = 4;
/** Share of the old levels that new ones keep: an order can't be taken back, so levels that jump up overstock. */
const INERTIA = 0.5;

/** Old levels moved towards new ones; whether to stock at all goes by the new ones. */
function settle(before: Levels | undefined, now: Levels): Levels {
  if (before === undefined || before.s < 0 || now.s < 0) return now;
  const between = (a: number, b: number): number => Math.round(INERTIA * a + (1 - INERTIA) * b);
  return { s: between(before.s, now.s), S: between(before.S, now.S), rate: now.rate, cost: now.cost };
}

/**
 * The policy of least expected cost where sales are lost: an (s, S) on the projected position (position plus what will be
 * lost before an order arrives), its levels those that would have cost least over scenarios drawn from the item's own past,
 * known up to each review, and from what the prior says of its kind. Stocks nothing where that costs less than missed sales.
 */
export function leastCostPolicy(problem: LevelsProblem, prior?: DemandPrior): StockPolicy {
  const scenariosAfter = scenarioSource(problem.leadTime, prior);
  let levels: Levels | undefined;
  let sought = 0;
  return {
    name: "least cost",
    order({ past, onHand, due, position }) {
      if (past.length === 0) return 0;
      if (levels === undefined || past.at(-1)! > 0 || past.length - sought >= PATIENCE) {
        levels = settle(levels, leastCostLevels(scenariosAfter(past), problem));
        sought = past.length;
      }
      const { s, S, rate } = levels;
      if (position > s) return 0;
      const projected = position + projectedLost(onHand, due, problem.leadTime, rate);
      return projected > s ? 0 : Math.max(0, Math.round(S - projected));
    },
  };
}
