import { holdingRate, planOf, type JointItem, type JointPlan } from "./joint-plan.ts";

/**
 * Silver's heuristic: the item with the least k / (h d) goes into every order, the others every so many.
 *
 * Silver, Pyke & Thomas (4th ed.), section 10.4.1; Snyder & Shen (2nd ed.), section 3.6.
 */
export function silverJointPlan(majorCost: number, items: readonly JointItem[]): JointPlan {
  const ratios = items.map((item) => item.minorCost / holdingRate(item));
  const least = ratios.indexOf(Math.min(...ratios));
  const scale = holdingRate(items[least]!) / (majorCost + items[least]!.minorCost);
  const multiples = ratios.map((ratio, i) => (i === least ? 1 : Math.max(1, Math.round(Math.sqrt(ratio * scale)))));
  return planOf(multiples, majorCost, items);
}
