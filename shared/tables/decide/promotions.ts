import { FIELDS_OF } from "../kinds/index.ts";
import { assign } from "./columns.ts";
import { decision, has, stocked, type Rule } from "./decision.ts";

/** What is cheaper, and from when to when. */
export const promotions: Rule = ({ columns, named, history }) => {
  const found = assign(columns, "promotions");
  const items = assign(columns, "items", new Set(found.columns.values()));
  const date = history.columns.get("date");
  if (named === "promotions" && !found.columns.has("start") && date !== undefined) {
    for (const [field, column] of found.columns) if (column === date) found.columns.delete(field);
    found.columns.set("start", date);
  }
  if (!found.columns.has("start") || stocked(items)) return undefined;
  const says = (["discount", "promotion_price", "uplift"] as const).some((field) => found.columns.has(field));
  const purchases = (["cost", "moq", "multiple", "on_order", "due"] as const).some((field) => items.columns.has(field));
  const otherwise = FIELDS_OF.items.some(
    (field) => !["sku", "description", "supplier"].includes(field) && items.columns.has(field),
  );
  const orders = assign(columns, "open orders", new Set(found.columns.values()));
  const quantity = has(orders, "quantity") || has(orders, "on_order") || has(orders, "reference");
  const purchaseLike = purchases || quantity;
  const timed = found.columns.has("sku") && found.columns.has("end") && !otherwise && !quantity;
  return named === "promotions" || (says && !purchaseLike) || timed ? [decision("promotions", found)] : undefined;
};
