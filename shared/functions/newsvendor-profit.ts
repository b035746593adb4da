import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, withDefault } from "../define/parameters.ts";
import { leftover } from "../inventory/demand/demand-distribution.ts";
import { demandOf } from "../inventory/demand/families.ts";
import { bestStock } from "../inventory/policies/newsvendor.ts";
import { distribution, seasonMean, seasonSd } from "./parameters/newsvendor.ts";

export const newsvendorProfit = defineCell({
  name: "NEWSVENDOR_PROFIT",
  category: "Ordering",
  summary: "Best quantity for a season from its prices, with profit, leftovers and lost sales.",
  returns: "One row: units to buy, expected profit, expected units left over, expected units short.",
  shows: [null, "money"],
  spills: true,
  details: [
    "NEWSVENDOR from prices instead of underage and overage cost: a unit short loses price less unit cost, a unit left loses unit cost less salvage value.",
    "Where the profit is below 0 the season doesn't pay.",
  ],
  formula:
    "Q* = F⁻¹((r − c) / (r − v)); profit (r − c) Q − (r − v) E(Q − D)⁺; r price, c unit cost, v salvage value, F distribution of demand D.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3 and example 4.2",
  parameters: {
    mean: seasonMean,
    sd: seasonSd,
    price: number({ doc: "What a customer pays.", unit: "money per unit", above: 0 }),
    unit_cost: number({ doc: "What a unit costs to buy.", unit: "money per unit", above: 0 }),
    salvage_value: withDefault(
      number({ doc: "What a leftover brings; below 0 if it costs to be rid of.", unit: "money per unit" }),
      0,
    ),
    distribution,
  },
  examples: [
    {
      says: "bought at 0.30, sold at 1.00, leftovers bring 0.12",
      args: [50, 8, 1, 0.3, 0.12],
      answer: (row) => {
        const [quantity, profit] = (row as number[][])[0]!;
        return Math.abs(quantity! - 56.60395592743389) < 1e-8 && Math.abs(profit! - 33.002394806823354) < 1e-8;
      },
      source: "Snyder & Shen, example 4.2; stockpyl 1.0.2, newsvendor_normal_explicit(1, 0.3, 0.12, 50, 8)",
    },
    {
      says: "demand of 50 for certain",
      args: [50, 0, 1, 0.3, 0.12],
      answer: [[50, 35, 0, 0]],
      source: "by hand: 50 × (1 − 0.3)",
    },
  ],
  compute({ mean, sd, price, unit_cost, salvage_value, distribution: family }) {
    if (price <= unit_cost) throw new UserError(`price: must be greater than unit_cost (${unit_cost}); got ${price}`);
    if (salvage_value >= unit_cost)
      throw new UserError(
        `salvage_value: must be less than unit_cost (${unit_cost}), or every leftover is a gain; got ${salvage_value}`,
      );
    const demand = demandOf(family, mean, sd);
    const quantity = Math.max(
      0,
      bestStock(demand, { underage: price - unit_cost, overage: unit_cost - salvage_value }),
    );
    const left = leftover(demand, quantity);
    return [[quantity, (price - unit_cost) * quantity - (price - salvage_value) * left, left, demand.loss(quantity)]];
  },
});
