import type { System } from "./system.ts";

/** Stocky, Shopify's inventory app: low stock variants and purchase orders. */
export const stocky: System = {
  name: "Stocky",
  source:
    "https://help.shopify.com/en/manual/sell-in-person/shopify-pos/inventory-management/stocky/inventory-management/low-stock",
  tables: [
    {
      kind: "items",
      columns: {
        Product: "description",
        Variant: "ignore",
        SKU: "sku",
        Vendor: "supplier",
        Stock: "on_hand",
        "On order": "on_order",
        "Lead time": "lead_time",
        ROP: "reorder_point",
        Need: "ignore",
        Depletion: "ignore",
        "Days remaining": "ignore",
        "Lost revenue per day": "ignore",
        "Sales per day": "ignore",
      },
    },
    {
      kind: "open orders",
      columns: {
        "Purchase Order": "reference",
        "PO Number": "reference",
        Supplier: "supplier",
        Product: "description",
        SKU: "sku",
        "Supplier Code": "ignore",
        Quantity: "quantity",
        "Quantity Ordered": "quantity",
        "Quantity Received": "received",
        "Cost Price": "ignore",
        "Total Cost": "ignore",
        "Expected on": "due",
        "Expected date": "due",
        Status: "status",
      },
      statuses: { Draft: "draft", Ordered: "open", Partial: "partial", Received: "done", Cancelled: "cancelled" },
    },
  ],
};
