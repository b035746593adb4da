import { defineOperation } from "./operation.ts";
import { modelsSchema } from "./training-schema.ts";

export const listModels = defineOperation({
  id: "listModels",
  kind: "json",
  method: "get",
  path: "/v1/models",
  tag: "Models",
  summary: "Lists the trained models with their versions and scores",
  answer: { schema: modelsSchema, description: "The models, by name." },
  tool: true,
  roles: ["viewer", "buyer"],
});
