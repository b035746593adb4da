import { ITEMS } from "./catalogue.ts";
import { WEEKS } from "./weeks.ts";
import type { ToyShop } from "./types.ts";

export type SheetCell = string | number | boolean | null;

/** How a column's cells are stored and shown. Dates are ISO texts here; codes are text, so leading zeros stay. */
export type ColumnKind = "text" | "units" | "money" | "date" | "yes-no" | "share" | "rate";

export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

export interface DemoSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A column and where its cells come from. */
type Field<T> = readonly [header: string, kind: ColumnKind, width: number, cell: (row: T) => SheetCell];

function sheet<T>(name: string, rows: readonly T[], fields: readonly Field<T>[]): DemoSheet {
  return {
    name,
    columns: fields.map(([header, kind, width]) => ({ header, kind, width })),
    rows: rows.map((row) => fields.map(([, , , cell]) => cell(row))),
  };
}

const items = (shop: ToyShop): DemoSheet =>
  sheet("Items", shop.items, [
    ["SKU", "text", 9, (i) => i.sku],
    ["Description", "text", 36, (i) => i.description],
    ["Category", "text", 22, (i) => i.category],
    ["Supplier", "text", 24, (i) => i.supplier],
    ["Supplier item", "text", 14, (i) => i.supplier_item],
    ["On hand", "units", 10, (i) => i.on_hand],
    ["Lead time (days)", "units", 16, (i) => i.lead_time_days],
    ["Unit cost", "money", 11, (i) => i.cost],
    ["Currency", "text", 10, (i) => i.currency],
    ["Price", "money", 11, (i) => i.price],
    ["MOQ", "units", 8, (i) => i.moq],
    ["Pack size", "units", 10, (i) => i.multiple],
    ["Maximum", "units", 10, (i) => i.maximum],
    ["Status", "text", 14, (i) => i.status],
  ]);

const sales = (shop: ToyShop): DemoSheet =>
  sheet("Sales", shop.sales, [
    ["Week", "date", 12, (s) => s.week],
    ["SKU", "text", 9, (s) => s.sku],
    ["Units", "units", 9, (s) => s.units],
    ["In stock", "yes-no", 10, (s) => s.in_stock],
  ]);

const orders = (shop: ToyShop): DemoSheet =>
  sheet("Open orders", shop.orders, [
    ["PO number", "text", 16, (o) => o.reference],
    ["SKU", "text", 9, (o) => o.sku],
    ["Supplier", "text", 24, (o) => o.supplier],
    ["Quantity", "units", 10, (o) => o.quantity],
    ["Order date", "date", 12, (o) => o.ordered],
    ["Due date", "date", 12, (o) => o.due],
  ]);

const suppliers = (shop: ToyShop): DemoSheet =>
  sheet("Suppliers", shop.suppliers, [
    ["Supplier", "text", 24, (s) => s.supplier],
    ["Currency", "text", 10, (s) => s.currency],
    ["Exchange rate", "rate", 14, (s) => s.rate],
    ["Lead time (days)", "units", 16, (s) => s.lead_time_days],
    ["MOQ", "units", 8, (s) => s.moq],
    ["Pack size", "units", 10, (s) => s.multiple],
    ["Minimum order", "money", 15, (s) => s.minimum_order],
  ]);

const promotions = (shop: ToyShop): DemoSheet =>
  sheet("Promotions", shop.promotions, [
    ["SKU", "text", 9, (p) => p.sku],
    ["Start", "date", 12, (p) => p.start],
    ["End", "date", 12, (p) => p.end],
    ["Discount", "share", 10, (p) => p.discount],
  ]);

function notes(shop: ToyShop): readonly string[] {
  return [
    "A synthetic toy shop, made by Lotwise to try it on.",
    "Every item, supplier, price, rate and sale in this workbook is invented; any likeness is chance.",
    `Made with seed ${shop.seed}; the same seed makes the same workbook. It is set on ${shop.today}, a Monday.`,
    "",
    `Items: ${ITEMS} items with stock, prices and the supplier's rules. SKUs are text: their leading zeros count.`,
    `Sales: units sold in each of the last ${WEEKS} complete weeks, by the week's Monday, since the item came on sale.`,
    "In stock is FALSE in weeks that a stock-out cut short: customers wanted more than the units say.",
    "Open orders: what past orders have yet to bring. Some are late, some are due far ahead.",
    `Suppliers: ${shop.suppliers.length} suppliers; the exchange rate is ${shop.currency} per unit of their currency.`,
    "Promotions: price cuts, past and announced.",
    "",
    "Look for: Christmas, summer and carnival peaks by category; growing, dying and brand-new items; slow movers.",
    "A few rows are damaged on purpose: two lead times are blank, one stock is negative, and one open order names",
    "an SKU that no item has. A plan should report them.",
  ];
}

/** The shop as the sheets of a workbook, under headings a buyer would use. */
export function toyShopSheets(shop: ToyShop): DemoSheet[] {
  return [
    sheet("Read me", notes(shop), [["About this workbook", "text", 110, (line) => line]]),
    ...[items, sales, orders, suppliers, promotions].map((make) => make(shop)),
  ];
}
