import { defineCell } from "../define/define.ts";
import { number, withDefault } from "../define/parameters.ts";
import { leftover, probabilityBelow } from "../inventory/demand/demand-distribution.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { demandMean, demandSd, distribution } from "./parameters/demand-rate.ts";

export const leftoverProbability = defineCell({
  name: "LEFTOVER_PROBABILITY",
  category: "Stock",
  summary: "Probability of stock left at the end of an item's life, with units and money.",
  returns: "One row: a probability, expected units left over, what they cost on average.",
  shows: ["percent", null, "money"],
  spills: true,
  details: [
    "For goods that go out of the range, out of season or out of date: whether what is on hand and on order will sell. The cost of a leftover is what it cost less what it brings.",
  ],
  formula: "P(D < x), E(x − D)⁺ and its cost; D demand over the periods left, x on hand.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equation 4.6 and appendix C.3",
  parameters: {
    on_hand: number({ doc: "Units on hand and still to come.", unit: "units", min: 0 }),
    demand_mean: demandMean,
    demand_sd: demandSd,
    periods_left: number({ doc: "Time until the item's end.", unit: "periods", min: 0 }),
    distribution,
    leftover_cost: withDefault(
      number({ doc: "What one leftover costs: its cost less what it brings.", unit: "money per unit", min: 0 }),
      0,
    ),
  },
  examples: [
    {
      says: "400 for four weeks of 100 give or take 30, a leftover loses 2",
      args: [400, 100, 30, 4, null, 2],
      answer: [[0.5, 60 / Math.sqrt(2 * Math.PI), 120 / Math.sqrt(2 * Math.PI)]],
      source: "by hand: z = 0, 60 × φ(0)",
    },
    {
      says: "two spare parts against a Poisson mean of 1: any demand below 2 leaves some",
      args: [2, 0.25, null, 4, "poisson"],
      answer: [[2 * Math.exp(-1), 3 * Math.exp(-1), 0]],
      source: "by hand: P(D ≤ 1) = 2 e⁻¹; 2 e⁻¹ + 1 e⁻¹",
    },
  ],
  compute({ on_hand, demand_mean, demand_sd, periods_left, distribution: family, leftover_cost }) {
    const demand = demandOver({ family, mean: demand_mean, sd: demand_sd }, periods_left);
    const left = leftover(demand, on_hand);
    return [[probabilityBelow(demand, on_hand), left, leftover_cost * left]];
  },
});
