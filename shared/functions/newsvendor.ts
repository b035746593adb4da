import { defineCell } from "../define/define.ts";
import { number, withDefault } from "../define/parameters.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { bestStock } from "../inventory/policies/newsvendor.ts";
import { checkRatio, distribution, overageCost, seasonMean, seasonSd, underageCost } from "./parameters/newsvendor.ts";

export const newsvendor = defineCell({
  name: "NEWSVENDOR",
  category: "Ordering",
  summary: "How much to buy once for a season, when too little and too much both cost.",
  returns: "Units to buy.",
  details: [
    "For goods with one chance to buy: fashion, Christmas goods, fresh food. Buy up to the point where the chance of selling one more unit no longer pays for the risk of being left with it.",
    'Where the sd is large against the mean and leftovers are dear, buying nothing (0) is best; use "poisson" or "negative-binomial" for small counts.',
    "For demand that takes a few known values there is NEWSVENDOR_DISCRETE, for a forecast's quantiles NEWSVENDOR_QUANTILES, for the expected cost NEWSVENDOR_COST and for the profit NEWSVENDOR_PROFIT.",
  ],
  formula:
    "Q* = F⁻¹(c_u / (c_u + c_o)); F distribution of demand, c_u underage cost, c_o overage cost. For counts the smallest whole Q with F(Q) at least that ratio.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3, equations 4.24, 4.30 and 4.37",
  parameters: {
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
      says: "50 give or take 8; 0.70 lost on a missed sale, 0.18 on a leftover",
      args: [50, 8, 0.7, 0.18],
      answer: 56.60395592743389,
      source: "Snyder & Shen, example 4.3; stockpyl 1.0.2, newsvendor_normal(0.18, 0.7, 50, 8)",
    },
    {
      says: "the same costs with Poisson demand of mean 50",
      args: [50, null, 0.7, 0.18, "poisson"],
      answer: 56,
      source: "stockpyl 1.0.2, newsvendor_poisson(0.18, 0.7, 50)",
    },
    {
      says: "four periods' lead time: the stock for five periods",
      args: [50, 8, 0.7, 0.18, "normal", 4],
      answer: 264.76689437415484,
      source: "Snyder & Shen, example 4.4; stockpyl 1.0.2, newsvendor_normal(0.18, 0.7, 50, 8, 4)",
    },
  ],
  compute({ mean, sd, underage_cost, overage_cost, distribution: family, lead_time }) {
    const costs = { underage: underage_cost, overage: overage_cost };
    checkRatio(costs);
    return Math.max(0, bestStock(demandOver({ family, mean, sd }, lead_time + 1), costs));
  },
});
