import { defineServer } from "../define/define.ts";
import type { RivalKey } from "../demand/networks/trained/card.ts";
import type { ModelVersion } from "../demand/networks/trained/version.ts";
import type { Engines } from "./engines.ts";

const HEADER = [
  "Version",
  "Newest",
  "Trained on",
  "Season",
  "Horizon",
  "Series",
  "Error",
  "FORECAST_BEST",
  "Pretrained",
  "Seasonal naive",
];

/** The row of one version; errors as in its card. */
function rowOf({ version, card, created }: ModelVersion, current: string | null): (string | number | boolean)[] {
  const errorOf = (key: RivalKey): number | string => card.rivals.find(({ rival }) => rival === key)?.mase ?? "";
  return [
    version,
    version === current,
    created.slice(0, 10),
    card.season,
    card.horizon,
    card.used,
    card.trained.mase,
    errorOf("best"),
    errorOf("pretrained"),
    errorOf("naive"),
  ];
}

export const models = defineServer({
  name: "MODELS",
  category: "Forecasting",
  summary: "Lists the models trained on your own tables, with how well each forecasts.",
  returns: "A header and a row for each version: its name, and its error beside that of other forecasts.",
  spills: true,
  details: [
    'Name a version as the model of FORECAST_LSTM, =FORECAST_LSTM(A2:A105, 13, 52, , "shop@3"). Models are trained in the task pane (Models), or over HTTP by POST /v1/models.',
    "Errors are mean absolute errors on the last periods of your own history, which training never saw, in units of what repeating the season before would have missed within the history (MASE): below 1 is better than that. Only a model that errs less than all it is measured against becomes a version.",
    "A cell keeps the list it has; calculate the sheet anew to see versions that were trained since.",
  ],
  formula: "error = mean over series of mean |demand − forecast| / mean |demand − demand a season before|",
  source: "Hyndman & Koehler (2006), Another look at measures of forecast accuracy",
  parameters: {},
  examples: [
    {
      says: "what each column says; a row for each version follows",
      args: [],
      answer: (answer) => Array.isArray(answer) && answer[0]!.join() === HEADER.join(),
      source: "by definition",
    },
  ],
  async compute(_args, engines: Pick<Engines, "trainedModels">) {
    const trained = await engines.trainedModels();
    return [HEADER, ...trained.flatMap(({ versions, current }) => versions.map((each) => rowOf(each, current)))];
  },
});
