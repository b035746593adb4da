import { RIVALS, type TrainingCard, type WindowErrors } from "../../../shared/demand/training/card.ts";
import type { CurvePoint } from "../../../shared/demand/training/curve.ts";
import type { ModelVersion, TrainedModel } from "../../../shared/demand/training/model.ts";
import type { TrainingResult } from "../../tuning/models.ts";
import { LIMITS, type TrainingRequest } from "../../tuning/table.ts";
import { ALWAYS, body, LOCATION } from "./operation.ts";
import { json, problemsOf } from "./responses.ts";
import { amount, count, list, object, orNull, ref, text, type Schema } from "./schema.ts";

type Fields<T> = Readonly<Record<keyof T, Schema>>;

const series: Schema = {
  type: "object",
  minProperties: 1,
  maxProperties: LIMITS.series,
  additionalProperties: { ...list({ type: ["number", "null"] }), maxItems: LIMITS.longest },
  description: "Demand of each SKU, oldest first; null where it is unknown.",
};

const periods = (name: "season" | "horizon", description: string): Schema => ({
  type: "integer",
  minimum: 1,
  maximum: LIMITS[name],
  description,
});

const request = {
  name: {
    type: "string",
    pattern: `^[a-z][a-z0-9_-]{0,${LIMITS.name - 1}}$`,
    description: "The model's name. Training it again makes the next version.",
  },
  season: periods("season", "Periods in a season; found in the series where not given."),
  horizon: periods("horizon", "Periods to forecast, which decide the held-back window; by the season where not given."),
  series,
} satisfies Fields<TrainingRequest>;

const errors = {
  mase: amount("Mean absolute error in units of the seasonal naive forecast's within the history."),
  pinball: amount("Mean pinball loss of nine quantiles, in the same units."),
} satisfies Fields<WindowErrors>;

const card = {
  season: count("Periods in a season; 1 for none."),
  horizon: count("Periods of the held-back window."),
  series: count("Series of the table."),
  used: count("Those long enough to train on."),
  scored: count("Those the errors are a mean of."),
  steps: count("Steps taken until the validation loss fell no more, by all members together."),
  kept: count("The steps that are kept, of all members together; 0 is the pretrained network."),
  trained: { ...object(errors), description: "Errors of the trained network on the held-back window." },
  rivals: list(object({ rival: { enum: Object.keys(RIVALS) }, ...errors }), "Errors of what it is measured against."),
  better: { type: "boolean", description: "Whether it errs less than all of those; only then it becomes a version." },
} satisfies Fields<TrainingCard>;

const version = {
  version: text("As FORECAST_LSTM takes it: shop@3. A version never changes."),
  card: ref("TrainingCard"),
  created: { type: "string", format: "date-time" },
} satisfies Fields<ModelVersion>;

const model = {
  name: text("The model's name."),
  current: orNull(text("The newest version; null while no training was better than what there was.")),
  stale: { type: "boolean", description: "Whether its series have changed since it was last trained." },
  card: { anyOf: [ref("TrainingCard"), { type: "null" }], description: "How the last training ended." },
  versions: list(ref("ModelVersion"), "Oldest first."),
} satisfies Fields<TrainedModel>;

const point = {
  step: count("The training step."),
  training: amount("Running mean of the training loss."),
  validation: amount("Loss on the window before the last."),
} satisfies Fields<CurvePoint>;

const result = {
  name: text("The model's name."),
  version: orNull(text("The version made; null where it was not better: keep what you have.")),
  card: ref("TrainingCard"),
  says: text("The card in words."),
  curve: list(object(point, ["training"]), "The losses of the training."),
} satisfies Fields<TrainingResult>;

export const modelSchemas: Readonly<Record<string, Schema>> = {
  TrainingRequest: object(request, ["season", "horizon"]),
  TrainingCard: object(card),
  ModelVersion: object(version),
  Model: object(model),
  TrainingResult: object(result),
};

const name: Schema = {
  name: "name",
  in: "path",
  required: true,
  description: "The model's name, such as shop.",
  schema: { type: "string" },
};

export const modelPaths: Record<string, Schema> = {
  "/v1/models": {
    get: {
      operationId: "listModels",
      tags: ["Models"],
      summary: "Lists the trained models with their versions and scores",
      responses: {
        200: json("The models, by name.", object({ models: list(ref("Model")) })),
        ...problemsOf(...ALWAYS),
      },
    },
    post: {
      operationId: "trainModel",
      tags: ["Models"],
      summary: "Trains the forecasting network on a table of series",
      description:
        "The last window of each series is held back; the one before it decides when to stop. The weights become the next version only where they err less on the held-back window than FORECAST_BEST, the pretrained network, the last season repeated and the version in use.",
      requestBody: body(ref("TrainingRequest")),
      responses: {
        202: { ...json("The job that trains.", ref("Job")), headers: { Location: LOCATION } },
        ...problemsOf(400, 413, 415, ...ALWAYS),
      },
    },
  },
  "/v1/models/{name}": {
    parameters: [{ ...name, description: "A model's name, such as shop, or a version's, such as shop@3." }],
    get: {
      operationId: "getModel",
      tags: ["Models"],
      summary: "Shows a model, or one of its versions",
      responses: {
        200: json("The model, or the version.", { oneOf: [ref("Model"), ref("ModelVersion")] }),
        ...problemsOf(404, ...ALWAYS),
      },
    },
    delete: {
      operationId: "eraseModel",
      tags: ["Models"],
      summary: "Erases a model with its table and versions, or one version",
      description: "The number of an erased version is never given again.",
      responses: { 204: { description: "It is erased." }, ...problemsOf(404, ...ALWAYS) },
    },
  },
  "/v1/models/{name}/series": {
    parameters: [name],
    put: {
      operationId: "replaceSeries",
      tags: ["Models"],
      summary: "Gives a model newer series",
      description: "It is trained on them at the next scheduled time (the setting RETRAIN), by the same test.",
      requestBody: body(object({ series })),
      responses: { 200: json("The model.", ref("Model")), ...problemsOf(400, 404, 413, 415, ...ALWAYS) },
    },
  },
};
