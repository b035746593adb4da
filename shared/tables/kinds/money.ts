import { tableKind } from "./kind.ts";

/** Sales or values in money. */
export const money = tableKind({
  name: "money",
  what: "money, no units",
  named: [["revenue"], ["value", "qty piece"], ["currency", "qty piece price"]],
});
