import { tableKind } from "./kind.ts";

/** Stock as it was counted, on one day or many. */
export const stockHistory = tableKind({
  name: "stock history",
  what: "counts of stock, no sales",
  named: [["counted"]],
  counts: "counted stock balance",
});
