import { tableKind } from "./kind.ts";

/** Promotions: what is dearer or cheaper, and from when to when. */
export const promotions = tableKind({
  name: "promotions",
  fields: ["sku", "description", "supplier", "start", "end", "discount", "promotion_price", "uplift"],
  named: [["promotion", "sale demand order forecast"]],
});
