import type { FoundTable } from "../../../shared/tables/find-tables.ts";
import { cellText, type Sheet } from "../../../shared/tables/sheet.ts";
import { tableAs } from "../../../shared/tables/table-as.ts";

/** The SKU in a row of a sheet, by the column that its table (or else its header) says is the SKU. */
export function skuInRow(sheet: Sheet, row: number, tables: readonly FoundTable[]): string | undefined {
  const table = tables.find((t) => t.sheet.name === sheet.name && t.columns.has("sku")) ?? tableAs(sheet, "items");
  const column = table.columns.get("sku");
  if (column === undefined || row <= table.header) return undefined;
  return cellText(sheet.rows[row]?.[column]) || undefined;
}
