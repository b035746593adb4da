import { tableKind } from "./kind.ts";

/** Sales or usage: a row a sale, or a column a period. */
export const history = tableKind({
  name: "history",
  fields: [
    "sku",
    "description",
    "date",
    "year",
    "month",
    "week",
    "quantity",
    "quantity_out",
    "quantity_in",
    "unit",
    "movement",
    "status",
    "location",
    "in_stock",
    "customer",
    "amount",
    "price",
  ],
  named: [
    ["so"],
    ["sale"],
    ["demand", "onorder incoming remaining open purchase supplier movement"],
    ["shipped", "onorder incoming remaining open purchase supplier movement"],
  ],
});
