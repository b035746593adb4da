import { tableKind } from "./kind.ts";

/** Goods received. */
export const receipts = tableKind({
  name: "receipts",
  what: "receipts of goods, no sales",
  named: [["received", "sale"]],
  counts: "received",
});
