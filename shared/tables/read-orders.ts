import { isoDate } from "../calendar/dates.ts";
import type { OpenOrder } from "../purchasing/plan.ts";
import { dateReader, decimalSigns, numberReader } from "./columns.ts";
import type { DateOrder } from "./dates.ts";
import type { Collector } from "./findings.ts";
import { dataRows, headerText, type FoundTable } from "./find-tables.ts";
import { cellText, quoted } from "./sheet.ts";

/** Reads the open orders by SKU. A row without a usable quantity or date is named and left out. */
export function readOrders(table: FoundTable, collector: Collector, order?: DateOrder): Map<string, OpenOrder[]> {
  const { columns, sheet } = table;
  const field = columns.has("on_order") ? "on_order" : "quantity";
  const signs = decimalSigns(table, [columns.get(field) ?? -1], collector);
  const number = numberReader(table, signs);
  const due = dateReader(table, "due", collector, order);
  const orders = new Map<string, OpenOrder[]>();
  for (const { row, number: rowNumber } of dataRows(table)) {
    const sku = cellText(row[columns.get("sku") ?? -1]);
    const bad = (kind: string, message: string): void =>
      collector.badRow(kind, { sheet: sheet.name, row: rowNumber, sku, message });
    const name = (of: "due" | typeof field): string =>
      `"${headerText(table, columns.get(of))}" is ${quoted(row[columns.get(of) ?? -1])}`;
    const quantity = number(row, field);
    const date = due(row[columns.get("due") ?? -1]);
    if (sku === "") bad("SKU missing", "The SKU is empty: it must be the item's code. The open order is left out.");
    else if (typeof quantity !== "number" || quantity < 0)
      bad("quantity", `${name(field)}: it must be a number of at least 0. The open order is left out.`);
    else if (date === null) bad("date", `${name("due")}: it must be a date. The open order is left out.`);
    else if (quantity > 0) {
      const reference = cellText(row[columns.get("reference") ?? -1]) || undefined;
      const list = orders.get(sku) ?? [];
      list.push({ quantity, due: isoDate(date.day), reference });
      orders.set(sku, list);
    }
  }
  return orders;
}
