import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { disruptionLot } from "../inventory/supply/disruption-lot.ts";
import { demandRate, holdingCost, orderCost } from "./parameters/money.ts";

export const eoqDisruption = defineCell({
  name: "EOQ_DISRUPTION",
  category: "Ordering",
  summary: "Order quantity for a supplier that fails now and then, with its cost.",
  returns: "One row: units to order each time, cost per time unit.",
  shows: [null, "money"],
  spills: true,
  details: [
    "While the supplier is down nothing can be ordered, and what customers ask for once stock is gone is lost. Larger, rarer orders meet fewer failures and outlast them.",
    "Failures begin at random, disruption_rate times per time unit while the supplier works, and last 1 / recovery_rate on average.",
  ],
  formula:
    "The Q of least (K + h Q²/2λ + p λ ψ/μ) / (Q/λ + ψ/μ), ψ = f/(f + μ) (1 − e^(−(f + μ) Q/λ)); K order cost, λ demand, h holding cost, p shortage cost, f disruption rate, μ recovery rate.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equation 9.5 (Parlar and Berkin, 1991)",
  parameters: {
    demand: demandRate,
    order_cost: orderCost,
    holding_cost: holdingCost,
    shortage_cost: number({ doc: "Cost of one unit not sold.", unit: "money per unit", above: 0 }),
    disruption_rate: number({
      doc: "How often the supplier fails.",
      unit: "times per time unit",
      above: 0,
    }),
    recovery_rate: number({
      doc: "1 / mean length of a failure: 12 where it lasts a month of a year.",
      unit: "times per time unit",
      above: 0,
    }),
  },
  examples: [
    {
      says: "one and a half failures a year of 26 days each more than double the lot",
      args: [1300, 8, 0.225, 5, 1.5, 14],
      answer: [[772.8110739983106, 173.95000257319708]],
      tolerance: 1e-7,
      source: "Snyder & Shen, example 9.1; stockpyl 1.0.2, eoq_with_disruptions(8, 0.225, 5, 1300, 1.5, 14)",
    },
  ],
  compute({ demand, order_cost, holding_cost, shortage_cost, disruption_rate, recovery_rate }) {
    const { quantity, cost } = disruptionLot({
      demand,
      orderCost: order_cost,
      holdingCost: holding_cost,
      shortageCost: shortage_cost,
      disruptionRate: disruption_rate,
      recoveryRate: recovery_rate,
    });
    return [[quantity, cost]];
  },
});
