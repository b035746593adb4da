import { defineServer } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { number } from "../define/parameters.ts";
import { demandFromHistory } from "../inventory/demand/from-history.ts";
import { orderUpToFillRate } from "../inventory/policies/fill-rate.ts";
import { demandHistory, leadTime } from "./parameters/demand-history.ts";
import { historyDistribution, historyReview, historySeason } from "./parameters/history-risk.ts";

const lumpy = [[0], [0], [3], [0], [1], [0], [0], [0], [4], [0], [2], [0], [0], [0], [0], [5], [0], [1], [0], [0]];

export const fillRateHistory = defineServer({
  name: "FILL_RATE_HISTORY",
  category: "Stock",
  summary: "Share of demand met when ordering up to a level, with the distribution the history shows.",
  returns: "One row: a share from 0 to 1, and the distribution used.",
  shows: ["percent"],
  spills: true,
  details: [
    "FILL_RATE by the item's own history, as in LEAD_TIME_DEMAND: quick movers get a gamma distribution, slow ones one of how often demand comes and how much, and a history that never varies is known demand. The answer says which.",
  ],
  formula: "β = 1 − (E(D_(L+R) − S)⁺ − E(D_L − S)⁺) / E D_R; S level, L lead time, R review period.",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.9.2",
  parameters: {
    history: demandHistory,
    order_up_to: number({ doc: "Level each review orders up to.", unit: "units", min: 0 }),
    lead_time: leadTime,
    review_period: historyReview,
    distribution: historyDistribution,
    season: historySeason,
  },
  examples: [
    {
      says: "a slow mover",
      args: [lumpy, 8, 3],
      answer: (row) => {
        const [share, family] = (row as [number, string][])[0]!;
        return share > 0.8 && share < 1 && family !== "gamma" && family !== "known";
      },
      source: "by definition: demand in 6 of 20 periods is that of a slow mover",
    },
    {
      says: "sums of two and three periods that the history shows",
      args: [[[4], [0], [2], [6], [0], [0]], 6, 2, 1, "empirical"],
      answer: [[0.8, "empirical"]],
      source:
        "by hand: three periods sum to 6, 8, 8, 6, on average 1 above 6; two to 4, 2, 8, 6, 0, 0.4 above; 1 − 0.6 / (7 − 4)",
    },
  ],
  compute({ history, order_up_to, lead_time, review_period, distribution, season }) {
    if (history.every((x) => Number.isNaN(x))) throw new UserError("history: must hold at least one number");
    const demand = demandFromHistory(history, season, distribution);
    const both = demand.over(lead_time + review_period);
    const lead = demand.over(lead_time);
    const cycle = both.mean - lead.mean;
    if (!(cycle > 0)) throw notAvailable("history: there is no demand in it to be met");
    return [[orderUpToFillRate(order_up_to, { lead, both, cycle }), demand.family]];
  },
});
