import { decimalSigns, numberReader } from "../columns.ts";
import type { Collector } from "../findings.ts";
import { dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { leadTimeDays, leadTimeUnit } from "../lead-time.ts";
import { cellText, isBlank, quoted } from "../sheet.ts";

/** What holds for all items of a supplier unless the item's row says otherwise. */
export interface SupplierTerms {
  readonly lead_time_days: number | undefined;
  readonly currency: string | undefined;
  readonly moq: number | undefined;
  /** Least value of an order, in the supplier's currency. */
  readonly minimum_value: number | undefined;
  readonly multiple: number | undefined;
}

export interface Suppliers {
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  /** Company currency per unit of each currency. */
  readonly rates: Readonly<Record<string, number>>;
}

/** Reads a table of suppliers with lead time, currency or order rules, by the supplier's name. */
export function readSuppliers(table: FoundTable, collector: Collector): Suppliers {
  const { columns, sheet } = table;
  const lead = columns.get("lead_time");
  const signs = decimalSigns(table, [...columns.values()], collector);
  const number = numberReader(table, signs);
  const rates: Record<string, number> = {};
  const unit = leadTimeUnit(headerText(table, lead));
  const terms = new Map<string, SupplierTerms>();
  for (const { row, number: rowNumber } of dataRows(table)) {
    const supplier = cellText(row[columns.get("supplier") ?? -1]);
    if (supplier === "" || terms.has(supplier)) continue;
    const cell = lead === undefined ? undefined : row[lead];
    const days = isBlank(cell) ? undefined : leadTimeDays(cell, unit, signs.get(lead ?? -1) ?? ".");
    if (days === null) {
      const message = `The lead time of ${supplier} is ${quoted(cell)}: it must be a number of days of at least 0. It is left out.`;
      collector.badRow("lead time not a number", { sheet: sheet.name, row: rowNumber, sku: "", message });
    }
    const currency = cellText(row[columns.get("currency") ?? -1]).toUpperCase() || undefined;
    const rate = number(row, "rate");
    if (currency !== undefined && typeof rate === "number" && rate > 0) rates[currency] ??= rate;
    const rule = (field: "moq" | "multiple" | "minimum_value"): number | undefined => number(row, field) || undefined;
    terms.set(supplier, {
      lead_time_days: days ?? undefined,
      currency,
      moq: rule("moq"),
      minimum_value: rule("minimum_value"),
      multiple: rule("multiple"),
    });
  }
  return { terms, rates };
}
