/** What a column can mean. One list serves the item, history, open-order and supplier tables. */
export const FIELDS = [
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
  "reference",
  "reserved",
  "backorders",
  "status",
  "successor",
  "order_quantity",
  "service_level",
  "date",
  "quantity",
  "in_stock",
  "rate",
] as const;
export type Field = (typeof FIELDS)[number];

/** The words of one language as data. Earlier synonyms are the surer ones; accents and case don't matter. */
export interface Language {
  readonly name: string;
  readonly fields: Readonly<Record<Field, readonly string[]>>;
  /** First cell of a totals row. */
  readonly totals: readonly string[];
  /** January to December: names and abbreviations. */
  readonly months: readonly (readonly string[])[];
  /** Words or letters before a week's number. */
  readonly week: readonly string[];
  /** Units of a lead time. */
  readonly days: readonly string[];
  readonly weeks: readonly string[];
  readonly monthUnits: readonly string[];
  /** Names of sheets. */
  readonly openOrders: readonly string[];
  readonly history: readonly string[];
  /** Values of a status column. */
  readonly active: readonly string[];
  readonly discontinued: readonly string[];
  readonly doNotOrder: readonly string[];
}
