import { defineServer } from "../define/define.ts";
import { choice, withDefault } from "../define/parameters.ts";
import type { Engines } from "./engines.ts";
import { answerForecasts, forecastParameters } from "./parameters/forecast.ts";
import { fillGaps } from "../demand/history/gaps.ts";
import { withDrivers } from "../demand/causes/with-drivers.ts";
import { boostedTrees } from "../demand/models/learning/boosted-trees.ts";
import { forecastLearned } from "../demand/models/learning/forecast.ts";
import { randomForest } from "../demand/models/learning/random-forest.ts";
import { driverFeatures } from "../demand/causes/columns.ts";
import { DRIVER_DETAILS, driverLags, driverParameters, readDrivers } from "./parameters/drivers.ts";

const METHODS = ["trees", "forest", "svr"] as const;

/** Demand of 100 that a promotion doubles, in six weeks of days with a promotion every third day. */
const promoted = (t: number): number => (t % 3 === 0 ? 1 : 0);
const HISTORY = Array.from({ length: 42 }, (_, t) => [100 * (1 + promoted(t))]);
const PROMOTIONS = Array.from({ length: 42 }, (_, t) => [promoted(t)]);

export const forecastMl = defineServer({
  name: "FORECAST_ML",
  category: "Forecasting",
  summary: "Forecasts demand by machine learning: boosted trees, a random forest or support vectors.",
  returns: "A column of forecasts, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    "Starts from a statistical forecast (Theta and damped trend, seasonally adjusted) and learns from the series how its errors follow from the errors before, the place in the season and the drivers, so that it can follow a level it has not seen. What it learned is believed as far as it held on the latest quarter of the history, which it was not shown. It pays with drivers and a few hundred periods of history; otherwise FORECAST_BEST is better. Fewer than about twenty periods get the statistical forecast alone.",
    'The method "trees" is gradient boosting, "forest" a random forest, "svr" support-vector regression with a Gaussian kernel. Each forecast is the next one\'s last value. The last 800 periods count.',
    "Low and high are those of the statistical forecast, narrowed as the learned part made errors on that quarter smaller; they leave half of 1 - level on either side. The same arguments give the same answer, digit for digit.",
    DRIVER_DETAILS,
  ],
  source:
    "Friedman, Greedy function approximation: a gradient boosting machine (2001); Breiman, Random forests (2001); Drucker et al., Support vector regression machines (1997), by libsvm",
  parameters: {
    ...forecastParameters,
    ...driverParameters,
    method: withDefault(
      choice(METHODS, { doc: "What learns: boosted trees, a random forest or support vectors." }),
      "trees",
    ),
    driver_lags: driverLags,
  },
  examples: [
    {
      says: "a steady 20 stays 20, without doubt",
      args: [[[20], [20], [20], [20], [20], [20]], 2, 1, 0.9],
      answer: [
        [20, 20, 20],
        [20, 20, 20],
      ],
      source: "by definition: constant demand goes on",
    },
    {
      says: "promotions double a demand of 100; the next ones are known",
      args: [HISTORY, 3, 1, null, PROMOTIONS, [[0], [1], [0]]],
      answer: [[100], [200], [100]],
      tolerance: 0.1,
      source: "by construction: 100 without a promotion, 200 with one",
    },
  ],
  async compute({ history, horizon, season, level, method, ...given }, engines: Pick<Engines, "supportVectors">) {
    const drivers = readDrivers(given, history[0]!.length, horizon);
    const learn = { trees: () => boostedTrees, forest: () => randomForest, svr: () => engines.supportVectors() };
    const learner = await learn[method]();
    const features = driverFeatures(drivers);
    return answerForecasts({ history, season, level }, (values, m) =>
      withDrivers(values, m, drivers, (adjusted) =>
        forecastLearned(learner, fillGaps(adjusted, m), m, horizon, features),
      ),
    );
  },
});
