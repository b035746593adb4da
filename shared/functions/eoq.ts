import { defineCell } from "../define/define.ts";
import { economicOrderQuantity } from "../inventory/economic-order-quantity.ts";
import { lotCostParameters, lotCosts } from "./parameters/lot-costs.ts";

export const eoq = defineCell({
  name: "EOQ",
  category: "Ordering",
  summary: "Economic order quantity: the lot that makes ordering and holding cost least.",
  returns: "Units to order each time.",
  details: [
    "Use it where demand is fairly steady and every order costs about the same to place. The total cost is flat near its minimum: ordering 20% more or less costs under 2% more, so round to whole packs without worry.",
    "With backorder_cost, late deliveries are allowed at that cost per unit and time unit. With production_rate, the lot arrives gradually at that rate instead of all at once.",
  ],
  formula:
    "Q* = √(2 K λ / h), times √((h + p) / p) with backorders and √(1 / (1 − λ/μ)) with a production rate; K order cost, λ demand, h holding cost, p backorder cost, μ production rate.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 3.4, 3.27 and 3.31",
  parameters: lotCostParameters,
  examples: [
    {
      says: "10,000 units a year, 50 an order, 2 a unit and year to hold",
      args: [10000, 50, 2],
      answer: 707.1067811865476,
      source: "stockpyl 1.0.2, economic_order_quantity(50, 2, 10000)",
    },
    {
      says: "with backorders at 5 a unit and year",
      args: [1300, 8, 0.225, 5],
      answer: 310.81255515896464,
      source: "Snyder & Shen, example 3.8; stockpyl 1.0.2, economic_order_quantity_with_backorders",
    },
    {
      says: "made at 1,700 a year",
      args: [1300, 8, 0.225, null, 1700],
      answer: 626.8084945889684,
      source: "stockpyl 1.0.2, economic_production_quantity(8, 0.225, 1300, 1700)",
    },
  ],
  compute: (args) => economicOrderQuantity(lotCosts(args)),
});
