import { decimalSigns } from "./columns.ts";
import type { Collector } from "./findings.ts";
import { dataRows, headerText, type FoundTable } from "./find-tables.ts";
import { leadTimeDays, leadTimeUnit } from "./lead-time.ts";
import { cellText, isBlank, quoted } from "./sheet.ts";

/** What holds for all items of a supplier unless the item's row says otherwise. */
export interface SupplierTerms {
  readonly lead_time_days: number | undefined;
  readonly currency: string | undefined;
}

/** Reads a table of suppliers with lead time or currency, by the supplier's name. */
export function readSuppliers(table: FoundTable, collector: Collector): Map<string, SupplierTerms> {
  const { columns, sheet } = table;
  const lead = columns.get("lead_time");
  const signs = decimalSigns(table, lead === undefined ? [] : [lead], collector);
  const unit = leadTimeUnit(headerText(table, lead));
  const terms = new Map<string, SupplierTerms>();
  for (const { row, number } of dataRows(table)) {
    const supplier = cellText(row[columns.get("supplier") ?? -1]);
    if (supplier === "" || terms.has(supplier)) continue;
    const cell = lead === undefined ? undefined : row[lead];
    const days = isBlank(cell) ? undefined : leadTimeDays(cell, unit, signs.get(lead ?? -1) ?? ".");
    if (days === null) {
      const message = `The lead time of ${supplier} is ${quoted(cell)}: it must be a number of days of at least 0. It is left out.`;
      collector.badRow("lead time not a number", { sheet: sheet.name, row: number, sku: "", message });
    }
    const currency = cellText(row[columns.get("currency") ?? -1]).toUpperCase() || undefined;
    terms.set(supplier, { lead_time_days: days ?? undefined, currency });
  }
  return terms;
}
