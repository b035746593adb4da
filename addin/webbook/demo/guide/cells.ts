import { helpers } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import type { BookCell, BookStyle } from "../../book/book.ts";
import { looks } from "../looks.ts";

export const formats = {
  units: "#,##0",
  tenths: "#,##0.0",
  money: "#,##0.00",
  share: "0%",
  date: "yyyy-mm-dd",
  text: "@",
} as const;
type Format = keyof typeof formats;

export function cell(at: string, content: string | number, style?: BookStyle, format?: Format): BookCell {
  const place = helpers.toCartesian(at);
  const isFormula = typeof content === "string" && content.startsWith("=");
  return {
    ...place,
    value: isFormula || content === "" ? null : content,
    ...(isFormula && { formula: content }),
    ...(style && { style }),
    ...(format && { format: formats[format] }),
  };
}

export const title = (at: string, words: string): BookCell => cell(at, words, looks.title);
export const heading = (at: string, words: string): BookCell => cell(at, words, looks.heading);
export const note = (at: string, words: string): BookCell => cell(at, words, looks.note);
export const label = (at: string, words: string): BookCell => cell(at, words, looks.label);
export const input = (at: string, content: string | number, format: Format): BookCell =>
  cell(at, content, looks.input, format);
export const answer = (at: string, formula: string, format: Format): BookCell =>
  cell(at, formula, looks.answer, format);

/** Headers side by side, from `at` to the right; all but the first and "Why" stand over figures. */
export function headers(at: string, words: readonly string[]): BookCell[] {
  const { col, row } = helpers.toCartesian(at);
  return words.map((word, i) => ({
    row,
    col: col + i,
    value: word,
    style: i === 0 || word === "Why" ? looks.header : looks.figureHeader,
  }));
}

/** A formula whose answer fills rows and columns, each column with its format. */
export function spilled(
  at: string,
  formula: string,
  rows: number,
  columns: readonly Format[],
  style?: BookStyle,
): BookCell[] {
  const { col, row } = helpers.toCartesian(at);
  return columns.flatMap((format, j) =>
    Array.from({ length: rows }, (_, i) => ({
      row: row + i,
      col: col + j,
      value: null,
      format: formats[format],
      ...(style && { style }),
      ...(i + j === 0 && { formula, spill: [rows, columns.length] as const }),
    })),
  );
}
