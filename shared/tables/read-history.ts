import type { DayNumber } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";
import { dateReader, decimalSigns, numberReader } from "./columns.ts";
import type { DatedSpan, DateOrder } from "./dates.ts";
import type { Collector } from "./findings.ts";
import { dataRows, headerText, type FoundTable } from "./find-tables.ts";
import { statusOf } from "../words/item-status.ts";
import { cellText, columnLetter, isBlank, quoted, type CellValue } from "./sheet.ts";
import { isMissingMark } from "../define/cells.ts";
import { numberOf } from "./numbers.ts";

/** Demand as read, one entry a transaction or a cell. NaN is a missing value. */
export interface Demand {
  readonly skus: string[];
  readonly days: DayNumber[];
  readonly quantities: number[];
  /** How long the dates last: "Jan 2024" lasts a month. */
  readonly spans: Set<Period>;
  /** Text beside the SKU where there is some, by SKU. */
  readonly descriptions: Map<string, string>;
}

export function noDemand(): Demand {
  return { skus: [], days: [], quantities: [], spans: new Set(), descriptions: new Map() };
}

function add(demand: Demand, sku: string, { day, span }: DatedSpan, quantity: number): void {
  demand.skus.push(sku);
  demand.days.push(day);
  demand.quantities.push(quantity);
  demand.spans.add(span);
}

/** A flag that says no: FALSE, 0, "no" in any language. */
function isNo(cell: CellValue | undefined): boolean {
  return (
    cell === false ||
    cell === 0 ||
    (typeof cell === "string" && (cell.trim() === "0" || statusOf(cell) === "discontinued"))
  );
}

/** Reads a table with a row a sale: date, SKU, quantity. A blank SKU below a filled one repeats it (merged cells). */
export function readLongHistory(table: FoundTable, demand: Demand, collector: Collector, order?: DateOrder): void {
  const { columns, sheet } = table;
  const column = (field: "sku" | "date" | "quantity" | "description"): number => columns.get(field) ?? -1;
  const number = numberReader(table, decimalSigns(table, [column("quantity")], collector));
  const date = dateReader(table, "date", collector, order);
  let above = "";
  let repeated = 0;
  let stockOuts = 0;
  for (const { row, number: rowNumber } of dataRows(table)) {
    const own = cellText(row[column("sku")]);
    const sku = own === "" ? above : own;
    above = sku;
    const when = date(row[column("date")]);
    const quantity = number(row, "quantity");
    const bad = (kind: string, message: string): void =>
      collector.badRow(kind, { sheet: sheet.name, row: rowNumber, sku, message });
    const name = (field: "date" | "quantity"): string =>
      `"${headerText(table, column(field))}" is ${quoted(row[column(field)])}`;
    if (sku === "")
      bad("SKU missing", "The SKU is empty: it must be the item's code. The row is left out of the history.");
    else if (when === null) bad("date", `${name("date")}: it must be a date. The row is left out of the history.`);
    else if (typeof quantity !== "number")
      bad("quantity", `${name("quantity")}: it must be a number. The row is left out of the history.`);
    else {
      if (own === "") repeated++;
      const short = isNo(row[columns.get("in_stock") ?? -1]);
      if (short) stockOuts++;
      add(demand, sku, when, short ? NaN : quantity);
      const description = cellText(row[column("description")]);
      if (description !== "" && !demand.descriptions.has(sku)) demand.descriptions.set(sku, description);
    }
  }
  if (stockOuts > 0)
    collector.note(
      `${sheet.name}: ${stockOuts} rows were not in stock ("${headerText(table, columns.get("in_stock"))}"); their sales do not show demand and count as missing.`,
    );
  if (repeated > 0) collector.note(`${sheet.name}: ${repeated} rows without a SKU belong to the SKU above them.`);
}

/** Reads a table with a column a period. Blank is 0; "NA" and #N/A are missing values. */
export function readWideHistory(table: FoundTable, demand: Demand, collector: Collector): void {
  const { sheet, periods } = table;
  const signs = decimalSigns(
    table,
    periods.map(({ column }) => column),
    collector,
  );
  for (const { row, number: rowNumber } of dataRows(table)) {
    const sku = cellText(row[table.columns.get("sku") ?? -1]);
    if (sku === "") {
      collector.badRow("SKU missing", {
        sheet: sheet.name,
        row: rowNumber,
        sku,
        message: "The SKU is empty: it must be the item's code. The row is left out of the history.",
      });
      continue;
    }
    for (const { column, span } of periods) {
      const cell = row[column];
      if (isBlank(cell)) {
        add(demand, sku, span, 0);
        continue;
      }
      const missing = isMissingMark(cell);
      const value = missing ? NaN : numberOf(cell, signs.get(column) ?? ".");
      if (value === null) {
        const message = `Column ${columnLetter(column)} is ${quoted(cell)}: it must be a number. It is taken as a missing value.`;
        collector.badRow("quantity", { sheet: sheet.name, row: rowNumber, sku, message });
      }
      add(demand, sku, span, value ?? NaN);
    }
  }
}
