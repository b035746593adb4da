import { defineOperation } from "./operation.ts";
import { modelOrVersionSchema } from "./training-schema.ts";

export const getModel = defineOperation({
  id: "getModel",
  kind: "json",
  method: "get",
  path: "/v1/models/{name}",
  tag: "Models",
  summary: "Shows a model, or one of its versions",
  parameters: { name: "A model's name, such as shop, or a version's, such as shop@3." },
  answer: { schema: modelOrVersionSchema, description: "The model, or the version." },
  tool: true,
  roles: ["viewer", "buyer"],
});
