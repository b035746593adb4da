import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { columnLetter } from "../../../shared/tables/sheet.ts";
import { withoutUnlinking } from "../../workbook/grid/link-text.ts";
import type { Book, BookCell, BookSheet, BookStyle } from "./book.ts";
import { readCharts } from "./read-charts.ts";

type Getters = Model["getters"];

function styleOf(getters: Getters, sheetId: string, col: number, row: number): BookStyle | undefined {
  const style = getters.getCellStyle({ sheetId, col, row });
  const { bold, italic, fontSize, textColor, fillColor, align, verticalAlign, wrapping } = style;
  const kept = {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(fontSize && fontSize !== 10 && { fontSize }),
    ...(textColor && textColor !== "#000000" && { textColor }),
    ...(fillColor && { fillColor }),
    ...(align && { align }),
    ...(verticalAlign && verticalAlign !== "bottom" && { verticalAlign }),
    ...(wrapping === "wrap" && { wrapping }),
  };
  return Object.keys(kept).length > 0 ? (kept as BookStyle) : undefined;
}

const valueOf = <T>(value: T): T | string => (typeof value === "string" ? withoutUnlinking(value) : value);

function cellOf(getters: Getters, sheetId: string, col: number, row: number): BookCell | undefined {
  const position = { sheetId, col, row };
  const cell = getters.getCell(position);
  const evaluated = getters.getEvaluatedCell(position);
  const style = styleOf(getters, sheetId, col, row);
  if (evaluated.type === "empty" && !style && !cell?.isFormula) return undefined;
  const format = cell?.format ?? evaluated.format;
  const zone = cell?.isFormula ? getters.getSpreadZone(position) : undefined;
  const spill = zone && ([zone.bottom - zone.top + 1, zone.right - zone.left + 1] as const);
  return {
    row,
    col,
    value: evaluated.type === "error" ? null : valueOf(evaluated.value),
    ...(evaluated.type === "error" && { error: evaluated.value }),
    ...(cell?.isFormula && { formula: cell.compiledFormula.toFormulaString(getters) }),
    ...(spill && spill[0] * spill[1] > 1 && { spill }),
    ...(format !== undefined && { format }),
    ...(style && { style }),
  };
}

const indexes = (length: number): number[] => Array.from({ length }, (_, i) => i);

function sheetOf(getters: Getters, sheetId: string): BookSheet {
  // Beyond the last cell that holds something there is nothing worth saving, and a sheet may be long.
  let [rows, columns] = [0, 0];
  for (const { row, col } of getters.getEvaluatedCellsPositions(sheetId)) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, col + 1);
  }
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  return {
    name: getters.getSheetName(sheetId),
    cells: indexes(rows).flatMap((row) => indexes(columns).flatMap((col) => cellOf(getters, sheetId, col, row) ?? [])),
    widths: Object.fromEntries(indexes(columns).map((col) => [col, getters.getColSize(sheetId, col)])),
    heights: Object.fromEntries(
      indexes(rows).flatMap((row) => {
        const size = getters.getUserRowSize(sheetId, row);
        return size === undefined ? [] : [[row, size]];
      }),
    ),
    gridLines: getters.getGridLinesVisibility(sheetId),
    frozenRows: ySplit,
    frozenColumns: xSplit,
    merges: getters.getMerges(sheetId).map(({ left, top, right, bottom }) => range(left, top, right, bottom)),
    hidden: !getters.isSheetVisible(sheetId),
    charts: readCharts(getters, sheetId),
  };
}

const range = (left: number, top: number, right: number, bottom: number): string =>
  `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;

/** The grid's workbook as data: formulas with the values they have now. */
export function readModel({ getters }: Pick<Model, "getters">): Book {
  return { sheets: getters.getSheetIds().map((id) => sheetOf(getters, id)) };
}
