import { defineOperation } from "./operation.ts";
import { modelSchema, newSeriesSchema } from "./training-schema.ts";

export const replaceSeries = defineOperation({
  id: "replaceSeries",
  kind: "json",
  method: "put",
  path: "/v1/models/{name}/series",
  tag: "Models",
  summary: "Gives a model newer series",
  description: "It is trained on them at the next scheduled time (the setting RETRAIN), by the same test.",
  parameters: { name: "The model's name, such as shop." },
  request: { schema: newSeriesSchema, megabytes: 64 },
  answer: { schema: modelSchema, description: "The model." },
  tool: false,
  roles: ["buyer"],
});
