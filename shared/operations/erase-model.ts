import { defineOperation } from "./operation.ts";
import { erasedSchema } from "./training-schema.ts";

export const eraseModel = defineOperation({
  id: "eraseModel",
  kind: "empty",
  method: "delete",
  path: "/v1/models/{name}",
  tag: "Models",
  summary: "Erases a model with its table and versions, or one version",
  description: "The number of an erased version is never given again.",
  parameters: { name: "A model's name, such as shop, or a version's, such as shop@3." },
  answer: { schema: erasedSchema, description: "It is erased." },
  tool: false,
  roles: ["buyer"],
});
