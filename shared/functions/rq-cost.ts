import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { rqCost as rqCostOf } from "../inventory/policies/rq.ts";
import { backorderPerTime, rqParameters } from "./parameters/rq.ts";

export const rqCost = defineCell({
  name: "RQ_COST",
  category: "Ordering",
  summary: "Yearly cost of a given reorder point and order quantity: ordering, holding, backorders.",
  returns: "Money per time unit.",
  shows: "money",
  details: [
    "What today's parameters cost, to compare with RQ_POLICY. Exact for normal lead-time demand; the other arguments are RQ_POLICY's.",
  ],
  formula:
    "(K λ + ∫ g(y) dy from r to r + Q) / Q, g(y) = h E(y − D)⁺ + p E(D − y)⁺; K order cost, λ demand, h holding cost, p backorder cost, D lead-time demand.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equation 5.7",
  parameters: {
    reorder_point: number({ doc: "Position at which to order.", unit: "units" }),
    order_quantity: number({ doc: "Units ordered each time.", unit: "units", above: 0 }),
    ...rqParameters,
    backorder_cost_per_unit_time: backorderPerTime,
  },
  examples: [
    {
      says: "r = 126.8 and Q = 328.5",
      args: [126.8, 328.5, 1300, 150, 1 / 12, 8, 0.225, 7.5],
      answer: 78.07116250928294,
      source: "stockpyl 1.0.2, r_q_cost(126.8, 328.5, 0.225, 7.5, 8, 1300, 150, 1/12)",
    },
  ],
  compute: (args) =>
    rqCostOf(args.reorder_point, args.order_quantity, {
      demandMean: args.demand_mean,
      demandSd: args.demand_sd,
      leadTime: args.lead_time,
      orderCost: args.order_cost,
      holdingCost: args.holding_cost,
      backorderCost: args.backorder_cost_per_unit_time,
    }),
});
