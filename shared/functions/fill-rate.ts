import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number } from "../define/parameters.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { orderUpToFillRate } from "../inventory/policies/fill-rate.ts";
import { checkDemand, demandMean, demandSd, distribution, leadTime, reviewEvery } from "./parameters/demand-rate.ts";

export const fillRate = defineCell({
  name: "FILL_RATE",
  category: "Stock",
  summary: "Share of demand met from stock where each review orders up to a given level.",
  returns: "A share from 0 to 1.",
  shows: "percent",
  details: [
    "The fill rate is what customers feel: of 100 units asked for, how many were there. A service level of 95% of cycles often means a fill rate of 99%, since a cycle that runs out still serves most of its demand.",
    "What is short is delivered later. For a reorder point with fixed quantities use FILL_RATE_RQ; to choose the distribution by an item's history use FILL_RATE_HISTORY; for what was achieved in the past FILL_RATE_ACHIEVED.",
  ],
  formula:
    "β = 1 − (E(D_(L+R) − S)⁺ − E(D_L − S)⁺) / (d R); S level, L lead time, R review period, D demand over them, d mean demand.",
  source:
    "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.9.2; Sobel (2004)",
  parameters: {
    order_up_to: number({ doc: "Level each review orders up to.", unit: "units", min: 0 }),
    demand_mean: demandMean,
    demand_sd: demandSd,
    lead_time: leadTime,
    review_period: reviewEvery,
    distribution,
  },
  examples: [
    {
      says: "an order up to 498.7 for 100 a week give or take 30, three weeks' lead time",
      args: [498.69121761708834, 100, 30, 3],
      answer: 0.9874722171918558,
      source:
        "scipy 1.17.1, 1 - (n(S, 400, 60) - n(S, 300, 30 * sqrt(3))) / 100 with n(x, m, s) = s * (norm.pdf(z) - z * norm.sf(z))",
    },
    {
      says: "demand for certain of 100 a week, one unit in five short",
      args: [380, 100, 0, 3],
      answer: 0.8,
      source: "by hand: of 400 over four weeks 20 are short",
    },
  ],
  compute({ order_up_to, demand_mean, demand_sd, lead_time, review_period, distribution: family }) {
    checkDemand(demand_mean);
    const rate = { family, mean: demand_mean, sd: demand_sd };
    const cycle = demand_mean * review_period;
    if (!(cycle > 0)) throw new UserError("review_period: must be longer; hardly any demand falls into it");
    return orderUpToFillRate(order_up_to, {
      lead: demandOver(rate, lead_time),
      both: demandOver(rate, lead_time + review_period),
      cycle,
    });
  },
});
