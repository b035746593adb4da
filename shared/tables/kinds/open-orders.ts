import { tableKind } from "./kind.ts";

/** Purchases that are still to come. */
export const openOrders = tableKind({
  name: "open orders",
  fields: [
    "sku",
    "description",
    "supplier",
    "on_order",
    "quantity",
    "received",
    "unit",
    "due",
    "date",
    "reference",
    "status",
    "closed",
    "amount",
    "cost",
  ],
  named: [["onorder"], ["incoming"], ["remaining order"], ["open"], ["purchase order"], ["supplier order"]],
});
