import { defineCell } from "../define/define.ts";
import { safetyStock as safetyStockUnits } from "../inventory/reorder-point.ts";
import { leadTimeRisk, leadTimeRiskParameters } from "./parameters/lead-time-risk.ts";

export const safetyStock = defineCell({
  name: "SAFETY_STOCK",
  category: "Stock",
  summary: "Safety stock for a cycle service level, with uncertain demand and lead time.",
  returns: "Units to hold above expected demand.",
  details: [
    "The stock that covers forecast errors over the lead time and the review period. It takes the very same arguments as ROP, and ROP is demand over that time plus this.",
    "It assumes normally distributed errors. That is wrong for slow movers, whose demand is mostly zero: use REORDER, which takes the distribution from the history.",
  ],
  formula:
    "SS = z(α) √((L + R) σ² + d² σ_L²); α service level, L lead time, R review period, σ demand sd, d mean demand, σ_L lead time sd.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.10",
  parameters: leadTimeRiskParameters,
  examples: [
    {
      says: "100 a week give or take 30, four weeks' lead time, 95%",
      args: [100, 30, 4],
      answer: 98.69121761708833,
      source: "scipy 1.17.1, norm.ppf(0.95) * sqrt(4 * 30**2)",
    },
    {
      says: "the same with a lead time that varies by one week and a weekly review, 98%",
      args: [100, 30, 4, 1, 0.98, 1],
      answer: 247.30411748464735,
      source: "scipy 1.17.1, norm.ppf(0.98) * sqrt(5 * 30**2 + 100**2 * 1**2)",
    },
  ],
  compute: (args) => safetyStockUnits(leadTimeRisk(args)),
});
