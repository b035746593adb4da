import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { dateOfExcelDay, isDateFormat } from "../../../shared/sheets/look.ts";
import type { CellValue, Sheet } from "../../../shared/tables/sheet.ts";

/** A sheet of the grid as values: what formulas evaluate to, dates as dates, text as it stands. */
export function readGrid({ getters }: Model, sheetId: string): Sheet {
  const rows: CellValue[][] = [];
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    const { value, format } = getters.getEvaluatedCell(position);
    if (value === null || value === "") continue;
    const row = (rows[position.row] ??= []);
    row[position.col] =
      typeof value === "number" && format !== undefined && isDateFormat(format) ? dateOfExcelDay(value) : value;
  }
  return {
    name: getters.getSheetName(sheetId),
    // Both may have holes where nothing stands.
    rows: Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null)),
  };
}
