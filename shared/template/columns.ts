/** What a column of the template takes; its validation, its format and its width follow from it. */
export type TemplateKind = "text" | "quantity" | "money" | "rate" | "days" | "date" | "share" | "yes-no";

export interface TemplateColumn {
  /** Its name in the words of each language. */
  readonly key: ColumnKey;
  readonly kind: TemplateKind;
  /** Nothing can be planned without it. */
  readonly needed?: true;
  readonly example: string | number | ExampleWord;
}

/** An example that is written in the language of the workbook. */
export interface ExampleWord {
  readonly word: "description" | "supplier" | "yes" | "no";
}

export type SheetKey = "items" | "sales" | "orders" | "suppliers" | "promotions";

export type ColumnKey =
  | "sku"
  | "description"
  | "supplier"
  | "supplier_item"
  | "on_hand"
  | "lead_time"
  | "cost"
  | "currency"
  | "moq"
  | "multiple"
  | "maximum"
  | "discontinued"
  | "date"
  | "sold"
  | "in_stock"
  | "reference"
  | "open_quantity"
  | "due"
  | "minimum_value"
  | "rate"
  | "start"
  | "end"
  | "discount";

const SKU = { key: "sku", kind: "text", needed: true, example: "A-100" } as const;
const SUPPLIER = { key: "supplier", kind: "text", example: { word: "supplier" } } as const;
const CURRENCY = { key: "currency", kind: "text", example: "EUR" } as const;

/** The sheets of the template with their columns, in their order. */
export const TEMPLATE: Readonly<Record<SheetKey, readonly TemplateColumn[]>> = {
  items: [
    SKU,
    { key: "description", kind: "text", example: { word: "description" } },
    SUPPLIER,
    { key: "supplier_item", kind: "text", example: "4711" },
    { key: "on_hand", kind: "quantity", needed: true, example: 120 },
    { key: "lead_time", kind: "days", needed: true, example: 14 },
    { key: "cost", kind: "money", example: 4.5 },
    CURRENCY,
    { key: "moq", kind: "quantity", example: 50 },
    { key: "multiple", kind: "quantity", example: 10 },
    { key: "maximum", kind: "quantity", example: 500 },
    { key: "discontinued", kind: "yes-no", example: { word: "no" } },
  ],
  sales: [
    { key: "date", kind: "date", needed: true, example: "2026-01-31" },
    SKU,
    { key: "sold", kind: "quantity", needed: true, example: 12 },
    { key: "in_stock", kind: "yes-no", example: { word: "yes" } },
  ],
  orders: [
    { key: "reference", kind: "text", example: "PO-1001" },
    SKU,
    { key: "open_quantity", kind: "quantity", needed: true, example: 60 },
    { key: "due", kind: "date", example: "2026-02-16" },
  ],
  suppliers: [
    { ...SUPPLIER, needed: true },
    { key: "lead_time", kind: "days", example: 14 },
    { key: "minimum_value", kind: "money", example: 250 },
    CURRENCY,
    { key: "rate", kind: "rate", example: 1 },
  ],
  promotions: [
    SKU,
    { key: "start", kind: "date", needed: true, example: "2026-03-02" },
    { key: "end", kind: "date", needed: true, example: "2026-03-08" },
    { key: "discount", kind: "share", example: 0.2 },
  ],
};
