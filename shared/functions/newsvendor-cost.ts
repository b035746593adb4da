import { defineCell } from "../define/define.ts";
import { number, withDefault } from "../define/parameters.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { mismatchCost } from "../inventory/policies/newsvendor.ts";
import { distribution, overageCost, seasonMean, seasonSd, underageCost } from "./parameters/newsvendor.ts";

export const newsvendorCost = defineCell({
  name: "NEWSVENDOR_COST",
  category: "Ordering",
  summary: "Expected cost of having too much or too little when a given quantity is bought.",
  returns: "Money, on average.",
  shows: "money",
  details: [
    "The other arguments are NEWSVENDOR's. At NEWSVENDOR's own answer this is as low as it can be; compare it with what packs or a round number cost.",
  ],
  formula: "c_o E(Q − D)⁺ + c_u E(D − Q)⁺; Q quantity, D demand, c_o overage cost, c_u underage cost.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 4.6 and 4.24",
  parameters: {
    quantity: number({ doc: "Units bought.", unit: "units", min: 0 }),
    mean: seasonMean,
    sd: seasonSd,
    underage_cost: underageCost,
    overage_cost: overageCost,
    distribution,
    lead_time: withDefault(
      number({
        doc: "Periods before the goods arrive, where mean and sd are one period's: demand over lead_time + 1 counts.",
        unit: "periods",
        min: 0,
      }),
      0,
    ),
  },
  examples: [
    {
      says: "the best quantity of 56.6 costs 2.00 on average",
      args: [56.60395592743389, 50, 8, 0.7, 0.18],
      answer: 1.9976051931766445,
      source: "Snyder & Shen, example 4.3; stockpyl 1.0.2, newsvendor_normal(0.18, 0.7, 50, 8)",
    },
    {
      says: "56 units against Poisson demand of mean 50",
      args: [56, 50, null, 0.7, 0.18, "poisson"],
      answer: 1.7972352118091772,
      source: "stockpyl 1.0.2, newsvendor_poisson(0.18, 0.7, 50)",
    },
  ],
  compute({ quantity, mean, sd, underage_cost, overage_cost, distribution: family, lead_time }) {
    const demand = demandOver({ family, mean, sd }, lead_time + 1);
    return mismatchCost(quantity, demand, { underage: underage_cost, overage: overage_cost });
  },
});
