import { defineCell } from "../define/define.ts";
import { number } from "../define/parameters.ts";
import { demandOver } from "../inventory/demand/families.ts";
import { reorderPointFillRate } from "../inventory/policies/fill-rate.ts";
import { demandMean, demandSd, distribution, leadTime, leadTimeSd } from "./parameters/demand-rate.ts";

export const fillRateRq = defineCell({
  name: "FILL_RATE_RQ",
  category: "Stock",
  summary: "Share of demand met from stock where a fixed quantity is ordered at a reorder point.",
  returns: "A share from 0 to 1.",
  shows: "percent",
  details: [
    "Stock is watched all the time, and what is short is delivered later. A larger quantity means fewer moments at which stock is low, so it raises the fill rate too.",
  ],
  formula: "β = 1 − (n(r) − n(r + Q)) / Q, n(x) = E(D − x)⁺; r reorder point, Q quantity, D lead-time demand.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.7.3",
  parameters: {
    reorder_point: number({ doc: "Position at which to order.", unit: "units", min: 0 }),
    order_quantity: number({ doc: "Units ordered each time.", unit: "units", above: 0 }),
    demand_mean: demandMean,
    demand_sd: demandSd,
    lead_time: leadTime,
    distribution,
    lead_time_sd: leadTimeSd,
  },
  examples: [
    {
      says: "order 300 at 400, for 100 a week give or take 30, four weeks' lead time",
      args: [400, 300, 100, 30, 4],
      answer: 0.9202115546120445,
      source: "scipy 1.17.1, 1 - (n(400) - n(700)) / 300 with the normal loss function n of mean 400 and sd 60",
    },
    {
      says: "demand for certain: 20 of each 100 wait",
      args: [380, 100, 100, 0, 4],
      answer: 0.8,
      source: "by hand: 400 are used while 380 last",
    },
  ],
  compute({ reorder_point, order_quantity, demand_mean, demand_sd, lead_time, distribution: family, lead_time_sd }) {
    const lead = demandOver({ family, mean: demand_mean, sd: demand_sd, timeSd: lead_time_sd }, lead_time);
    return reorderPointFillRate(reorder_point, order_quantity, lead);
  },
});
