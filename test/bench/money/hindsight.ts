import { minMaxPolicy } from "../../../shared/inventory/simulation/policies.ts";
import { simulateStock } from "../../../shared/inventory/simulation/simulate.ts";
import type { StockPolicy } from "../../../shared/inventory/simulation/stock-policy.ts";
import type { MoneyCase } from "./data.ts";

/** Reorder points tried, from those that some lead time would have needed; lots tried, in periods of mean demand. */
const POINTS = 24;
const LOTS = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 90];

/** The (s, S) that turned out cheapest for one item, never ordering among them: what no policy can know. */
export function hindsightPolicy(item: MoneyCase): StockPolicy {
  const { demand, leadTime } = item;
  const needed = demand.map((_, t) => demand.slice(t, t + leadTime + 1).reduce((a, b) => a + b, 0));
  const rising = [...new Set([0, ...needed])].sort((a, b) => a - b);
  const every = Math.max(1, (rising.length - 1) / (POINTS - 1));
  const points = Array.from({ length: Math.min(POINTS, rising.length) }, (_, i) => rising[Math.round(i * every)]!);
  const mean = demand.reduce((a, b) => a + b, 0) / demand.length;
  let best = minMaxPolicy(-1, 0);
  let least = costOf(item, best);
  for (const s of points)
    for (const periods of LOTS) {
      const policy = minMaxPolicy(s, s + Math.max(1, Math.round(periods * mean)));
      const cost = costOf(item, policy);
      if (cost < least) [best, least] = [policy, cost];
    }
  return best;
}

function costOf(item: MoneyCase, policy: StockPolicy): number {
  const { ordering, holding, shortage } = simulateStock(item, policy);
  return ordering + holding + shortage;
}
