import type { Collector } from "../findings.ts";
import { dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { isNo } from "../flags.ts";
import type { Field } from "../fields/index.ts";
import { cellText, quoted, type CellValue } from "../sheet.ts";
import { statusOf } from "../../words/item-status.ts";
import { addDemand, type Demand } from "./demand.ts";
import type { HowToRead } from "./how.ts";
import { unitsOfRow } from "./packs.ts";
import { rowEffect } from "./row-effect.ts";
import { whenReader } from "./when.ts";

/** A flag that says that there was no stock: FALSE, 0, "no" in any language. */
function wasShort(cell: CellValue | undefined): boolean {
  return isNo(cell) || (typeof cell === "string" && statusOf(cell) === "discontinued");
}

interface Counts {
  repeated: number;
  stockOuts: number;
}

/** Reads a table with a row a sale: date, SKU, quantity. A blank SKU below a filled one repeats it (merged cells). */
export function readLongHistory(
  table: FoundTable,
  demand: Demand,
  collector: Collector,
  { packs = new Map(), ...time }: Partial<HowToRead> = {},
): void {
  const { columns, sheet } = table;
  const at = (field: Field): number => columns.get(field) ?? -1;
  const quantityColumn = columns.get("quantity_out") ?? at("quantity");
  const effect = rowEffect(table, collector);
  const when = whenReader(table, collector, time);
  const units = unitsOfRow(table, packs, collector);
  const counts: Counts = { repeated: 0, stockOuts: 0 };
  let above = "";
  for (const { row, number } of dataRows(table)) {
    const own = cellText(row[at("sku")]);
    const sku = own === "" ? above : own;
    above = sku;
    const quantity = effect(row);
    if (quantity === undefined && row[quantityColumn] !== null && row[quantityColumn] !== undefined) continue;
    const date = when.of(row);
    const bad = (kind: string, message: string): void =>
      collector.badRow(kind, {
        sheet: sheet.name,
        row: number,
        sku,
        message: `${message} The row is left out of the history.`,
      });
    const name = (column: number): string => `"${headerText(table, column)}" is ${quoted(row[column])}`;
    if (sku === "") bad("SKU missing", "The SKU is empty: it must be the item's code.");
    else if (date === null) bad("date", `${name(when.column ?? -1)}: it must be a date.`);
    else if (typeof quantity !== "number") bad("quantity", `${name(quantityColumn)}: it must be a number.`);
    else {
      if (own === "") counts.repeated++;
      const short = columns.has("in_stock") && wasShort(row[at("in_stock")]);
      if (short) counts.stockOuts++;
      addDemand(demand, sku, date, short ? NaN : quantity * (units?.(row, sku) ?? 1));
      const description = cellText(row[at("description")]);
      if (description !== "" && !demand.descriptions.has(sku)) demand.descriptions.set(sku, description);
    }
  }
  if (counts.stockOuts > 0)
    collector.note(
      `${sheet.name}: ${counts.stockOuts} rows were not in stock ("${headerText(table, columns.get("in_stock"))}"); their sales do not show demand and count as missing.`,
    );
  if (counts.repeated > 0)
    collector.note(`${sheet.name}: ${counts.repeated} rows without a SKU belong to the SKU above them.`);
}
