import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { lotCost } from "../inventory/lots/lot-cost.ts";
import { lotCostParameters, lotCosts } from "./parameters/lot-costs.ts";

export const eoqCost = defineCell({
  name: "EOQ_COST",
  category: "Ordering",
  summary: "What ordering a given quantity each time costs: ordering, holding and backorders.",
  returns: "Money per time unit, without the purchase itself.",
  shows: "money",
  details: [
    "Compare the quantity you order today with EOQ, or see what a pack size or a minimum order costs you. The arguments are EOQ's, after the quantity.",
    "With backorder_cost the share of the lot that is owed before it arrives is the best one, h / (h + p).",
  ],
  formula:
    "K λ / Q + h Q / 2, the holding part times p / (h + p) with backorders and times (1 − λ/μ) with a production rate; K order cost, λ demand, h holding cost, Q quantity, p backorder cost, μ production rate.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 3.5, 3.29 and 3.32",
  parameters: {
    quantity: number({ doc: "Units ordered each time.", unit: "units", above: 0 }),
    ...lotCostParameters,
  },
  examples: [
    {
      says: "lots of 500 where 10,000 a year are used, 50 an order, 2 a unit and year to hold",
      args: [500, 10000, 50, 2],
      answer: 1500,
      source: "by hand: 50 × 10,000 / 500 + 2 × 500 / 2",
    },
    {
      says: "the best lot of 304 costs 68.41",
      args: [304.0467800264368, 1300, 8, 0.225],
      answer: 68.41052550594829,
      source: "Snyder & Shen, example 3.1; stockpyl 1.0.2, economic_order_quantity(8, 0.225, 1300)",
    },
  ],
  compute: ({ quantity, ...args }) => lotCost(quantity, lotCosts(args)),
});
