import { isMissingMark } from "../../define/cells.ts";
import { decimalSigns } from "../columns.ts";
import type { Collector } from "../findings.ts";
import { dataRows, type FoundTable } from "../find-tables.ts";
import { numberOf } from "../numbers.ts";
import { cellText, columnLetter, isBlank, quoted } from "../sheet.ts";
import { demandRows } from "./measures.ts";
import { addDemand, type Demand } from "./demand.ts";

/** Reads a table with a column a period. Blank is 0; "NA" and #N/A are missing values. */
export function readWideHistory(table: FoundTable, demand: Demand, collector: Collector): void {
  const { sheet, periods } = table;
  const signs = decimalSigns(
    table,
    periods.map(({ column }) => column),
    collector,
  );
  const counts = demandRows(table, collector);
  for (const { row, number: rowNumber } of dataRows(table)) {
    if (!counts(row)) continue;
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
        addDemand(demand, sku, span, 0);
        continue;
      }
      const value = isMissingMark(cell) ? NaN : numberOf(cell, signs.get(column) ?? ".");
      if (value === null) {
        const message = `Column ${columnLetter(column)} is ${quoted(cell)}: it must be a number. It is taken as a missing value.`;
        collector.badRow("quantity", { sheet: sheet.name, row: rowNumber, sku, message });
      }
      addDemand(demand, sku, span, value ?? NaN);
    }
  }
}
