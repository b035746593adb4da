import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { bestStock, mismatchCost } from "../inventory/policies/newsvendor.ts";
import { demandMean, demandSd, distribution, leadTime, leadTimeSd, reviewEvery } from "./parameters/demand-rate.ts";
import { holdingPerPeriod, shortagePerPeriod } from "./parameters/money.ts";

export const baseStock = defineCell({
  name: "BASE_STOCK",
  category: "Stock",
  summary: "Order-up-to level that balances holding and shortage cost, with its cost per period.",
  returns: "One row: units to order up to at each review, expected holding and shortage cost per period.",
  shows: [null, "money"],
  spills: true,
  details: [
    "For items that are cheap to order, or ordered at every review anyway: bring the position (on hand plus on order less backorders) up to this level each time. What is short is delivered later. With a cost per order use SS_POLICY or RQ_POLICY.",
  ],
  formula:
    "S = F⁻¹(p / (p + h)), cost h E(S − D)⁺ + p E(D − S)⁺; F the distribution of D, demand over L + R periods; L lead time, R review period, p shortage cost, h holding cost.",
  source: "Snyder & Shen, Fundamentals of Supply Chain Theory, 2nd ed., equations 4.24, 4.30 and 4.37",
  parameters: {
    demand_mean: demandMean,
    demand_sd: demandSd,
    lead_time: leadTime,
    holding_cost: holdingPerPeriod,
    shortage_cost: shortagePerPeriod,
    review_period: reviewEvery,
    distribution,
    lead_time_sd: leadTimeSd,
  },
  examples: [
    {
      says: "50 a day give or take 8, four days' lead time, looked at every day",
      args: [50, 8, 4, 0.18, 0.7],
      answer: [[264.76689437415484, 4.466781004149577]],
      source: "Snyder & Shen, example 4.4; stockpyl 1.0.2, newsvendor_normal(0.18, 0.7, 50, 8, 4)",
    },
  ],
  compute({
    demand_mean,
    demand_sd,
    lead_time,
    holding_cost,
    shortage_cost,
    review_period,
    distribution: family,
    lead_time_sd,
  }) {
    const rate = { family, mean: demand_mean, sd: demand_sd, timeSd: lead_time_sd };
    if (family === "poisson" && lead_time_sd > 0)
      throw new UserError(
        'distribution: must be "negative-binomial" or another with an sd where lead_time_sd is given',
      );
    const demand = demandOver(rate, lead_time + review_period);
    const costs = { underage: shortage_cost, overage: holding_cost };
    const ratio = shortage_cost / (shortage_cost + holding_cost);
    if (!(ratio > 0 && ratio < 1))
      throw new UserError("shortage_cost: must be nearer to holding_cost: their ratio is too large to compute with");
    const level = Math.max(0, bestStock(demand, costs));
    return [[level, mismatchCost(level, demand, costs)]];
  },
});
