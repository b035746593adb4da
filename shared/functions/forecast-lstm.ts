import { defineServer } from "../define/define.ts";
import { answerForecasts, forecastParameters } from "./parameters/forecast.ts";
import { withDrivers } from "../demand/causes/with-drivers.ts";
import { forecastSeasons } from "../demand/networks/sequence/forecast-seasons.ts";
import { FEWEST } from "../demand/networks/sequence/forecast.ts";
import { DRIVER_DETAILS, driverLags, driverParameters, readDrivers } from "./parameters/drivers.ts";
import { networkOf, trainedModel, type NetworkSource } from "./parameters/trained-model.ts";

/** Three years of months with a level of 100 that grows by 1 a month, and a December three times as high. */
const toys = (t: number): number[] => [(100 + t) * (t % 12 === 11 ? 3 : 1)];
const TOYS = Array.from({ length: 36 }, (_, t) => toys(t));
const TOYS_NEXT = Array.from({ length: 12 }, (_, t) => toys(36 + t));

export const forecastLstm = defineServer({
  name: "FORECAST_LSTM",
  category: "Forecasting",
  summary: "Forecasts demand with a pretrained recurrent network that mixes and corrects statistical forecasts.",
  returns: "A column of forecasts; with level, three columns: forecast, low, high.",
  spills: true,
  details: [
    "Two small networks (LSTMs) of one kind, trained on thousands of business and demand series, serve every history: they are not trained on yours, so it needs not be long. Each takes out level, scale and season, reads the last 40 periods, weighs eight statistical forecasts (Theta, damped trend, smoothing, seasonal and others), corrects their mean, and answers quantiles of each period; the answer is the mean over both and over views of the history (whole and its last three quarters, with logarithms and without).",
    "The forecast is the median: half of the outcomes lie above it. Where a third or more of the latest 60 periods have no demand the median would often be 0 and the network is no better than smoothing, so the mean rate of the slow mover (Teunter, Syntetos & Babai) is answered, with the network's quantiles as low and high. For how much to order of slow movers use REORDER or LEAD_TIME_DEMAND, which look at totals.",
    `Fewer than ${FEWEST} periods with demand known, or a history that never changes, are answered by the last season repeated. Seasons are used from two full ones on. Beyond 60 periods ahead the correction stays that of period 60.`,
    "The season is found in the history when it is left out; giving it (12 for months, 52 for weeks) is surer for short histories. Beside a week of days a year of days is looked for where the history holds two and a half years, and taken out first.",
    "A model names weights fitted to your own table: train one in the task pane (Models), and write its version, such as shop@3. Versions never change; MODELS lists them with their errors.",
    DRIVER_DETAILS,
    "The network reads these effects too, of the last 40 periods and of every period ahead, with how uncertain they are and what was left over after like ones. It learnt from some two thousand histories with promotions, prices and holidays how far to believe them: it takes on more or less of an effect than the regression says, and low and high are wider where an effect is uncertain. A model trained on your own table knows of drivers what the pretrained network knew when it was trained.",
  ],
  formula: "q(h) = level + scale × (Σ w_k(h) base_k(h) + s(h) × δ(h) ± gaps), s(h) = √(0.6 + 0.4 h)",
  source:
    "Hochreiter & Schmidhuber (1997), Long short-term memory; hybrid of smoothing and a global network after Smyl (2020), International Journal of Forecasting 36; pinball loss of Koenker & Bassett (1978)",
  parameters: { ...forecastParameters, model: trainedModel, ...driverParameters, driver_lags: driverLags },
  examples: [
    {
      says: "demand that never changes",
      args: [[[20, 20, 20, 20, 20, 20]], 3],
      answer: [[20], [20], [20]],
      source: "by definition: the last season repeated",
    },
    {
      says: "toys: slow growth and a December three times as high",
      args: [TOYS, 12, 12],
      answer: TOYS_NEXT,
      tolerance: 0.1,
      source: "by construction: the next year continues at 136 to 147 a month, 441 in December",
    },
    {
      says: "with the range that holds nine outcomes in ten; too short for the network, so the last value goes on",
      args: [[[12, 15, 9, 14]], 2, 1, 0.9],
      answer: [
        [14, 6.054602133170029, 21.94539786682997],
        [14, 2.7635105782787956, 25.236489421721203],
      ],
      source:
        "Python 3.11.7, 14 ± NormalDist().inv_cdf(0.95) * sqrt((3**2 + 6**2 + 5**2) / 3), times sqrt(2) for the second",
    },
  ],
  async compute({ history, horizon, season, level, model, ...given }, engines: NetworkSource) {
    const network = await networkOf(model, engines);
    const drivers = readDrivers(given, history[0]!.length, horizon);
    return answerForecasts({ history, season, level }, (values, m) =>
      withDrivers(values, m, drivers, (adjusted, effects) => forecastSeasons(network, adjusted, m, horizon, effects)),
    );
  },
});
