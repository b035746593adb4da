import type { System } from "./system.ts";

/** Square: the item library and item sales detail. */
export const square: System = {
  name: "Square",
  source: "https://squareup.com/help/gb/en/article/5966-item-library-and-unit-cost-management",
  tables: [
    {
      kind: "items",
      columns: {
        Token: "ignore",
        "Item Name": "description",
        "Variation Name": "ignore",
        SKU: "sku",
        GTIN: "ignore",
        Description: "ignore",
        Category: "ignore",
        Price: "price",
        "Current Quantity": "on_hand",
        "New Quantity": "ignore",
        "Stock Alert Enabled": "ignore",
        // At which the shop is warned.
        "Stock Alert Count": "ignore",
        "Default Unit Cost": "cost",
        "Default Vendor Name": "supplier",
        "Default Vendor Code": "supplier_item",
        "Unit and Precision": "ignore",
        Archived: "discontinued",
      },
    },
    {
      kind: "history",
      columns: {
        Date: "date",
        Time: "ignore",
        "Time Zone": "ignore",
        Category: "ignore",
        Item: "description",
        Qty: "quantity",
        "Price Point Name": "ignore",
        SKU: "sku",
        "Modifiers Applied": "ignore",
        "Gross Sales": "amount",
        Discounts: "ignore",
        "Net Sales": "ignore",
        Tax: "ignore",
        "Transaction ID": "ignore",
        "Payment ID": "ignore",
        "Event Type": "movement",
        Location: "location",
        Unit: "ignore",
        Count: "ignore",
      },
      signs: "in is negative",
      movements: { Payment: "out", Refund: "return" },
    },
  ],
};
