import { planSchema } from "../purchasing/plan/plan-schema.ts";
import { planRequestSchema } from "../purchasing/terms/request-schema.ts";
import { defineOperation } from "./operation.ts";

export const reorder = defineOperation({
  id: "reorder",
  kind: "json",
  method: "post",
  path: "/v1/reorder",
  tag: "Purchasing",
  summary: "Makes a reorder plan",
  description:
    "Forecasts each item, sets its reorder point and order-up-to level, applies the supplier's rules and says why. A bad row becomes an exception and costs only itself. A field that is none is refused by name: a misspelt rule would order wrongly without a word.",
  // Tens of thousands of items with years of history.
  request: { schema: planRequestSchema, megabytes: 64 },
  answer: { schema: planSchema, description: "The answer." },
  job: { kind: "reorder", when: "asked", counted: "items planned", working: "Planning on the server…" },
  tool: true,
  roles: ["buyer"],
});
