import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { readRows, sizeOf, withoutBlankEnd } from "../../addin/workbook/grid/read-grid.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";

/** A whole sheet of the grid at once. */
export function readGrid(model: Model, sheetId: string): Sheet {
  const { name, rows } = sizeOf(model, sheetId);
  return { name, rows: withoutBlankEnd(readRows(model, sheetId, 0, rows)) };
}
