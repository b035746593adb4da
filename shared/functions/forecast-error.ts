import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, integer, optional, series, table, withDefault } from "../define/parameters.ts";
import {
  meanAbsoluteError,
  meanError,
  naiveScales,
  percentageError,
  relativeBias,
  rootMeanSquaredError,
  symmetricError,
  weightedError,
  type Pairs,
} from "../demand/origins/errors.ts";

const PLAIN = {
  WAPE: weightedError,
  bias: relativeBias,
  MAE: meanAbsoluteError,
  ME: meanError,
  RMSE: rootMeanSquaredError,
  MAPE: percentageError,
  sMAPE: symmetricError,
} as const;

/** Metrics over what the seasonal naive forecast errs by inside the history. */
const SCALED = {
  MASE: (pairs: Pairs, scales: ReturnType<typeof naiveScales>): number => meanAbsoluteError(pairs) / scales.absolute,
  RMSSE: (pairs: Pairs, scales: ReturnType<typeof naiveScales>): number => rootMeanSquaredError(pairs) / scales.squared,
} as const;

const WORDS = ["WAPE", "bias", "MAE", "ME", "RMSE", "MAPE", "sMAPE", "MASE", "RMSSE"] as const;

export const forecastError = defineCell({
  name: "FORECAST_ERROR",
  category: "Forecasting",
  summary: "How far forecasts were from what came, in the measure you name.",
  returns: "The error: a share (0.12 for 12%), units for MAE, ME and RMSE, or naive errors for MASE and RMSSE.",
  details: [
    "WAPE (the default) is the sum of absolute errors over the sum of demand: it adds up over items and stands zeros. Bias is the sum of forecast less actual over the same: positive where too much is forecast. ME is the same in units. MAPE is not defined where demand is 0; sMAPE is.",
    "MASE and RMSSE divide by what repeating the last season errs by within the history, which must be given; below 1 is better than that.",
    "Several columns are pooled. Where an actual or a forecast is missing (NA) the pair is left out.",
  ],
  formula: "WAPE = Σ|y − f| / Σ|y|; bias = Σ(f − y) / Σ|y|; MASE = mean|y − f| / mean|x(t) − x(t − m)|",
  source:
    "Hyndman & Koehler, Another look at measures of forecast accuracy, 2006; sMAPE Makridakis, 1993; RMSSE M5, 2020",
  parameters: {
    actual: table({ doc: "What came.", unit: "units per period", missing: true }),
    forecast: table({ doc: "What was forecast: a range of the same shape.", unit: "units per period", missing: true }),
    metric: withDefault(choice(WORDS, { doc: "The measure of error." }), "WAPE"),
    history: optional(
      series({
        doc: "Demand before the forecast, oldest first, which MASE and RMSSE divide by; left out, they have no answer.",
        unit: "units per period",
        missing: true,
      }),
    ),
    season: withDefault(
      integer({ doc: "Periods in a season, for MASE and RMSSE.", unit: "periods", min: 1, max: 1000 }),
      1,
    ),
  },
  examples: [
    {
      says: "10 and 20 came where 12 and 17 were forecast: 5 off of 30",
      args: [
        [[10], [20]],
        [[12], [17]],
      ],
      answer: 5 / 30,
      source: "by hand: (2 + 3) / (10 + 20)",
    },
    {
      says: "one too little of 30",
      args: [[[10], [20]], [[12], [17]], "bias"],
      answer: -1 / 30,
      source: "by hand: (2 - 3) / (10 + 20)",
    },
    {
      says: "half as far off as the naive forecast inside the history",
      args: [[[10], [20]], [[12], [17]], "MASE", [[10], [15], [10], [15]], 1],
      answer: 0.5,
      source: "by hand: (2 + 3) / 2 over (5 + 5 + 5) / 3",
    },
  ],
  compute({ actual, forecast, metric, history, season }) {
    if (actual.length !== forecast.length || actual[0]!.length !== forecast[0]!.length)
      throw new UserError(
        `forecast: must have the shape of actual, ${actual.length} rows by ${actual[0]!.length} columns; got ${forecast.length} by ${forecast[0]!.length}`,
      );
    const cells = actual.flatMap((row, i) => row.map((y, j) => [y, forecast[i]![j]!] as const));
    const both = cells.filter(([y, f]) => !Number.isNaN(y) && !Number.isNaN(f));
    if (both.length === 0) throw new UserError("actual: must have a value where forecast has one");
    const pairs = { actual: both.map(([y]) => y), forecast: both.map(([, f]) => f) };
    if (metric !== "MASE" && metric !== "RMSSE") {
      if (metric === "MAPE" && pairs.actual.includes(0))
        throw new UserError("actual: must have no zero for MAPE; WAPE and MASE stand zeros");
      if ((metric === "WAPE" || metric === "bias") && pairs.actual.every((y) => y === 0))
        throw new UserError(`actual: must have a value other than 0 for ${metric}; MAE stands zeros`);
      return PLAIN[metric](pairs);
    }
    if (history === undefined) throw new UserError(`history: must be given for ${metric}`);
    const scales = naiveScales(history, season);
    if (!(scales.absolute > 0))
      throw new UserError(`history: must have values a season of ${season} apart that differ for ${metric}`);
    return SCALED[metric](pairs, scales);
  },
});
