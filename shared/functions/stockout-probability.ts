import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { demandMean, demandSd, distribution, leadTimeSd } from "./parameters/demand-rate.ts";

export const stockoutProbability = defineCell({
  name: "STOCKOUT_PROBABILITY",
  category: "Stock",
  summary: "Probability that stock runs out before the next delivery, and units then short.",
  returns: "One row: a probability, expected units short.",
  shows: ["percent"],
  spills: true,
  details: [
    'Whether to ask for express delivery: on hand is what can be sold until the delivery arrives. For slow movers take "negative-binomial" or "poisson"; SERVICE_LEVEL_HISTORY chooses by the history.',
  ],
  formula: "P(D > x) and E(D − x)⁺, D demand until the delivery; x on hand.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.7.2",
  parameters: {
    on_hand: number({ doc: "Units that can be sold until then.", unit: "units" }),
    demand_mean: demandMean,
    demand_sd: demandSd,
    periods_to_delivery: number({ doc: "Time until the next delivery.", unit: "periods", min: 0 }),
    distribution,
    delivery_sd: leadTimeSd,
  },
  examples: [
    {
      says: "400 on hand for four weeks of 100 give or take 30: even odds",
      args: [400, 100, 30, 4],
      answer: [[0.5, 60 / Math.sqrt(2 * Math.PI)]],
      source: "by hand: z = 0, 60 × φ(0)",
    },
    {
      says: "one spare part against a Poisson mean of 1",
      args: [1, 0.25, null, 4, "poisson"],
      answer: [[1 - 2 * Math.exp(-1), Math.exp(-1)]],
      source: "by hand: 1 − 2 e⁻¹; 1 − (1 − e⁻¹)",
    },
  ],
  compute({ on_hand, demand_mean, demand_sd, periods_to_delivery, distribution: family, delivery_sd }) {
    const rate = { family, mean: demand_mean, sd: demand_sd, timeSd: delivery_sd };
    const demand = demandOver(rate, periods_to_delivery);
    return [[Math.max(0, 1 - demand.cdf(on_hand)), demand.loss(on_hand)]];
  },
});
