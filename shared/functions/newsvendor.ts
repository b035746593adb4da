import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, number, withDefault } from "../define/parameters.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { poissonDistribution } from "../numeric/poisson.ts";

export const newsvendor = defineCell({
  name: "NEWSVENDOR",
  category: "Ordering",
  summary: "How much to buy once for a season, when too little and too much both cost.",
  returns: "Units to buy.",
  details: [
    "For goods with one chance to buy: fashion, Christmas goods, fresh food. Buy up to the point where the chance of selling one more unit no longer pays for the risk of being left with it.",
    'Where the sd is large against the mean and leftovers are dear, buying nothing (0) is best; use "poisson" for small counts.',
  ],
  formula:
    "Q* = F⁻¹(c_u / (c_u + c_o)); F distribution of demand, c_u underage cost, c_o overage cost. For counts the smallest whole Q with F(Q) at least that ratio.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 4.17 and 4.31",
  parameters: {
    mean: number({ doc: "Mean demand of the season.", unit: "units", min: 0 }),
    sd: number({
      doc: "Standard deviation of demand (its forecast error); ignored for Poisson.",
      unit: "units",
      min: 0,
    }),
    underage_cost: number({
      doc: "What one unit too few costs: usually its margin.",
      unit: "money per unit",
      above: 0,
    }),
    overage_cost: number({
      doc: "What one unit too many costs: its cost less what the leftover brings.",
      unit: "money per unit",
      above: 0,
    }),
    distribution: withDefault(choice(["normal", "poisson"], { doc: "Distribution of demand." }), "normal"),
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
  ],
  compute({ mean, sd, underage_cost, overage_cost, distribution }) {
    const ratio = underage_cost / (underage_cost + overage_cost);
    if (ratio <= 0 || ratio >= 1)
      throw new UserError("underage_cost: must be nearer to overage_cost: their ratio is too large to compute with");
    return distribution === "poisson"
      ? poissonDistribution(mean).quantile(ratio)
      : Math.max(0, mean + normalQuantile(ratio) * sd);
  },
});
