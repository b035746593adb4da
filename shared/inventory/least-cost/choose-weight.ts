import { randomFrom } from "../../numeric/random.ts";
import { simulateStock, type StockCase } from "../simulation/simulate.ts";
import { leastCostPolicy } from "./least-cost-policy.ts";

/** One item of the pool: its demand so far and what it costs to stock. */
export interface PastItem extends Pick<StockCase, "leadTime" | "costs" | "rules"> {
  readonly past: readonly number[];
}

/** What a missed unit may be weighed by beside its cost: below 1 where pasts promise more than comes. */
const WEIGHTS = [0.7, 0.5];
const SAMPLES = 400;
/** Share of the samples in which another weight must be cheaper than 1 to be taken. */
const SURE = 0.95;
const LEAST_DEMANDS = 2;
const LEAST_COUNTED = 6;

/** The second half of an item's past as a case of its own, known up to the middle; undefined where it tells nothing. */
function secondHalf({ past, leadTime, costs, rules }: PastItem): (StockCase & { readonly warmUp: number }) | undefined {
  const known = Math.floor(past.length / 2);
  const warmUp = Math.min(leadTime + 1, past.length - known - LEAST_COUNTED);
  const before = past.slice(0, known);
  if (warmUp < 1 || before.filter((x) => x > 0).length < LEAST_DEMANDS) return undefined;
  const mean = before.reduce((a, b) => a + b, 0) / known;
  return {
    past: before,
    demand: past.slice(known),
    leadTime,
    costs,
    rules,
    warmUp,
    opening: Math.ceil(mean * (leadTime + 1)),
  };
}

/** Items' costs over the second halves of their pasts, with missed units weighed so. */
function replayed(cases: readonly StockCase[], weight: number): number[] {
  return cases.map((item) => {
    const { ordering, holding, shortage } = item.costs;
    const problem = { leadTime: item.leadTime, ordering, holding, least: item.rules?.moq ?? 1 };
    const run = simulateStock(item, leastCostPolicy({ ...problem, shortage: weight * shortage }));
    return run.ordering + run.holding + run.shortage;
  });
}

/** Share of bootstrap samples of the items in which `a` costs less than `b` in all. */
function cheaperShare(a: readonly number[], b: readonly number[]): number {
  const random = randomFrom(1);
  let cheaper = 0;
  for (let k = 0; k < SAMPLES; k += 1) {
    let difference = 0;
    for (let i = 0; i < a.length; i += 1) {
      const j = random.integer(0, a.length - 1);
      difference += a[j]! - b[j]!;
    }
    if (difference < 0) cheaper += 1;
  }
  return cheaper / SAMPLES;
}

/**
 * How to weigh missed units in `leastCostPolicy`, learned from all items together: each weight is replayed on the second
 * halves of their pasts. It is 1, the costs as they are, unless another was cheaper there beyond chance.
 */
export function chooseWeight(items: readonly PastItem[]): number {
  const cases = items.flatMap((item) => secondHalf(item) ?? []);
  if (cases.length === 0) return 1;
  const asIs = replayed(cases, 1);
  let best = { weight: 1, cost: asIs.reduce((a, b) => a + b, 0) };
  for (const weight of WEIGHTS) {
    const costs = replayed(cases, weight);
    const cost = costs.reduce((a, b) => a + b, 0);
    if (cost < best.cost && cheaperShare(costs, asIs) >= SURE) best = { weight, cost };
  }
  return best.weight;
}
