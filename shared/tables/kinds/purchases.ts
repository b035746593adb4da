import { tableKind } from "./kind.ts";

/** Purchases, most of them received. */
export const purchases = tableKind({
  name: "purchases",
  what: "past purchases, no sales",
  mayCome: true,
  named: [["purchase"]],
  counts: "purchase",
});
