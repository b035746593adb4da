import { DAY_MS, EXCEL_EPOCH } from "../../shared/calendar/dates.ts";
import { UserError } from "../../shared/define/errors.ts";
import type { CellValue } from "../../shared/tables/sheet.ts";
import type { NumberStyle } from "./xlsx-styles.ts";
import { parseXml } from "./xml.ts";

export interface BookContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  /** Dates count from 1904 (workbooks of old Macs). */
  readonly date1904: boolean;
  /** Cells still allowed in the whole workbook. */
  cellsLeft: number;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const DAYS_1904 = 1462;
const EMPTY: readonly CellValue[] = [];

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Undoes Excel's escape of characters that XML cannot hold: "_x000D_". */
function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Text of the shared strings, rich text joined, without phonetic hints. */
export function sharedStringsHandler(strings: string[]): Parameters<typeof parseXml>[1] {
  let text = "";
  let inText = false;
  let phonetic = false;
  return {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      if (name === "t") inText = !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic = false;
      if (name === "si") strings.push(unescapeText(text));
    },
  };
}

function numberValue(value: number, style: NumberStyle | undefined, date1904: boolean): CellValue {
  if (!Number.isFinite(value)) return null;
  if (style === undefined || (style.digits === 0 && !style.date)) return value;
  // Shown as 00123, and so meant as a code.
  if (style.digits > 0)
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(style.digits, "0") : value;
  if (value < 1 || value > 2_958_465) return value;
  return new Date(Math.round((value + (date1904 ? DAYS_1904 : 0) - EXCEL_EPOCH) * DAY_MS));
}

/** A sheet's cells: cached results of formulas, text of errors ("#REF!"), dates by the number format. */
export function readSheet(part: Buffer, book: BookContext): (readonly CellValue[])[] {
  const rows: (readonly CellValue[])[] = [];
  let row: CellValue[] = [];
  let rowIndex = -1;
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let text = "";
  let inValue = false;
  let hasValue = false;

  const valueOf: Readonly<Record<string, (raw: string) => CellValue>> = {
    s: (raw) => book.strings[Number(raw)] ?? null,
    str: (raw) => unescapeText(raw),
    inlineStr: (raw) => unescapeText(raw),
    b: (raw) => raw.trim() === "1",
    e: (raw) => raw,
    d: (raw) =>
      Number.isNaN(Date.parse(raw))
        ? raw
        : new Date(Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(raw) || !raw.includes("T") ? raw : `${raw}Z`)),
  };
  const place = (value: CellValue): void => {
    if (column < 0 || column >= LAST_COLUMN) return;
    book.cellsLeft -= Math.max(1, column + 1 - row.length);
    if (book.cellsLeft < 0)
      throw new UserError(
        "The workbook has more cells than can be read; delete sheets and columns that the plan does not need and retry.",
      );
    while (row.length <= column) row.push(null);
    row[column] = value;
  };

  parseXml(part, {
    open(name, attributes) {
      if (name === "row") {
        rowIndex = attributes.r === undefined ? rowIndex + 1 : Number(attributes.r) - 1;
        row = [];
        column = -1;
      } else if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t;
        style = Number(attributes.s ?? 0);
        text = "";
        hasValue = false;
      } else if (name === "v" || name === "t") {
        inValue = true;
        hasValue = true;
      }
    },
    text(piece) {
      if (inValue) text += piece;
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c" && hasValue) {
        const value =
          valueOf[type ?? "n"]?.(text) ??
          (type === undefined || type === "n" ? numberValue(Number(text), book.styles[style], book.date1904) : null);
        place(value === "" ? null : value);
      } else if (name === "row" && rowIndex >= 0 && rowIndex < LAST_ROW && row.length > 0) {
        while (rows.length < rowIndex) rows.push(EMPTY);
        rows[rowIndex] = row;
      }
    },
  });
  return rows;
}
