import { defineOperation } from "./operation.ts";
import { trainingRequestSchema, trainingResultSchema } from "./training-schema.ts";

export const trainModel = defineOperation({
  id: "trainModel",
  kind: "json",
  method: "post",
  path: "/v1/models",
  tag: "Models",
  summary: "Trains the forecasting network on a table of series",
  description:
    "The last window of each series is held back; the one before it decides when to stop. The weights become the next version only where they err less on the held-back window than FORECAST_BEST, the pretrained network, the last season repeated and the version in use.",
  // Years of daily demand of thousands of items.
  request: { schema: trainingRequestSchema, megabytes: 64 },
  answer: { schema: trainingResultSchema, description: "How the training ended." },
  job: { kind: "train", when: "always", working: "Training on the server…" },
  tool: false,
  roles: ["buyer"],
});
