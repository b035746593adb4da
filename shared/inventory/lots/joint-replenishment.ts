import { holdingRate, planOf, type JointItem, type JointPlan } from "./joint-plan.ts";
import { silverJointPlan } from "./silver-joint-plan.ts";

/** Beyond so many candidate cycles the shortest are left out; it takes a major cost next to nothing to get there. */
const MOST_CYCLES = 20_000;

/** Cycles below which an item's best multiple rises from m to m + 1: m (m + 1) = 2 k / (h d T²). */
function changes(items: readonly JointItem[], shortest: number): { cycle: number; item: number }[] {
  const found: { cycle: number; item: number }[] = [];
  const limit = MOST_CYCLES / items.length;
  items.forEach(({ minorCost, ...item }, i) => {
    const square = (2 * minorCost) / holdingRate({ minorCost, ...item });
    for (let m = 1; m <= limit; m += 1) {
      const cycle = Math.sqrt(square / (m * (m + 1)));
      if (!(cycle > shortest)) break;
      found.push({ cycle, item: i });
    }
  });
  return found.sort((a, b) => b.cycle - a.cycle || a.item - b.item);
}

/**
 * The best strictly cyclic plan: every multiple is best for some cycle length, and these change at known lengths, so
 * going through the lengths from the longest to the shortest meets the best plan. The shortest that can pay follows from
 * cost >= K / T + sum sqrt(2 k h d) and from the cost of the best plan so far. Never dearer than Silver's heuristic.
 *
 * Costs and demands > 0, the major cost >= 0. After Goyal, Operational Research Quarterly 25 (1974), and Viswanathan,
 * Journal of the Operational Research Society 47 (1996).
 */
export function jointPlan(majorCost: number, items: readonly JointItem[]): JointPlan {
  const multiples = items.map(() => 1);
  let best = [silverJointPlan(majorCost, items), planOf([...multiples], majorCost, items)].reduce((a, b) =>
    b.cost < a.cost ? b : a,
  );
  const alone = items.reduce((sum, item) => sum + Math.sqrt(2 * item.minorCost * holdingRate(item)), 0);
  let ordering = items.reduce((sum, { minorCost }) => sum + minorCost, majorCost);
  let holding = items.reduce((sum, item) => sum + holdingRate(item), 0);
  for (const { item } of changes(items, majorCost / (best.cost - alone))) {
    const m = (multiples[item]! += 1);
    ordering -= items[item]!.minorCost / (m * (m - 1));
    holding += holdingRate(items[item]!);
    if (2 * ordering * holding < best.cost ** 2 * (1 - 1e-12)) best = planOf([...multiples], majorCost, items);
  }
  return best;
}
