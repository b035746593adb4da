import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, series } from "../define/parameters.ts";
import { jointPlan } from "../inventory/lots/joint-replenishment.ts";

/** Items whose joint plan is found within a moment. */
const MOST_ITEMS = 2000;

export const jointReplenishment = defineServer({
  name: "JOINT_REPLENISHMENT",
  category: "Ordering",
  summary: "How to order several items from one supplier together, at least cost.",
  returns:
    "A row per item: order quantity, time between two joint orders, and in every how many of them it is ordered.",
  spills: true,
  details: [
    "An order costs major_cost once and minor_costs for each item in it. Every item is ordered in each joint order, each second one, each third one and so on; the plan of least cost of that kind is found by going through all cycle lengths at which it can change. It is never dearer than Silver's heuristic.",
    "The yearly cost is (K + Σ k / m) / T + T / 2 × Σ h d m.",
  ],
  formula:
    "Least (K + Σ k_i / m_i) / T + (T / 2) Σ h_i d_i m_i over T > 0 and whole m_i; Q_i = m_i T d_i. K major cost, k minor costs, h holding costs, d demands, T cycle length, m multiples.",
  source:
    "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.6; Silver, Pyke & Thomas, 4th ed., section 10.4; search after Goyal (1974) and Viswanathan (1996)",
  parameters: {
    major_cost: number({ doc: "Cost of a joint order, whatever is in it.", unit: "money per order", min: 0 }),
    minor_costs: series({ doc: "Cost of adding each item to an order.", unit: "money per order", above: 0 }),
    holding_costs: series({
      doc: "Cost of keeping one unit of each item for one time unit.",
      unit: "money per unit and time unit",
      above: 0,
    }),
    demands: series({ doc: "Demand of each item per time unit.", unit: "units per time unit", above: 0 }),
  },
  examples: [
    {
      says: "three items; the second joins each third order",
      args: [600, [[120], [840], [300]], [[160], [20], [50]], [[1], [1], [1]]],
      answer: [
        [3.103164454170876, 3.103164454170876, 1],
        [9.309493362512628, 3.103164454170876, 3],
        [3.103164454170876, 3.103164454170876, 1],
      ],
      source: "stockpyl 1.0.2, joint_replenishment_problem_silver_heuristic on its instance scmo_jrp_ex",
    },
  ],
  compute({ major_cost, minor_costs, holding_costs, demands }) {
    for (const [name, values] of Object.entries({ holding_costs, demands }))
      if (values.length !== minor_costs.length)
        throw new UserError(
          `${name}: must hold as many items as minor_costs (${minor_costs.length}); got ${values.length}`,
        );
    if (minor_costs.length > MOST_ITEMS)
      throw new UserError(`minor_costs: must hold at most ${MOST_ITEMS} items; got ${minor_costs.length}`);
    const items = minor_costs.map((minorCost, i) => ({
      minorCost,
      holdingCost: holding_costs[i]!,
      demand: demands[i]!,
    }));
    const { cycle, multiples } = jointPlan(major_cost, items);
    return items.map(({ demand }, i) => [multiples[i]! * cycle * demand, cycle, multiples[i]!]);
  },
});
