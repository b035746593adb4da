import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, optional, withDefault } from "../define/parameters.ts";
import { economicOrderQuantity } from "../inventory/economic-order-quantity.ts";
import { policyFor } from "../purchasing/decide/policy.ts";
import type { NetworkSource } from "../demand/forecast/networks.ts";
import { demandHistory, forecastItem, leadTime, reviewPeriod, season } from "./parameters/demand-history.ts";
import { serviceLevel } from "./parameters/lead-time-risk.ts";

const steady = [[20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20]];

export const minMax = defineServer({
  name: "MIN_MAX",
  category: "Ordering",
  summary: "Minimum and maximum stock of an item: order up to the maximum once the minimum is reached.",
  returns: "One row: minimum (reorder point s) and maximum (order-up-to level S), in units.",
  spills: true,
  details: [
    "The two numbers most purchasing systems ask for. They are those REORDER works with: s is the service level's quantile of total demand over lead time and review period; S is s plus the demand of one review period.",
    "With order_cost and holding_cost, S is s plus what the economic order quantity exceeds the demand of a review period by, so dear orders become fewer and larger. Compare the minimum with the stock position (NET_POSITION), not with the stock on hand. Round what you order with PACK_ROUND.",
  ],
  formula: "s = α-quantile of D(L + R); S = s + d R, or with costs S = s + max(0, EOQ − d R)",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., chapter 6",
  parameters: {
    history: demandHistory,
    lead_time: leadTime,
    service_level: serviceLevel,
    review_period: withDefault(reviewPeriod, 1),
    season,
    order_cost: optional(
      number({
        doc: "Cost of placing one order; needs holding_cost. Left out, no cost counts.",
        unit: "money per order",
        min: 0,
      }),
    ),
    holding_cost: optional(
      number({
        doc: "Cost of keeping a unit in stock for one period; needs order_cost. Left out, no cost counts.",
        unit: "money per unit and period",
        above: 0,
      }),
    ),
  },
  examples: [
    {
      says: "a steady 20 a week, three weeks' lead time, looked at every week",
      args: [steady, 3],
      answer: [[80, 100]],
      source: "by definition: constant demand has no uncertainty, s = 20 × 4, S = s + 20",
    },
    {
      says: "with 25 an order and 0.10 a unit and week to hold: lots of 100",
      args: [steady, 3, null, null, null, 25, 0.1],
      answer: [[80, 160]],
      source: "by hand: EOQ = √(2 × 25 × 20 / 0.1) = 100, S = 80 + 100 − 20",
    },
  ],
  async compute(
    { history, lead_time, service_level, review_period, season: periods, order_cost, holding_cost },
    engines: NetworkSource,
  ) {
    // An order_cost of 0 may be a blank cell.
    if (holding_cost === undefined ? (order_cost ?? 0) > 0 : order_cost === undefined)
      throw new UserError("order_cost: must be given together with holding_cost, or neither");
    const inputs = {
      forecast: await forecastItem(history, periods, engines),
      leadTime: lead_time,
      reviewPeriod: review_period,
      target: { measure: "service_level", share: service_level } as const,
    };
    const protection = lead_time + review_period;
    const demand = protection > 0 ? inputs.forecast.total(protection).mean / protection : inputs.forecast.mean(1)[0]!;
    const economicLot =
      order_cost === undefined || holding_cost === undefined
        ? undefined
        : economicOrderQuantity({ demand, orderCost: order_cost, holdingCost: holding_cost });
    const { reorderPoint, orderUpTo } = policyFor({ ...inputs, economicLot });
    return [[reorderPoint, orderUpTo]];
  },
});
