import { defineCell } from "../define/define.ts";
import { reorderPoint } from "../inventory/reorder-point.ts";
import { leadTimeRisk, leadTimeRiskParameters } from "./parameters/lead-time-risk.ts";

export const rop = defineCell({
  name: "ROP",
  category: "Stock",
  summary: "Reorder point: order when stock on hand and on order falls to this.",
  returns: "Units.",
  details: [
    "Expected demand over lead time and review period, plus safety stock. Compare it with the position: on hand plus what arrives in that time, less backorders and reserved units.",
    "It assumes normally distributed errors; for slow movers use REORDER.",
  ],
  formula: "ROP = d (L + R) + SS; d mean demand, L lead time, R review period, SS as in SAFETY_STOCK.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.10",
  parameters: leadTimeRiskParameters,
  examples: [
    {
      says: "100 a week give or take 30, four weeks' lead time, 95%",
      args: [100, 30, 4],
      answer: 498.69121761708834,
      source: "scipy 1.17.1, 100 * 4 + norm.ppf(0.95) * sqrt(4 * 30**2)",
    },
    {
      says: "no uncertainty at all",
      args: [20, 0, 3],
      answer: 60,
      source: "by definition: 20 a period for 3 periods",
    },
  ],
  compute: (args) => reorderPoint(leadTimeRisk(args)),
});
