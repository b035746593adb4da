import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { levelForFillRate } from "../inventory/policies/fill-rate.ts";
import { checkDemand, demandMean, demandSd, distribution, leadTime, reviewEvery } from "./parameters/demand-rate.ts";
import { fillRateTarget } from "./parameters/fill-rate-target.ts";

export const safetyStockFill = defineCell({
  name: "SAFETY_STOCK_FILL",
  category: "Stock",
  summary: "Safety stock for a target fill rate: the share of demand to be met from stock.",
  returns: "Units to hold above expected demand over lead time and review; below 0 where less than that is enough.",
  details: [
    "FILL_RATE the other way round. The level to order up to is this plus demand_mean × (lead_time + review_period). A long review period needs less safety stock for the same fill rate: most of its demand falls while stock is high, and the answer may be below 0.",
    'For slow movers take the "negative-binomial" distribution, or SAFETY_STOCK_HISTORY, which chooses it by the history: the normal one is wrong for them.',
  ],
  formula:
    "SS = S − d (L + R), S the least level with 1 − (E(D_(L+R) − S)⁺ − E(D_L − S)⁺) / (d R) ≥ β; L lead time, R review period, d mean demand, β fill rate.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.9.2",
  parameters: {
    fill_rate: fillRateTarget,
    demand_mean: demandMean,
    demand_sd: demandSd,
    lead_time: leadTime,
    review_period: reviewEvery,
    distribution,
  },
  examples: [
    {
      says: "99% of demand, 100 a week give or take 30, three weeks' lead time",
      args: [0.99, 100, 30, 3],
      answer: 104.25914698326562,
      source: "scipy 1.17.1, brentq on 1 - (n(S, 400, 60) - n(S, 300, 30 * sqrt(3))) / 100 = 0.99",
    },
    {
      says: "80% of a demand that is certain",
      args: [0.8, 100, 0, 3],
      answer: -20,
      source: "by hand: 20 of each week's 100 may be short",
    },
  ],
  compute({ fill_rate, demand_mean, demand_sd, lead_time, review_period, distribution: family }) {
    checkDemand(demand_mean);
    const rate = { family, mean: demand_mean, sd: demand_sd };
    const both = demandOver(rate, lead_time + review_period);
    const cycle = demand_mean * review_period;
    if (!(cycle > 0)) throw new UserError("review_period: must be longer; hardly any demand falls into it");
    return levelForFillRate(fill_rate, { lead: demandOver(rate, lead_time), both, cycle }) - both.mean;
  },
});
