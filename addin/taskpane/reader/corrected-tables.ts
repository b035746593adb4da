import { FIELDS_OF } from "../../../shared/tables/kinds/index.ts";
import { findTables, type FoundTable } from "../../../shared/tables/find-tables.ts";
import { plain } from "../../../shared/words/plain.ts";
import { cellText, type Sheet } from "../../../shared/tables/sheet.ts";
import { tableAs } from "../../../shared/tables/table-as.ts";
import { ROLES, type Correction, type Corrections } from "./corrections.ts";

/** The headers of a table by column, with their first column where two are alike. */
export function headersOf({ sheet, header }: FoundTable): ReadonlyMap<string, number> {
  const headers = new Map<string, number>();
  (sheet.rows[header] ?? []).forEach((cell, column) => {
    const text = cellText(cell);
    if (text !== "" && !headers.has(text)) headers.set(text, column);
  });
  return headers;
}

function columnOf(table: FoundTable, header: string): number | undefined {
  const headers = headersOf(table);
  return headers.get(header) ?? [...headers].find(([text]) => plain(text) === plain(header))?.[1];
}

function withColumns(table: FoundTable, chosen: NonNullable<Correction["columns"]>): FoundTable {
  const columns = new Map(table.columns);
  const certainty = new Map(table.certainty);
  for (const field of FIELDS_OF[table.role]) {
    const header = chosen[field];
    if (header === undefined) continue;
    const column = header === "" ? undefined : columnOf(table, header);
    if (header === "") columns.delete(field);
    // What someone chose is not asked about again.
    if (header === "" || column !== undefined) certainty.delete(field);
    if (column === undefined) continue;
    // A column means one thing only.
    for (const [other, at] of columns) if (at === column) columns.delete(other);
    columns.set(field, column);
  }
  return { ...table, columns, certainty };
}

/** The tables of a workbook: found by their headers, then as the buyer corrected them. */
export function correctedTables(
  sheets: readonly Sheet[],
  corrections: Corrections,
  found: readonly FoundTable[] = findTables(sheets),
): FoundTable[] {
  const chosen = new Set(ROLES.map((role) => corrections[role]?.sheet).filter(Boolean));
  return ROLES.flatMap((role) => {
    const { sheet: name, columns = {} } = corrections[role] ?? {};
    const own = found.filter((table) => table.role === role);
    const sheet = sheets.find((each) => each.name === name);
    if (name === "") return [];
    const here = own.filter((table) => table.sheet === sheet);
    // A sheet that was chosen for one role is not taken for another as well; one that is gone is forgotten.
    const picked = sheet
      ? here.length > 0
        ? here
        : [tableAs(sheet, role)]
      : own.filter((table) => !chosen.has(table.sheet.name));
    return picked.map((table) => withColumns(table, columns));
  });
}
