import { healthSchema } from "./health-schema.ts";
import { defineOperation } from "./operation.ts";

export const health = defineOperation({
  id: "health",
  kind: "json",
  method: "get",
  path: "/health",
  tag: "Server",
  summary: "Says that the server is up, and which version it is",
  answer: { schema: healthSchema, description: "The server is up." },
  tool: false,
  roles: [],
});
