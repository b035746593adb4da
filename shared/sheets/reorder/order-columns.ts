import { conclusionFirst } from "./conclusion-first.ts";
import type { ColumnKind, SpecCell } from "../spec.ts";
import { HEADERS, NO_CURRENCY, NO_SUPPLIER, type Heading } from "./headers.ts";
import type { OrderLine } from "./order-lines.ts";
import { showOwn } from "./own-quantity.ts";
import { lineCost } from "./supplier-groups.ts";

/** A line with what its row of the sheet needs beside it. */
export interface PlacedLine {
  readonly line: OrderLine;
  readonly rate: number | null;
  /** The address of a cell of the same row. */
  at(heading: Heading): string;
}

export interface OrderColumn {
  readonly heading: Heading;
  /** The most that a text takes, in characters. */
  readonly width: number;
  readonly kind: ColumnKind;
  cell(placed: PlacedLine): SpecCell;
}

/** Above the columns whose words depend on the plan. */
export function headerOf(heading: Heading, company: string | undefined): string {
  return heading === "worth" && company ? `Cost in ${company}` : HEADERS[heading];
}

const column = (heading: Heading, width: number, kind: ColumnKind, cell: OrderColumn["cell"]): OrderColumn => ({
  heading,
  width,
  kind,
  cell,
});

const dateCell = (date: string | null): SpecCell => (date === null ? null : { date });
/** A tenth of a unit is all that anyone orders by. */
const rounded = (x: number): number => Math.round(x * 10) / 10;

/** A figure of the plan; blank where the plan does not know the line. */
const planned = (heading: Heading, width: number, of: (line: OrderLine) => number): OrderColumn =>
  column(heading, width, "quantity", ({ line }) => (line.planned ? rounded(of(line)) : null));

const COLUMNS: readonly OrderColumn[] = [
  column("sku", 22, "text", ({ line }) => line.sku),
  column("description", 26, "text", ({ line }) => line.description || null),
  column("quantity", 11, "input", ({ line }) => line.quantity),
  column("why", 96, "text", ({ line }) => conclusionFirst(line.why) || null),
  column("arrival", 12, "date", ({ line }) => dateCell(line.arrival)),
  column("cover", 10, "quantity", ({ line }) => (line.cover_days === null ? null : Math.round(line.cover_days))),
  column("supplier", 24, "text", ({ line }) => line.supplier || NO_SUPPLIER),
  column("status", 14, "entry", ({ line }) => line.status || null),
  column("reference", 14, "entry", ({ line }) => line.reference || null),
  column("supplierItem", 21, "text", ({ line }) => line.supplier_item || null),
  column("suggested", 11, "quantity", ({ line }) => line.suggested),
  column("own", 20, "text", ({ line }) => showOwn(line.own)),
  column("caseSize", 11, "quantity", ({ line }) => line.caseSize),
  column("cases", 9, "quantity", ({ line, at }) =>
    line.caseSize === null
      ? null
      : { formula: `=${at("quantity")}/${at("caseSize")}`, result: line.quantity / line.caseSize },
  ),
  column("unitCost", 11, "money", ({ line }) => line.unit_cost),
  column("cost", 13, "money", ({ line, at }) => {
    const cost = lineCost(line);
    return cost === null ? null : { formula: `=${at("quantity")}*${at("unitCost")}`, result: cost };
  }),
  column("currency", 10, "text", ({ line }) => line.currency || NO_CURRENCY),
  column("rate", 9, "rate", ({ rate }) => rate),
  column("worth", 14, "money", ({ line, rate, at }) => {
    const cost = lineCost(line);
    return cost === null || rate === null ? null : { formula: `=${at("cost")}*${at("rate")}`, result: cost * rate };
  }),
  column("orderBy", 12, "date", ({ line }) => dateCell(line.order_date)),
  planned("onHand", 10, (line) => line.on_hand),
  planned("onOrder", 10, (line) => line.on_order),
  planned("reorderPoint", 10, (line) => line.reorder_point),
  planned("expected", 12, (line) => line.expected_demand),
  planned("safetyStock", 10, (line) => line.safety_stock),
];

/**
 * Which amounts a buyer can compare down the column of costs: lines of one currency by what they cost, of several by
 * what that is in the company's where every rate is known.
 */
export type Money = "one currency" | "foreign" | "company" | "mixed";
const MONEY: Readonly<Record<Money, readonly Heading[]>> = {
  "one currency": ["cost"],
  foreign: ["cost", "currency"],
  company: ["worth"],
  mixed: ["cost", "currency"],
};
const BEFORE = ["sku", "description", "quantity", "why"] as const;
const AFTER = ["arrival", "cover", "supplier", "status", "reference"] as const;

/** The columns that a buyer decides by, in order, and the details behind them. */
export function orderColumns(
  money: Money,
  without: readonly Heading[],
): { readonly shown: readonly OrderColumn[]; readonly details: readonly OrderColumn[] } {
  const first: readonly Heading[] = [...BEFORE, ...MONEY[money], ...AFTER];
  const kept = COLUMNS.filter(({ heading }) => !without.includes(heading));
  return {
    shown: first.flatMap((heading) => kept.filter((column) => column.heading === heading)),
    details: kept.filter(({ heading }) => !first.includes(heading)),
  };
}
