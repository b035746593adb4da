const LISTS = {
  items: [
    "sku",
    "description",
    "supplier",
    "supplier_item",
    "on_hand",
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
    "successor",
    "order_quantity",
    "reorder_point",
    "order_up_to",
    "service_level",
    "fill_rate",
    "quantity",
  ],
  history: ["sku", "description", "date", "quantity", "in_stock"],
  "open orders": ["sku", "description", "supplier", "on_order", "quantity", "due", "reference", "date"],
  suppliers: ["supplier", "lead_time", "currency", "rate", "moq", "multiple", "minimum_value"],
  promotions: ["sku", "description", "supplier", "start", "end", "discount", "promotion_price", "uplift"],
} as const;

/** The kinds of tables that a workbook may have. */
export type TableRole = keyof typeof LISTS;
/** What a column can mean. */
export type Field = (typeof LISTS)[TableRole][number];

/** What the columns of each kind of table can mean. */
export const FIELDS_OF: Readonly<Record<TableRole, readonly Field[]>> = LISTS;
/** Every field once. */
export const FIELDS: readonly Field[] = [...new Set(Object.values(FIELDS_OF).flat())];
