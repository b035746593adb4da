import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { demandMean, demandSd, distribution, leadTime, leadTimeSd, reviewPeriod } from "./parameters/demand-rate.ts";

export const serviceLevel = defineCell({
  name: "SERVICE_LEVEL",
  category: "Stock",
  summary: "Probability of no stock-out in a replenishment cycle, for a given reorder point.",
  returns: "A probability.",
  shows: "percent",
  details: [
    "ROP the other way round: the same arguments, with the reorder point (or the level ordered up to) in front and the probability as the answer. For the share of demand met use FILL_RATE; to choose the distribution by an item's history use SERVICE_LEVEL_HISTORY.",
  ],
  formula: "α = P(D ≤ s), D demand over L + R periods; s reorder point, L lead time, R review period.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.7.2",
  parameters: {
    reorder_point: number({ doc: "Position at which to order, or the level ordered up to.", unit: "units", min: 0 }),
    demand_mean: demandMean,
    demand_sd: demandSd,
    lead_time: leadTime,
    lead_time_sd: leadTimeSd,
    review_period: reviewPeriod,
    distribution,
  },
  examples: [
    {
      says: "the reorder point of 498.7 that ROP gives for 95%",
      args: [498.69121761708834, 100, 30, 4],
      answer: 0.95,
      source: "scipy 1.17.1, norm.cdf(498.69121761708834, 400, 60)",
    },
    {
      says: "3 spare parts against a Poisson mean of 1 over the lead time",
      args: [3, 0.25, null, 4, null, null, "poisson"],
      answer: 0.9810118431238462,
      source: "scipy 1.17.1, poisson.cdf(3, 1)",
    },
  ],
  compute({ reorder_point, demand_mean, demand_sd, lead_time, lead_time_sd, review_period, distribution: family }) {
    const rate = { family, mean: demand_mean, sd: demand_sd, timeSd: lead_time_sd };
    return demandOver(rate, lead_time + review_period).cdf(reorder_point);
  },
});
