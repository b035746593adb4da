import { defineCell } from "../define/define.ts";
import { notAvailable } from "../define/errors.ts";
import { number, withDefault } from "../define/parameters.ts";
import { myopicStock } from "../inventory/policies/myopic.ts";
import { demandMean, demandSd } from "./parameters/demand-rate.ts";
import { holdingPerPeriod, shortagePerPeriod } from "./parameters/money.ts";

export const newsvendorMyopic = defineCell({
  name: "NEWSVENDOR_MYOPIC",
  category: "Ordering",
  summary: "How far to order up where the price changes next period and leftovers can be kept.",
  returns: "One row: units to order up to, expected cost of the period.",
  shows: [null, "money"],
  spills: true,
  details: [
    "A price that rises makes it pay to buy ahead; what is left is worth next period's price. Looking one period ahead is exact where the price rises or stays, and a good rule elsewhere.",
    "Where the price moves by more than a unit's holding or shortage cost there is no best level: buy nothing, or all you can keep. The answer is then #N/A.",
  ],
  formula:
    "S = F⁻¹((p − c + γ c′) / (p + h)); p shortage cost, h holding cost, c and c′ unit cost now and next, γ discount.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3 and example 4.1 (myopic policy)",
  parameters: {
    demand_mean: demandMean,
    demand_sd: demandSd,
    holding_cost: holdingPerPeriod,
    shortage_cost: shortagePerPeriod,
    unit_cost: number({ doc: "Price of a unit now.", unit: "money per unit", min: 0 }),
    next_unit_cost: number({ doc: "Price of a unit in the next period.", unit: "money per unit", min: 0 }),
    discount: withDefault(
      number({ doc: "What one unit of money in the next period is worth now.", above: 0, max: 1 }),
      1,
    ),
  },
  examples: [
    {
      says: "the price rises from 0.30 to 0.35",
      args: [50, 8, 0.18, 0.7, 0.3, 0.35, 0.98],
      answer: [[58.09891883213067, 16.682411764618777]],
      source: "Snyder & Shen, example 4.1; stockpyl 1.0.2, myopic(0.18, 0.7, 0.3, 0.35, 50, 8, 0.98)",
    },
  ],
  compute(args) {
    const best = myopicStock({
      demandMean: args.demand_mean,
      demandSd: args.demand_sd,
      holdingCost: args.holding_cost,
      shortageCost: args.shortage_cost,
      unitCost: args.unit_cost,
      nextUnitCost: args.next_unit_cost,
      discount: args.discount,
    });
    if (!best)
      throw notAvailable(
        "next_unit_cost: is so far from unit_cost that buying nothing, or all you can keep, is best; no level balances it",
      );
    return [[best.level, best.cost]];
  },
});
