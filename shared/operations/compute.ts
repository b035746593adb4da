import { computeRequestSchema, computeResponseSchema } from "./compute-schema.ts";
import { defineOperation } from "./operation.ts";

export const compute = defineOperation({
  id: "compute",
  kind: "json",
  method: "post",
  path: "/v1/compute",
  tag: "Functions",
  summary: "Evaluates worksheet functions",
  description:
    "The same code as in the cell. A bad call never changes the status nor its neighbours: its result is an error. A range is an array of rows; null stands for an argument left out, or for a blank cell, which counts as 0.",
  // Excel on the web sends at most 5 MB; programs may send somewhat more.
  request: { schema: computeRequestSchema, megabytes: 10 },
  answer: { schema: computeResponseSchema, description: "One result a call." },
  tool: true,
  roles: ["viewer", "buyer"],
});
