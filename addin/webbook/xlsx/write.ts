import type { Alignment, Cell, CellValue, Workbook } from "exceljs";
import { columnLetter } from "../../../shared/tables/sheet.ts";
import type { Book, BookCell, BookSheet, BookStyle } from "../book/book.ts";
import { toFile } from "../book/file-formula.ts";

const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 96 / 72;

/** The grid's names of errors, where Excel has another. */
const ERRORS: Readonly<Record<string, string>> = {
  "#REF": "#REF!",
  "#ERROR": "#VALUE!",
  "#BAD_EXPR": "#NAME?",
  "#CYCLE": "#REF!",
  "#SPILL!": "#VALUE!",
  // Still on its way: Excel asks again when it opens the file.
  "#BUSY!": "#N/A",
};

const argb = (color: string): { argb: string } => ({ argb: `FF${color.replace("#", "").toUpperCase().slice(0, 6)}` });

function dress(cell: Cell, style: BookStyle): void {
  const { bold, italic, fontSize, textColor, fillColor, align, verticalAlign, wrapping } = style;
  if (bold || italic || fontSize || textColor)
    cell.font = {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(fontSize && { size: fontSize }),
      ...(textColor && { color: argb(textColor) }),
    };
  if (fillColor) cell.fill = { type: "pattern", pattern: "solid", fgColor: argb(fillColor) };
  if (align || verticalAlign || wrapping)
    cell.alignment = {
      ...(align && { horizontal: align }),
      ...(verticalAlign && { vertical: verticalAlign }),
      ...(wrapping === "wrap" && { wrapText: true }),
    } as Alignment;
}

function valueOf({ row, col, value, error, formula, spill }: BookCell): CellValue {
  const result = error === undefined ? value : { error: ERRORS[error] ?? error };
  if (formula === undefined) return result as CellValue;
  const corner = `${columnLetter(col)}${row + 1}`;
  const array = spill && {
    shareType: "array",
    ref: `${corner}:${columnLetter(col + spill[1] - 1)}${row + spill[0]}`,
  };
  return { formula: toFile(formula), ...(result !== null && { result }), ...array } as unknown as CellValue;
}

function addSheet(workbook: Workbook, sheet: BookSheet): void {
  const {
    name,
    cells,
    widths,
    heights = {},
    frozenRows,
    frozenColumns,
    merges,
    hidden,
    gridLines: showGridLines = true,
  } = sheet;
  const worksheet = workbook.addWorksheet(name, {
    state: hidden ? "hidden" : "visible",
    views: [
      frozenRows || frozenColumns
        ? { state: "frozen", xSplit: frozenColumns, ySplit: frozenRows, showGridLines }
        : { state: "normal", showGridLines },
    ],
  });
  for (const [col, pixels] of Object.entries(widths))
    worksheet.getColumn(Number(col) + 1).width = Math.max(1, (pixels - 5) / PIXELS_PER_CHARACTER);
  for (const [row, pixels] of Object.entries(heights))
    worksheet.getRow(Number(row) + 1).height = pixels / PIXELS_PER_POINT;
  for (const book of cells) {
    const cell = worksheet.getCell(book.row + 1, book.col + 1);
    cell.value = valueOf(book);
    if (book.format !== undefined) cell.numFmt = book.format;
    else if (typeof book.value === "string" && book.formula === undefined) cell.numFmt = "@";
    if (book.style) dress(cell, book.style);
  }
  for (const merge of merges) worksheet.mergeCells(merge);
}

/** Fills a workbook of exceljs: formulas with their values, text as text. */
export function writeWorkbook(workbook: Workbook, { sheets }: Book): void {
  workbook.creator = "Lotwise";
  // Excel has functions this grid rounds or refreshes otherwise: let it compute anew when it opens the file.
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of sheets) addSheet(workbook, sheet);
}
