import { DAY_MS, EXCEL_EPOCH } from "../../shared/calendar/dates.ts";
import type { CellValue } from "../../shared/tables/sheet.ts";
import { cellTag, rowNumber, type CellTag } from "./bytes/cell-tag.ts";
import { DATE, GROWING_PLACE, LIST, NUMBER, PLACE, type Memory } from "./bytes/memory.ts";
import { numberIn } from "./bytes/number.ts";
import type { Texts } from "./bytes/texts.ts";
import { XmlScanner, type ScanHandler } from "./bytes/xml-scanner.ts";
import { XmlText } from "./bytes/xml-text.ts";
import type { NumberStyle } from "./xlsx-styles.ts";

export interface BookContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  /** Dates count from 1904 (workbooks of old Macs). */
  readonly date1904: boolean;
  readonly texts: Texts;
  readonly memory: Memory;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const DAYS_1904 = 1462;
const LAST_DATE = 2_958_465;
const EMPTY: readonly CellValue[] = [];
const NAMES = ["row", "c", "v", "t", "rPh"];
const [ROW, CELL, VALUE, TEXT, PHONETIC] = [0, 1, 2, 3, 4];

/** A sheet's cells: cached results of formulas, text of errors ("#REF!"), dates by the number format. */
class SheetHandler implements ScanHandler {
  readonly rows: (readonly CellValue[])[] = [];
  /** The row at hand is filled in one list that is used again, and kept as a copy no longer than it needs to be. */
  private readonly row: CellValue[] = [];
  private rowIndex = -1;
  private readonly tag: CellTag = { column: -1, type: "", style: 0 };
  private readonly value = new XmlText();
  private inValue = false;
  private hasValue = false;
  private phonetic = false;
  /** Days repeat: each is one date. */
  private readonly dates = new Map<number, Date>();

  constructor(private readonly book: BookContext) {}

  open(name: number, bytes: Buffer, from: number, to: number): void {
    if (name === CELL) {
      cellTag(bytes, from, to, this.tag);
      this.value.clear();
      this.hasValue = false;
    } else if (name === VALUE || name === TEXT) {
      this.inValue = !this.phonetic;
      this.hasValue = true;
    } else if (name === ROW) {
      this.rowIndex = rowNumber(bytes, from, to) ?? this.rowIndex + 1;
      this.row.length = 0;
      this.tag.column = -1;
    } else if (name === PHONETIC) this.phonetic = true;
  }

  text(bytes: Buffer, from: number, to: number): void {
    if (this.inValue) this.value.add(bytes, from, to);
  }

  close(name: number): void {
    if (name === VALUE || name === TEXT) this.inValue = false;
    else if (name === CELL) {
      if (this.hasValue) this.place(this.valueOf());
      this.hasValue = false;
    } else if (name === ROW) this.keepRow();
    else if (name === PHONETIC) this.phonetic = false;
  }

  private keepRow(): void {
    const { row, rows, rowIndex } = this;
    if (row.length === 0 || !(rowIndex >= 0 && rowIndex < LAST_ROW)) return;
    const filled = Math.max(1, rowIndex + 1 - rows.length);
    this.book.memory.take(LIST + PLACE * row.length + GROWING_PLACE * filled);
    while (rows.length < rowIndex) rows.push(EMPTY);
    rows[rowIndex] = row.slice();
  }

  private place(value: CellValue): void {
    const { row, tag } = this;
    if (tag.column < 0 || tag.column >= LAST_COLUMN) return;
    while (row.length <= tag.column) row.push(null);
    row[tag.column] = value === "" ? null : value;
  }

  private valueOf(): CellValue {
    switch (this.tag.type) {
      case "":
      case "n":
        return this.number(this.value.read(numberIn));
      case "s":
        return this.book.strings[this.value.read(numberIn)] ?? null;
      case "str":
      case "inlineStr":
      case "e":
        return this.value.text(this.book.texts);
      case "b":
        return this.value.text(this.book.texts).trim() === "1";
      case "d":
        return dateText(this.value.text(this.book.texts));
      default:
        return null;
    }
  }

  private number(value: number): CellValue {
    if (!Number.isFinite(value)) return null;
    const style = this.book.styles[this.tag.style];
    if (style === undefined || (style.digits === 0 && !style.date)) {
      if (!Number.isInteger(value)) this.book.memory.take(NUMBER);
      return value;
    }
    // Shown as 00123, and so meant as a code.
    if (style.digits > 0)
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(style.digits, "0") : value;
    return value < 1 || value > LAST_DATE ? value : this.date(value);
  }

  private date(serial: number): Date {
    const known = this.dates.get(serial);
    if (known !== undefined) return known;
    this.book.memory.take(DATE);
    const days = serial + (this.book.date1904 ? DAYS_1904 : 0) - EXCEL_EPOCH;
    const date = new Date(Math.round(days * DAY_MS));
    this.dates.set(serial, date);
    return date;
  }
}

/** A date in ISO 8601, in UTC where no zone is given. */
function dateText(raw: string): CellValue {
  if (Number.isNaN(Date.parse(raw))) return raw;
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(raw) || !raw.includes("T");
  return new Date(Date.parse(zoned ? raw : `${raw}Z`));
}

/** Reads a sheet as its bytes arrive. */
export function sheetScanner(book: BookContext): { scanner: XmlScanner; rows: (readonly CellValue[])[] } {
  const handler = new SheetHandler(book);
  return { scanner: new XmlScanner(NAMES, handler), rows: handler.rows };
}
