import { defineServer } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { choice, number, withDefault } from "../define/parameters.ts";
import { demandFromHistory } from "../inventory/demand/from-history.ts";
import { levelForFillRate } from "../inventory/policies/fill-rate.ts";
import { demandHistory, leadTime } from "./parameters/demand-history.ts";
import { historyDistribution, historyReview, historySeason } from "./parameters/history-risk.ts";

export const safetyStockHistory = defineServer({
  name: "SAFETY_STOCK_HISTORY",
  category: "Stock",
  summary: "Safety stock for a service level or fill rate, with the distribution the history shows.",
  returns: "One row: safety stock, the level to order up to, and the distribution used.",
  spills: true,
  details: [
    "For slow movers, whose demand is mostly zero, the normal formula of SAFETY_STOCK is wrong. Here the history decides, as in LEAD_TIME_DEMAND: quick movers get a gamma distribution, slow ones one of how often demand comes and how much, and a history that never varies is known demand. The answer says which.",
    'The target is a share of demand met ("fill-rate") or a probability of no stock-out in a cycle ("cycle"). Where the distribution counts whole units, so does the level.',
  ],
  formula:
    "SS = S − E D, S the least level with fill rate ≥ β, or the α-quantile of D; D demand over L + R periods, L lead time, R review period.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., sections 6.7 and 6.9",
  parameters: {
    history: demandHistory,
    lead_time: leadTime,
    target: withDefault(
      number({ doc: "The share of demand, or of cycles, to be served.", unit: "share", above: 0, below: 1 }),
      0.95,
    ),
    measure: withDefault(
      choice(["fill-rate", "cycle"], {
        doc: 'What the target means: "fill-rate" or "cycle".',
        aliases: { "fill rate": "fill-rate", fill: "fill-rate", "service-level": "cycle" },
      }),
      "fill-rate",
    ),
    review_period: historyReview,
    distribution: historyDistribution,
    season: historySeason,
  },
  examples: [
    {
      says: "a steady 20 a week: half of a week's demand may be short",
      args: [[[20], [20], [20], [20], [20], [20], [20], [20]], 3, 0.5],
      answer: [[-10, 70, "known"]],
      source: "by hand: 80 over four weeks less 10",
    },
    {
      says: "sums of three periods that the history shows: at most 8",
      args: [[[4], [0], [2], [6], [0], [0]], 2, 0.9, "cycle", 1, "empirical"],
      answer: [[1, 8, "empirical"]],
      source: "by hand: 6, 8, 8, 6 with mean 7",
    },
  ],
  compute({ history, lead_time, target, measure, review_period, distribution, season }) {
    if (history.every((x) => Number.isNaN(x))) throw new UserError("history: must hold at least one number");
    const demand = demandFromHistory(history, season, distribution);
    const both = demand.over(lead_time + review_period);
    const lead = demand.over(lead_time);
    const cycle = both.mean - lead.mean;
    if (measure === "fill-rate" && !(cycle > 0)) throw notAvailable("history: there is no demand in it to be met");
    const exact = measure === "cycle" ? both.quantile(target) : levelForFillRate(target, { lead, both, cycle });
    const level = demand.counts ? Math.ceil(exact - 1e-9) : exact;
    return [[level - both.mean, level, demand.family]];
  },
});
