import { z } from "zod";
import type { Immutable } from "../define/immutable.ts";
import { RIVALS, type RivalKey, type TrainingCard } from "../demand/networks/trained/card.ts";
import type { CurvePoint } from "../demand/networks/trained/curve.ts";
import { LARGEST_COUNT, MODEL_NAME, type ModelVersion, type TrainedModel } from "../demand/networks/trained/version.ts";
import { amount, count, text } from "../purchasing/terms/schema-parts.ts";

/** Of a table to train on. */
export const MOST = { series: 20_000, points: 5_000_000, longest: 100_000 };

const seriesSchema = z
  .record(z.string(), z.array(z.number().nullable()).max(MOST.longest))
  .describe("Demand of each SKU, oldest first; null where it is unknown.")
  .meta({ minProperties: 1, maxProperties: MOST.series });
export type SeriesTable = Immutable<z.infer<typeof seriesSchema>>;

const periods = (description: string) => z.int().min(1).max(LARGEST_COUNT).describe(description).optional();

export const trainingRequestSchema = z
  .strictObject({
    name: z
      .string()
      .regex(new RegExp(`^${MODEL_NAME}$`))
      .describe("The model's name. Training it again makes the next version."),
    season: periods("Periods in a season; found in the series where not given."),
    horizon: periods("Periods to forecast, which decide the held-back window; by the season where not given."),
    series: seriesSchema,
  })
  .meta({ id: "TrainingRequest" });
export type TrainingRequest = Immutable<z.infer<typeof trainingRequestSchema>>;

export const newSeriesSchema = z.strictObject({ series: seriesSchema });

const errors = {
  mase: amount("Mean absolute error in units of the seasonal naive forecast's within the history."),
  pinball: amount("Mean pinball loss of nine quantiles, in the same units."),
};

const cardSchema = z
  .object({
    season: count("Periods in a season; 1 for none."),
    horizon: count("Periods of the held-back window."),
    series: count("Series of the table."),
    used: count("Those long enough to train on."),
    scored: count("Those the errors are a mean of."),
    steps: count("Steps taken until the validation loss fell no more, by all members together."),
    kept: count("The steps that are kept, of all members together; 0 is the pretrained network."),
    trained: z.object(errors).describe("Errors of the trained network on the held-back window."),
    rivals: z
      .array(z.object({ rival: z.enum(Object.keys(RIVALS) as RivalKey[]), ...errors }))
      .describe("Errors of what it is measured against."),
    better: z.boolean().describe("Whether it errs less than all of those; only then it becomes a version."),
  })
  .meta({ id: "TrainingCard" }) satisfies z.ZodType<TrainingCard>;

export const versionSchema = z
  .object({
    version: text("As FORECAST_LSTM takes it: shop@3. A version never changes."),
    card: cardSchema,
    created: z.string().meta({ format: "date-time" }),
  })
  .meta({ id: "ModelVersion" }) satisfies z.ZodType<ModelVersion>;

export const modelSchema = z
  .object({
    name: text("The model's name."),
    current: text("The newest version; null while no training was better than what there was.").nullable(),
    stale: z.boolean().describe("Whether its series have changed since it was last trained."),
    card: cardSchema.nullable().describe("How the last training ended."),
    versions: z.array(versionSchema).describe("Oldest first."),
  })
  .meta({ id: "Model" }) satisfies z.ZodType<TrainedModel>;

export const modelOrVersionSchema = z.union([modelSchema, versionSchema]);
export const modelsSchema = z.object({ models: z.array(modelSchema) });
/** Nothing is left to say of what is erased. */
export const erasedSchema = z.null();

const pointSchema = z.object({
  step: count("The training step."),
  training: amount("Running mean of the training loss; not before the first step.").exactOptional(),
  validation: amount("Loss on the window before the last."),
}) satisfies z.ZodType<CurvePoint>;

export const trainingResultSchema = z
  .object({
    name: text("The model's name."),
    version: text("The version made; null where it was not better: keep what you have.").nullable(),
    card: cardSchema,
    says: text("The card in words."),
    curve: z.array(pointSchema).describe("The losses of the training."),
  })
  .meta({ id: "TrainingResult" });
export type TrainingResult = Immutable<z.infer<typeof trainingResultSchema>>;

/** What the job of a training shows of its work. */
export interface TrainingDetails {
  readonly curve: readonly CurvePoint[];
}
