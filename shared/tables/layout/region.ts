import { cellText, columnLetter, isBlank, type CellValue, type Sheet } from "../sheet.ts";

/** A part of a sheet that reads as one table: its header and the rows below. */
export interface Region {
  readonly sheet: Sheet;
  /** 0-based row of the (lower) header. */
  readonly header: number;
  /** 0-based row of the header above it that groups columns or holds what the lower one leaves blank. */
  readonly parent: number | undefined;
  /** Row after the last. */
  readonly bottom: number;
  readonly left: number;
  /** Column after the last. */
  readonly right: number;
  /** Text above the table, if there is some. */
  readonly title: string;
}

/** "A4:H120", as a spreadsheet names it. */
export function rangeOf({ sheet, header, parent, bottom, left, right }: Region): string {
  const [top, last] = [parent ?? header, Math.max(bottom, header + 1) - 1];
  const end = Math.max(left, right - 1);
  return sheet.turned === true
    ? `${columnLetter(top)}${left + 1}:${columnLetter(last)}${end + 1}`
    : `${columnLetter(left)}${top + 1}:${columnLetter(end)}${last + 1}`;
}

const cellsOf = ({ sheet }: Region, row: number | undefined): readonly CellValue[] =>
  row === undefined ? [] : (sheet.rows[row] ?? []);

/** The header's own text, or that of the row above where it spans both. */
export function ownHeader(region: Region, column: number): string {
  const own = cellText(cellsOf(region, region.header)[column]);
  return own === "" ? cellText(cellsOf(region, region.parent)[column]) : own;
}

/** The text of the row above that stands over a column: in its own cell or merged from the left. */
export function groupHeader(region: Region, column: number): string {
  const row = cellsOf(region, region.parent);
  if (isBlank(cellsOf(region, region.header)[column])) return "";
  for (let at = column; at >= region.left; at--) {
    if (!isBlank(row[at])) return cellText(row[at]);
  }
  return "";
}
