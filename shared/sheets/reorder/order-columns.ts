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

interface OrderColumn {
  readonly heading: Heading;
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

/** The columns of the reorder sheet, in order. */
export const ORDER_COLUMNS: readonly OrderColumn[] = [
  column("supplier", 18, "text", ({ line }) => line.supplier || NO_SUPPLIER),
  column("sku", 17, "text", ({ line }) => line.sku),
  column("description", 28, "text", ({ line }) => line.description || null),
  column("supplierItem", 21, "text", ({ line }) => line.supplier_item || null),
  column("suggested", 11, "quantity", ({ line }) => line.suggested),
  column("quantity", 11, "input", ({ line }) => line.quantity),
  column("own", 13, "text", ({ line }) => showOwn(line.own)),
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
  column("arrival", 12, "date", ({ line }) => dateCell(line.arrival)),
  column("cover", 10, "quantity", ({ line }) => (line.cover_days === null ? null : Math.round(line.cover_days))),
  planned("onHand", 10, (line) => line.on_hand),
  planned("onOrder", 10, (line) => line.on_order),
  planned("reorderPoint", 10, (line) => line.reorder_point),
  planned("expected", 12, (line) => line.expected_demand),
  planned("safetyStock", 10, (line) => line.safety_stock),
  column("why", 70, "wrapped", ({ line }) => line.why || null),
  column("status", 14, "entry", ({ line }) => line.status || null),
  column("reference", 14, "entry", ({ line }) => line.reference || null),
];
