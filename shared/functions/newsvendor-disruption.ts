import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { disruptionBaseStock } from "../inventory/supply/disruption-base-stock.ts";
import { holdingPerPeriod, shortagePerPeriod } from "./parameters/money.ts";

const probability = (doc: string): ReturnType<typeof number> =>
  number({ doc, unit: "probability", above: 0, below: 1 });

export const newsvendorDisruption = defineCell({
  name: "NEWSVENDOR_DISRUPTION",
  category: "Stock",
  summary: "Stock for steady demand where the supplier fails now and then, with its cost.",
  returns: "One row: units to order up to each period, expected cost per period.",
  shows: [null, "money"],
  spills: true,
  details: [
    "Demand is known; the only risk is that the supplier can't deliver for a while. Each period a working supplier fails with probability disruption, and a failed one recovers with probability recovery. What is short is delivered later.",
  ],
  formula:
    "S = d (1 + n), n the smallest whole number with 1 − a/(a + b) (1 − b)ⁿ ≥ p / (p + h); d demand, a disruption, b recovery, p shortage cost, h holding cost.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 9.14 and 9.18, lemma 9.2",
  parameters: {
    demand: number({ doc: "Demand per period.", unit: "units per period", above: 0 }),
    holding_cost: holdingPerPeriod,
    shortage_cost: shortagePerPeriod,
    disruption: probability("Probability that a working supplier fails in the next period."),
    recovery: probability("Probability that a failed supplier works again in the next period."),
  },
  examples: [
    {
      says: "a failure in 4% of periods, of four periods on average: stock for four",
      args: [2000, 0.25, 3, 0.04, 0.25],
      answer: [[8000, 2737.0689302470355]],
      tolerance: 1e-7,
      source: "Snyder & Shen, example 9.3; stockpyl 1.0.2, newsvendor_with_disruptions(0.25, 3, 2000, 0.04, 0.25)",
    },
  ],
  compute({ demand, holding_cost, shortage_cost, disruption, recovery }) {
    const { level, cost } = disruptionBaseStock({
      demand,
      holdingCost: holding_cost,
      shortageCost: shortage_cost,
      disruption,
      recovery,
    });
    return [[level, cost]];
  },
});
