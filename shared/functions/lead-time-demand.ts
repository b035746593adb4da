import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { optional, table, withDefault } from "../define/parameters.ts";
import type { NetworkSource } from "../demand/forecast/networks.ts";
import { demandHistory, forecastItem, leadTime, reviewPeriod, season } from "./parameters/demand-history.ts";

/** The quantiles answered where none are asked for. */
const USUAL = [0.5, 0.8, 0.9, 0.95, 0.99];

const steady = [[20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20], [20]];

export const leadTimeDemand = defineServer({
  name: "LEAD_TIME_DEMAND",
  category: "Forecasting",
  summary: "The distribution of total demand over lead time and review period, from the history.",
  returns:
    "One row: mean, standard deviation, and the quantiles 50%, 80%, 90%, 95% and 99%; with probabilities, their quantiles in the same shape.",
  spills: true,
  details: [
    "Forecasts the item, then takes the distribution of the sum over all the periods: quantiles of single periods must not be added up, since it is unlikely that every period goes badly. The 95% quantile is the reorder point that serves 95% of the cycles.",
    "Quick movers get a gamma distribution, which cannot be negative and leans to the right; slow movers get a compound one: how often demand comes (beta-binomial) and how much it is, in whole units where the history is, averaged with what a network trained on thousands of spare parts foretells of them. The spread grows with the length of time, by how far the forecast itself may drift.",
    "A quick mover's mean and spread are the middle of what quick statistical models and a pretrained network say (as in FORECAST_BEST); with fewer than six values, or a constant, the models stand alone. The mean keeps to what a steady last quarter sold as FORECAST_BEST does, and an item that was lumpy or absent long ago and has sold regularly since is a quick mover.",
  ],
  formula: "Quantiles of D(L + R) = Σ demand over L + R periods; L lead time, R review period",
  source:
    "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., chapter 6; variance of the sum after Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing (2008), chapter 6",
  parameters: {
    history: demandHistory,
    lead_time: leadTime,
    review_period: withDefault(reviewPeriod, 0),
    probabilities: optional(
      table({
        doc: "The probabilities whose quantiles to answer, such as 0.95; left out, mean, sd and the usual quantiles.",
        unit: "share",
        above: 0,
        below: 1,
      }),
    ),
    season,
  },
  examples: [
    {
      says: "a steady 20 a week over three weeks' lead time and one week's review",
      args: [steady, 3, 1],
      answer: [[80, 0, 80, 80, 80, 80, 80]],
      source: "by definition: constant demand has no uncertainty",
    },
    {
      says: "two quantiles, one below the other",
      args: [steady, 2.5, null, [[0.9], [0.99]]],
      answer: [[50], [50]],
      source: "by definition: 20 × 2.5 without uncertainty",
    },
  ],
  async compute({ history, lead_time, review_period, probabilities, season: periods }, engines: NetworkSource) {
    const protection = lead_time + review_period;
    if (protection === 0) throw new UserError("lead_time: must be greater than 0 where review_period is 0");
    const total = (await forecastItem(history, periods, engines)).total(protection);
    if (probabilities) return probabilities.map((row) => row.map((p) => total.quantile(p)));
    return [[total.mean, total.sd, ...USUAL.map((p) => total.quantile(p))]];
  },
});
