import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, withDefault } from "../define/parameters.ts";
import { demandFromHistory } from "../inventory/demand/from-history.ts";
import { demandHistory, leadTime, reviewPeriod } from "./parameters/demand-history.ts";
import { historyDistribution, historySeason } from "./parameters/history-risk.ts";

export const serviceLevelHistory = defineServer({
  name: "SERVICE_LEVEL_HISTORY",
  category: "Stock",
  summary: "Probability of no stock-out in a cycle, with the distribution the history shows.",
  returns: "One row: a probability, and the distribution used.",
  shows: ["percent"],
  spills: true,
  details: [
    "SERVICE_LEVEL by the item's own history, as in LEAD_TIME_DEMAND: quick movers get a gamma distribution, slow ones one of how often demand comes and how much, and a history that never varies is known demand. The answer says which.",
    "One less this is the probability of a stock-out before the next delivery.",
  ],
  formula: "α = P(D ≤ s), D demand over L + R periods; s reorder point, L lead time, R review period.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.7.2",
  parameters: {
    history: demandHistory,
    reorder_point: number({ doc: "Position at which to order, or the level ordered up to.", unit: "units", min: 0 }),
    lead_time: leadTime,
    review_period: withDefault(reviewPeriod, 0),
    distribution: historyDistribution,
    season: historySeason,
  },
  examples: [
    {
      says: "a steady 20 a week over three weeks: 60 are enough for certain",
      args: [[[20], [20], [20], [20], [20], [20], [20], [20]], 60, 3],
      answer: [[1, "known"]],
      source: "by definition: constant demand has no uncertainty",
    },
    {
      says: "sums of two periods that the history shows, at most 4 in three of five",
      args: [[[4], [0], [2], [6], [0], [0]], 4, 2, 0, "empirical"],
      answer: [[0.6, "empirical"]],
      source: "by hand: 4, 2, 8, 6, 0",
    },
  ],
  compute({ history, reorder_point, lead_time, review_period, distribution, season }) {
    if (history.every((x) => Number.isNaN(x))) throw new UserError("history: must hold at least one number");
    const demand = demandFromHistory(history, season, distribution);
    return [[demand.over(lead_time + review_period).cdf(reorder_point), demand.family]];
  },
});
