import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { demandHistory } from "./parameters/demand-history.ts";
import { findSeasons } from "../demand/history/seasons/find-seasons.ts";

const quarters = [30, 42, 55, 38, 33, 45, 60, 41, 35, 49, 64, 45, 38, 52, 69, 48].map((x) => [x]);

export const seasonality = defineServer({
  name: "SEASONALITY",
  category: "Forecasting",
  summary: "The length and strength of the seasons found in a history.",
  returns: "A row a season, the shortest first: its length in periods, its strength from 0 to 1. 1 and 0 for none.",
  spills: true,
  details: [
    "Tries the usual lengths (4, 5, 6, 7, 12, 24, 26 and 52 periods) that the history holds three times. A length counts where its seasonal means explain more than noise would by an F test, so strict over all lengths that pure noise shows a season in fewer than one history in twenty; the clearest is kept, and a longer one that repeats it only where it explains more. Beside a week of days it looks for a year of days, beside a day of hours for a week of hours.",
    "Strength is the share of the variation about the trend that the pattern makes up: above 0.6 is strong, below 0.3 weak. It is what the FORECAST functions find when season is left out.",
  ],
  formula: "strength = max(0, 1 − Var(R) / Var(S + R)); S season, R remainder of the decomposition",
  source:
    "Wang, Smith & Hyndman, Characteristic-based clustering for time series data, 2006; Bandara, Hyndman & Bergmeir, MSTL, 2021",
  parameters: { history: demandHistory },
  examples: [
    {
      says: "four years of quarters, the best in the third",
      args: [quarters],
      answer: (answer) => Array.isArray(answer) && answer[0]![0] === 4 && (answer[0]![1] as number) > 0.9,
      source: "property: the pattern makes up nearly all of the variation",
    },
    {
      says: "a steady 20 has no season",
      args: [[[20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20]]],
      answer: [[1, 0]],
      source: "by definition: nothing varies",
    },
  ],
  compute({ history }) {
    if (history.every(Number.isNaN)) throw new UserError("history: must hold at least one value; all are missing");
    const found = findSeasons(history);
    return found.length === 0 ? [[1, 0]] : found.map(({ length, strength }) => [length, strength]);
  },
});
