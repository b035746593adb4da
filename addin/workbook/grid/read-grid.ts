import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { dateOfExcelDay, isDateFormat } from "../../../shared/sheets/look.ts";
import type { CellValue } from "../../../shared/tables/sheet.ts";
import { withoutUnlinking } from "./link-text.ts";
import type { GridSize } from "./messages.ts";

export function sizeOf({ getters }: Model, sheetId: string): GridSize {
  return {
    name: getters.getSheetName(sheetId),
    rows: getters.getNumberRows(sheetId),
    columns: getters.getNumberCols(sheetId),
  };
}

/** Rows of a sheet as values: what formulas evaluate to, dates as dates, text as it stands. Each ends where it is blank. */
export function readRows({ getters }: Model, sheetId: string, first: number, count: number): CellValue[][] {
  const columns = getters.getNumberCols(sheetId);
  const end = Math.min(first + count, getters.getNumberRows(sheetId));
  const rows: CellValue[][] = [];
  for (let row = first; row < end; row++) {
    const cells: CellValue[] = [];
    for (let col = 0; col < columns; col++) {
      const { value, format } = getters.getEvaluatedCell({ sheetId, col, row });
      if (value === null || value === "") continue;
      while (cells.length < col) cells.push(null);
      if (typeof value === "string") cells[col] = withoutUnlinking(value);
      else cells[col] = typeof value === "number" && format && isDateFormat(format) ? dateOfExcelDay(value) : value;
    }
    rows.push(cells);
  }
  return rows;
}

/** Rows without the blank ones at their end. */
export function withoutBlankEnd<Row extends readonly unknown[]>(rows: Row[]): Row[] {
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  return rows;
}
