import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, number, withDefault } from "../define/parameters.ts";
import { additiveYieldLot, multiplicativeYieldLot } from "../inventory/supply/yield-lot.ts";
import { demandRate, holdingCost, orderCost } from "./parameters/money.ts";

const KINDS = { multiplicative: multiplicativeYieldLot, additive: additiveYieldLot } as const;

export const eoqYield = defineCell({
  name: "EOQ_YIELD",
  category: "Ordering",
  summary: "Order quantity where a random part of each order is short or spoilt, with its cost.",
  returns: "One row: units to order each time, cost per time unit.",
  shows: [null, "money"],
  spills: true,
  details: [
    '"multiplicative": a share of the order is usable, 0.9 give or take 0.05. "additive": a number of units is lost (yield_mean below 0) or added, whatever the order\'s size. What arrives is paid for and kept; demand is never short.',
  ],
  formula:
    "Multiplicative: Q* = √(2 K λ / (h (s² + m²))). Additive: Q* = √(2 K λ / h + s²) − m. K order cost, λ demand, h holding cost, m mean and s standard deviation of the yield.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 9.22 to 9.25",
  parameters: {
    demand: demandRate,
    order_cost: orderCost,
    holding_cost: holdingCost,
    yield_mean: number({ doc: "Mean usable share of an order, or mean units added to it (below 0 for losses)." }),
    yield_sd: withDefault(number({ doc: "Standard deviation of that share or number.", min: 0 }), 0),
    kind: withDefault(
      choice(["multiplicative", "additive"], { doc: "Whether the yield is a share or a number of units." }),
      "multiplicative",
    ),
  },
  examples: [
    {
      says: "five sixths of each order are usable, give or take 14 points",
      args: [75000, 18500, 0.06, 0.8333, 0.1407124727947029],
      answer: [[254477.46130342316, 13086.16169098594]],
      source: "Snyder & Shen, example 9.5; stockpyl 1.0.2, eoq_with_multiplicative_yield_uncertainty",
    },
    {
      says: "15,000 units of each order are lost, give or take 9,000",
      args: [75000, 18500, 0.06, -15000, 9000, "additive"],
      answer: [[230246.37046881882, 12914.78222812913]],
      source: "Snyder & Shen, example 9.4; stockpyl 1.0.2, eoq_with_additive_yield_uncertainty",
    },
  ],
  compute({ demand, order_cost, holding_cost, yield_mean, yield_sd, kind }) {
    if (kind === "multiplicative" && yield_mean <= 0)
      throw new UserError(`yield_mean: must be greater than 0 where it is a share of the order; got ${yield_mean}`);
    const { quantity, cost } = KINDS[kind]({
      demand,
      orderCost: order_cost,
      holdingCost: holding_cost,
      yieldMean: yield_mean,
      yieldSd: yield_sd,
    });
    return [[quantity, cost]];
  },
});
