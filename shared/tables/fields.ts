import type { Field } from "./fields/index.ts";

export type { Field } from "./fields/index.ts";

const LISTS = {
  items: [
    "sku",
    "description",
    "supplier",
    "supplier_item",
    "on_hand",
    "available",
    "lead_time",
    "cost",
    "currency",
    "price",
    "moq",
    "multiple",
    "maximum",
    "on_order",
    "due",
    "reserved",
    "backorders",
    "status",
    "active",
    "discontinued",
    "blocked",
    "location",
    "successor",
    "order_quantity",
    "reorder_point",
    "order_up_to",
    "service_level",
    "fill_rate",
  ],
  history: [
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
  "open orders": [
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
  suppliers: ["supplier", "lead_time", "currency", "rate", "moq", "minimum_value", "multiple"],
  promotions: ["sku", "description", "supplier", "start", "end", "discount", "promotion_price", "uplift"],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

/** The kinds of tables that a workbook may have. */
export type TableRole = keyof typeof LISTS;

/** What the columns of each kind of table can mean. */
export const FIELDS_OF: Readonly<Record<TableRole, readonly Field[]>> = LISTS;
