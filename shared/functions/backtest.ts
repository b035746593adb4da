import { own } from "../define/own.ts";
import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { cells, optional } from "../define/parameters.ts";
import { forecastParameters } from "./parameters/forecast.ts";
import { backtest as score, type Score } from "../demand/backtest/backtest.ts";
import { METHODS, USUAL_METHODS, type MethodEngines } from "../demand/backtest/methods.ts";
import { detectSeason } from "../demand/history/seasons/detect-season.ts";

const COLUMNS: readonly (readonly [string, keyof Score])[] = [
  ["MASE", "mase"],
  ["RMSSE", "rmsse"],
  ["WAPE", "wape"],
  ["bias", "bias"],
  ["pinball", "pinball"],
  ["90% coverage", "coverage"],
];

const NAMES = Object.keys(METHODS);

/** Other names under which a method is known. */
const ALIASES: Readonly<Record<string, string>> = { NETWORK: "LSTM" };

function readMethod(cell: unknown): string {
  const given =
    typeof cell === "string"
      ? cell
          .trim()
          .toUpperCase()
          .replace(/^FORECAST_/, "")
      : "";
  const name = own(ALIASES, given) ?? given;
  if (!NAMES.includes(name))
    throw new UserError(`methods: must be among ${NAMES.join(", ")}; got ${JSON.stringify(cell)}`);
  return name;
}

const sawtooth = [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40].map((x) => [x]);

export const backtest = defineServer({
  name: "BACKTEST",
  category: "Forecasting",
  summary: "How well forecasting methods would have done on this history, side by side.",
  returns: "A header and a row a method: MASE, RMSSE, WAPE, bias, pinball loss, share inside the 90% interval.",
  spills: true,
  details: [
    "Goes back in the history to up to six dates, at most a horizon apart, forecasts from each with what was known then and compares with what came. Several columns of history are pooled.",
    "MASE and RMSSE compare with the seasonal naive forecast inside the known part (the naive one where there is less than a season): below 1 is better than that. WAPE is the sum of absolute errors over the sum of demand; bias the sum of forecast less actual over the same. Pinball is twice the mean loss of the 5, 25, 50, 75 and 95% quantiles on MASE's scale: it rewards honest intervals. Coverage should be near 0.9.",
    "For slow movers MASE and WAPE reward forecasting too little: judge those by pinball and bias.",
    `Methods: ${NAMES.join(", ")}. Without any named: ${USUAL_METHODS.join(", ")}. BEST, ETS, ARIMA, THETA and LSTM (or NETWORK, the pretrained network alone) are the FORECAST functions of that name; CES is complex exponential smoothing, SES simple exponential smoothing; a moving average is of one season, of six periods without one.`,
    "INTERMITTENT, COUNT, CROSTON, SBA, TSB, ADIDA and IMAPA are the methods of FORECAST_INTERMITTENT, for slow movers. Their quantiles are those of a count distribution, whole units where demand is: pinball and coverage go by those, and coverage may lie above 0.9, since counts leave no interval of exactly 90%.",
  ],
  source: "Tashman, Out-of-sample tests of forecasting accuracy, 2000; Hyndman & Koehler, 2006; M5 competition (RMSSE)",
  parameters: {
    history: forecastParameters.history,
    horizon: forecastParameters.horizon,
    season: forecastParameters.season,
    methods: optional(
      cells({ doc: "Names of the methods to compare, one a cell; left out, the usual ones, named below." }),
    ),
  },
  examples: [
    {
      says: "quarters that repeat: the seasonal naive forecast is right each time, the naive one is not",
      args: [sawtooth, 2, 4, [["SEASONAL_NAIVE"], ["NAIVE"]]],
      answer: (answer) =>
        Array.isArray(answer) && answer.length === 3 && answer[1]![3] === 0 && (answer[2]![3] as number) > 0.3,
      source: "by definition: the seasonal naive forecast repeats the last season",
    },
  ],
  async compute({ history, horizon, season, methods }, engines: MethodEngines) {
    const names = methods
      ? [
          ...new Set(
            methods
              .flat()
              .filter((cell) => cell !== null)
              .map(readMethod),
          ),
        ]
      : USUAL_METHODS;
    if (names.length === 0) throw new UserError(`methods: must name at least one of ${NAMES.join(", ")}`);
    const seasons = history.map((values) => season ?? detectSeason(values));
    const rows: (string | number)[][] = [];
    for (const name of names) {
      const found = score(history, seasons, horizon, await METHODS[name]!(engines));
      if (found === undefined)
        throw new UserError(`history: must have more periods with a value than horizon, which is ${horizon}`);
      rows.push([name, ...COLUMNS.map(([, key]) => (Number.isFinite(found[key]) ? found[key] : "NA"))]);
    }
    return [["method", ...COLUMNS.map(([title]) => title)], ...rows];
  },
});
