import { replaySchema } from "../purchasing/replay/replay-schema.ts";
import { replayRequestSchema } from "../purchasing/terms/request-schema.ts";
import { defineOperation } from "./operation.ts";

export const replay = defineOperation({
  id: "replay",
  kind: "json",
  method: "post",
  path: "/v1/replay",
  tag: "Purchasing",
  summary: "Says what the last periods would have cost",
  description:
    "Plays the last periods of the histories under today's practice and by the plan's own decisions (`POST /v1/reorder`), both from the same stock and knowing only what was known at the time. Today's practice is an item's past orders where its `receipts` reach back as far as is played, else its own `reorder_point` and `order_up_to`; without them it is the usual rule (economic order quantity, normal safety stock, exponential smoothing). `compared_with` says which.",
  request: { schema: replayRequestSchema, megabytes: 64 },
  answer: { schema: replaySchema, description: "The answer." },
  job: { kind: "replay", when: "asked", counted: "items replayed", working: "Replaying on the server…" },
  tool: true,
  roles: ["buyer"],
});
