import { defineServer } from "../define/define.ts";
import { answerForecasts, forecastParameters, INTERVAL_DETAILS } from "./parameters/forecast.ts";
import { fillGaps, recentPart } from "../demand/history/gaps.ts";
import { fitDynamicTheta } from "../demand/models/dynamic-theta.ts";
import { withDrivers } from "../demand/causes/with-drivers.ts";
import { calibratedPath } from "../demand/models/path.ts";
import { seasonallyAdjusted } from "../demand/models/transforms.ts";
import { DRIVER_DETAILS, driverLags, driverParameters, readDrivers } from "./parameters/drivers.ts";

const fitSeasonalTheta = seasonallyAdjusted(() => fitDynamicTheta);

export const forecastTheta = defineServer({
  name: "FORECAST_THETA",
  category: "Forecasting",
  summary: "Forecasts demand by the Theta method, optimised and dynamic.",
  returns: "A column of forecasts, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    "The Theta method, which won the M3 competition, adds a part of a straight line to simple exponential smoothing. In this form theta (how much of the line), the smoothing constant and the starting level are estimated, and the line is kept up to date with every value.",
    "The series is seasonally adjusted first, by a pattern that is believed only as far as noise does not explain it. Fewer than six values: the plain Theta method. The last 420 periods count, or four seasons if that is more.",
    INTERVAL_DETAILS,
    DRIVER_DETAILS,
  ],
  formula: "ŷ(t+1) = ℓ(t) + (1 − 1/θ) × [(1 − α)^t A(t) + (1 − (1 − α)^(t+1)) / α × B(t)]",
  source:
    "Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, Models for optimising the theta method, 2016; R forecTheta::dotm",
  parameters: { ...forecastParameters, ...driverParameters, driver_lags: driverLags },
  examples: [
    {
      says: "a steady 20 stays 20, without doubt",
      args: [[[20], [20], [20], [20], [20], [20]], 2, 1, 0.9],
      answer: [
        [20, 20, 20],
        [20, 20, 20],
      ],
      tolerance: 1e-6,
      source: "by definition: constant demand goes on",
    },
    {
      says: "a straight line goes on",
      args: [[[10], [12], [14], [16], [18], [20], [22], [24], [26], [28], [30], [32]], 3, 1],
      answer: (answer) =>
        Array.isArray(answer) && answer.every(([x], h) => typeof x === "number" && Math.abs(x - 34 - 2 * h) < 1),
      source: "property: a line without noise is followed to within half a step",
    },
  ],
  compute({ history, horizon, season, level, ...given }) {
    const drivers = readDrivers(given, history[0]!.length, horizon);
    return answerForecasts({ history, season, level }, (values, m) =>
      withDrivers(values, m, drivers, (adjusted) =>
        calibratedPath(
          fitSeasonalTheta({ values: recentPart(fillGaps(adjusted, m), m), season: m }),
          horizon,
          "THETA",
          m,
        ),
      ),
    );
  },
});
