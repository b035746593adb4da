import { defineServer } from "../define/define.ts";
import { choice, withDefault } from "../define/parameters.ts";
import type { Engines } from "./engines.ts";
import { answerForecasts, forecastParameters } from "./parameters/forecast.ts";
import { recentPart } from "../demand/history/gaps.ts";
import { forecastIntermittent as forecastOne, INTERMITTENT_METHODS } from "../demand/forecast/intermittent.ts";

const part = [0, 0, 2, 0, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0].map((x) => [x]);

export const forecastIntermittent = defineServer({
  name: "FORECAST_INTERMITTENT",
  category: "Forecasting",
  summary: "Forecasts demand that comes only now and then, such as that for spare parts.",
  returns: "A column of demand rates, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    'The method "learned" (the default) is the mean of two. A small network, trained across thousands of histories of spare parts and goods, knows how often a long silence is an end and how rates drift: it weighs seven simple models, corrects their mean and answers the quantiles of totals. The other is the count model, which errs in other places. For spare parts that training never saw, the quantiles of totals over the lead time lost 13% less than those of the best classic (car parts), 11% less (a manufacturer) and as much (aircraft).',
    'The method "count" takes apart how often demand comes and how much it is. The share of periods with demand is the middle of a share that forgets, as quickly as suits the item, and of the share since its first demand; a long silence lowers it. Its uncertainty makes the number of periods with demand beta-binomial. Sizes are those seen, the recent ones a little more, mixed with a geometric distribution while they are few. What one short history cannot tell was learnt from several thousand histories of spare parts.',
    "A history that sells in every period, or has since it was lumpy, is none of this: both methods answer exponential smoothing of it, with the spread of its errors.",
    'The classics for comparison: "croston" smooths sizes and intervals by 0.1, "sba" corrects its bias, "tsb" smooths the probability of demand and its size, with the smoothing of least squared errors, "adida" smooths blocks as long as the mean interval, "imapa" averages blocks of every length up to that. Their low and high come from a negative binomial distribution with the variance of their own errors.',
    "The forecast is the expected demand of every period alike, so a rate of 0.2 means one unit in five periods. Low and high are quantiles of one period's demand, whole units where the history is in whole units. For the stock over a lead time use LEAD_TIME_DEMAND or REORDER, which take the distribution of the total: quantiles of periods must not be added up.",
    "Season is there to be like the other forecasts and is not used: few demands show no season.",
  ],
  formula: "rate = p μ; demand over L periods = X₁ + … + X_N; N ~ beta-binomial(L, p), X the sizes",
  source:
    "Croston (1972); Syntetos & Boylan (2005); Teunter, Syntetos & Babai (2011); Nikolopoulos et al. (2011); Petropoulos & Kourentzes (2015); R tsintermittent. The count model: Johnson, Kemp & Kotz, Univariate Discrete Distributions, 6.2; Klugman, Panjer & Willmot, Loss Models, 9.6",
  parameters: {
    ...forecastParameters,
    method: withDefault(
      choice(INTERMITTENT_METHODS, {
        doc: 'Which model: "learned", "count", or one of the classics "croston", "sba", "tsb", "adida" and "imapa".',
      }),
      "learned",
    ),
  },
  examples: [
    {
      says: "one demand of 4 in the last of four periods: Croston's ratio of size to interval",
      args: [[[0], [0], [0], [4]], 2, null, null, "croston"],
      answer: [[1], [1]],
      source: "Croston (1972): 4 units, an interval of 4 periods",
    },
    {
      says: "the same by Syntetos and Boylan's approximation, 5% less",
      args: [[[0], [0], [0], [4]], 2, null, null, "sba"],
      answer: [[0.95], [0.95]],
      source: "Syntetos & Boylan (2005): (1 - 0.1 / 2) × 1",
    },
    {
      says: "a spare part: half a unit a period, most periods none, one in twenty more than a few",
      args: [part, 3, null, 0.9],
      answer: (answer) =>
        Array.isArray(answer) &&
        answer.length === 3 &&
        (answer as number[][]).every(
          ([mean, low, high]) => mean! > 0.2 && mean! < 0.8 && low === 0 && high! >= 2 && high! <= 4,
        ),
      source: "property: near the mean of 0.5, low and high whole units",
    },
  ],
  async compute({ history, horizon, season, level, method }, engines: Pick<Engines, "counts">) {
    const network = method === "learned" ? await engines.counts() : undefined;
    return answerForecasts({ history, season: season ?? 1, level }, (values) =>
      forecastOne(recentPart(values, 1), horizon, method, network),
    );
  },
});
