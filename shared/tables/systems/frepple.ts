import type { System } from "./system.ts";

/** frePPLe: buffers, item suppliers, sales orders and purchase orders. */
export const frepple: System = {
  name: "frePPLe",
  source: "https://raw.githubusercontent.com/frePPLe/frepple/9.19.0/doc/model-reference/purchase-orders.rst",
  tables: [
    {
      kind: "items",
      columns: {
        item: "sku",
        location: "location",
        onhand: "on_hand",
        // The least stock, not the least order.
        minimum: "ignore",
        maximum: "ignore",
        supplier: "supplier",
        cost: "cost",
        leadtime: "lead_time",
        "lead time": "lead_time",
        size_minimum: "moq",
        "size minimum": "moq",
        size_multiple: "multiple",
        "size multiple": "multiple",
        size_maximum: "maximum",
        "size maximum": "maximum",
        batchwindow: "ignore",
      },
    },
    {
      kind: "history",
      columns: {
        name: "ignore",
        item: "sku",
        location: "location",
        customer: "customer",
        quantity: "quantity",
        due: "date",
        status: "status",
        priority: "ignore",
        minshipment: "ignore",
        maxlateness: "ignore",
        "delivery date": "ignore",
      },
      statuses: { inquiry: "draft", quote: "draft", open: "open", closed: "done", canceled: "cancelled" },
    },
    {
      kind: "open orders",
      columns: {
        reference: "reference",
        item: "sku",
        location: "ignore",
        supplier: "supplier",
        quantity: "quantity",
        "ordering date": "ignore",
        "start date": "ignore",
        "receipt date": "due",
        "end date": "due",
        status: "status",
      },
      statuses: {
        proposed: "draft",
        approved: "open",
        confirmed: "open",
        completed: "done",
        closed: "done",
        cancelled: "cancelled",
      },
    },
  ],
};
