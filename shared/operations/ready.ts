import { readySchema } from "./health-schema.ts";
import { defineOperation } from "./operation.ts";

export const ready = defineOperation({
  id: "ready",
  kind: "json",
  method: "get",
  path: "/ready",
  tag: "Server",
  summary: "Says whether work can be stored now",
  answer: { schema: readySchema, description: "The database answers." },
  problems: [503],
  tool: false,
  roles: [],
});
