import type { System } from "./system.ts";

/** WooCommerce: the product exporter, and order lines of its analytics. */
export const woocommerce: System = {
  name: "WooCommerce",
  source: "https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Importer-&-Exporter",
  tables: [
    {
      kind: "items",
      columns: {
        ID: "ignore",
        Type: "ignore",
        SKU: "sku",
        "GTIN, UPC, EAN, or ISBN": "ignore",
        Name: "description",
        Published: "ignore",
        "Is featured?": "ignore",
        "In stock?": "ignore",
        Stock: "on_hand",
        // At which the shop is warned.
        "Low stock amount": "ignore",
        "Backorders allowed?": "ignore",
        "Sold individually?": "ignore",
        "Weight (kg)": "ignore",
        "Sale price": "ignore",
        "Regular price": "price",
        "Cost of goods": "cost",
        Position: "ignore",
      },
    },
    {
      kind: "history",
      columns: {
        Date: "date",
        "Order #": "ignore",
        "Order Number": "ignore",
        "Order Date": "date",
        "Order Status": "status",
        Status: "status",
        "Customer Name": "customer",
        SKU: "sku",
        "Item Name": "description",
        Quantity: "quantity",
        "Items Sold": "quantity",
        "Item Cost": "price",
        "Net Sales": "amount",
        "Order Total Amount": "ignore",
      },
      statuses: {
        pending: "draft",
        "on-hold": "open",
        processing: "open",
        completed: "done",
        refunded: "returned",
        cancelled: "cancelled",
        failed: "cancelled",
        "wc-completed": "done",
        "wc-processing": "open",
        "wc-cancelled": "cancelled",
        "wc-refunded": "returned",
      },
    },
  ],
};
