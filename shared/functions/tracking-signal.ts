import { defineCell } from "../define/define.ts";
import { notAvailable, UserError } from "../define/errors.ts";
import { number, optional, series } from "../define/parameters.ts";
import { smoothedTrackingSignal, trackingSignal as cumulativeSignal } from "../demand/origins/tracking-signal.ts";

export const trackingSignal = defineCell({
  name: "TRACKING_SIGNAL",
  category: "Forecasting",
  summary: "Whether a forecast is biased: the sum of its errors against their usual size.",
  returns: "In mean absolute deviations; with alpha from −1 to 1. Above 0 demand exceeds the forecast.",
  details: [
    "Near 0 errors cancel out. Beyond 4 or below −4 the forecast runs behind demand or ahead of it, and safety stock does not make up for that: look at the item. The sum grows with the number of periods, so compare signals over equally many.",
    "With alpha (usually 0.1 to 0.2) old errors fade and the signal stays between −1 and 1: beyond 0.5 or so it warns sooner. Periods whose actual is NA are left out.",
  ],
  formula:
    "Σ e / MAD, MAD = Σ |e| / n; with alpha E / M, each period E becomes α e + (1 − α) E and M becomes α |e| + (1 − α) M; e = actual − forecast, E and M start at 0",
  source:
    "Brown, Statistical Forecasting for Inventory Control (1959); with alpha Trigg, Monitoring a forecasting system, Operational Research Quarterly 15 (1964), 271–274",
  parameters: {
    actual: series({
      doc: "What was sold or used, oldest first; NA where it is not known.",
      unit: "units per period",
      missing: true,
    }),
    forecast: series({ doc: "What had been forecast for the same periods.", unit: "units per period" }),
    alpha: optional(
      number({
        doc: "Weight of the latest error, for the smoothed signal; left out, the sum of all errors counts.",
        unit: "share",
        above: 0,
        max: 1,
      }),
    ),
  },
  examples: [
    {
      says: "six quarters of a bakery",
      args: [
        [[90], [95], [115], [100], [125], [140]],
        [[100], [100], [100], [110], [110], [110]],
      ],
      answer: 2.4705882352941178,
      source:
        "Heizer, Render & Munson, Operations Management, chapter 4, Carlson's Bakery: 35 / 14.2 = 2.5, here 35 / (85 / 6)",
    },
    {
      says: "the same, smoothed",
      args: [[[90], [95], [115], [100], [125], [140]], [[100], [100], [100], [110], [110], [110]], 0.5],
      answer: 0.8529411764705882,
      source: "by hand: E = 0.5 × (30 + 15/2 − 10/4 + 15/8 − 5/16 − 10/32), M the same without signs",
    },
    {
      says: "always 5 too low",
      args: [[[25, 35, 45]], [[20, 30, 40]], 0.2],
      answer: 1,
      source: "by definition: every error has the same sign",
    },
  ],
  compute({ actual, forecast, alpha }) {
    if (actual.length !== forecast.length)
      throw new UserError(`forecast: must hold as many values as actual (${actual.length}); got ${forecast.length}`);
    const outcomes = actual
      .map((x, t) => ({ actual: x, forecast: forecast[t]! }))
      .filter((outcome) => !Number.isNaN(outcome.actual));
    if (outcomes.length === 0) throw notAvailable("actual: there is no period whose demand is known");
    return alpha === undefined ? cumulativeSignal(outcomes) : smoothedTrackingSignal(outcomes, alpha);
  },
});
