import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { optional, series } from "../define/parameters.ts";
import { discreteDemand } from "../inventory/demand/empirical.ts";
import { bestStock, mismatchCost } from "../inventory/policies/newsvendor.ts";
import { checkRatio, overageCost, underageCost } from "./parameters/newsvendor.ts";

export const newsvendorDiscrete = defineCell({
  name: "NEWSVENDOR_DISCRETE",
  category: "Ordering",
  summary: "How much to buy once when demand takes one of a few values, with the expected cost.",
  returns: "One row: units to buy, expected cost of too much and too little.",
  shows: [null, "money"],
  spills: true,
  details: [
    "Give the possible demands and how likely each is; the weights need not add up to 1. Without weights all are as likely: past seasons' sales, or the sample paths of a forecast.",
  ],
  formula: "The smallest value x with P(D ≤ x) ≥ c_u / (c_u + c_o); c_u underage cost, c_o overage cost.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3",
  parameters: {
    values: series({ doc: "Demands that can occur.", unit: "units", min: 0 }),
    underage_cost: underageCost,
    overage_cost: overageCost,
    probabilities: optional(
      series({ doc: "How likely each is, in the order of values; equally if left out.", min: 0 }),
    ),
  },
  examples: [
    {
      says: "one to eight machines; a machine short costs 1,000,000, one too many 500,000",
      args: [
        [[1], [2], [3], [4], [5], [6], [7], [8]],
        1e6,
        5e5,
        [[0.25], [0.05], [0.1], [0.2], [0.15], [0.1], [0.1], [0.05]],
      ],
      answer: [[5, 1225000]],
      source: "Snyder & Shen, problem 4.7b; stockpyl 1.0.2, newsvendor_discrete",
    },
  ],
  compute({ values, underage_cost, overage_cost, probabilities }) {
    const weights = probabilities ?? values.map(() => 1);
    if (weights.length !== values.length)
      throw new UserError(
        `probabilities: must hold as many numbers as values (${values.length}); got ${weights.length}`,
      );
    if (weights.every((w) => w === 0)) throw new UserError("probabilities: must not all be 0");
    const costs = { underage: underage_cost, overage: overage_cost };
    checkRatio(costs);
    const demand = discreteDemand(values, weights);
    const quantity = bestStock(demand, costs);
    return [[quantity, mismatchCost(quantity, demand, costs)]];
  },
});
