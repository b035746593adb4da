import { dayNumber, EXCEL_EPOCH } from "../../../shared/calendar/dates.ts";
import type { ColumnKind, DemoSheet, SheetCell } from "../../../shared/demo/sheets.ts";
import type { BookCell, BookSheet } from "../book/book.ts";
import { looks } from "./looks.ts";

const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: "@",
  units: "#,##0",
  money: "#,##0.00",
  date: "yyyy-mm-dd",
  "yes-no": undefined,
  share: "0%",
  rate: "0.000",
};

/** The serial number of an ISO date, as a worksheet counts days. */
const serialOf = (date: string): number => dayNumber(date) + EXCEL_EPOCH;

function cell(row: number, col: number, value: SheetCell, kind: ColumnKind): BookCell {
  const format = FORMATS[kind];
  return {
    row,
    col,
    value: kind === "date" && typeof value === "string" ? serialOf(value) : value,
    ...(format !== undefined && { format }),
  };
}

const PIXELS_PER_CHARACTER = 7.5;

/** One of the shop's tables as a sheet: header, widths, formats. */
export function dataSheet({ name, columns, rows }: DemoSheet): BookSheet {
  return {
    name,
    cells: [
      ...columns.map(({ header }, col) => ({ row: 0, col, value: header, style: looks.header })),
      ...rows.flatMap((row, i) => row.map((value, col) => cell(i + 1, col, value, columns[col]!.kind))),
    ],
    widths: Object.fromEntries(columns.map(({ width }, col) => [col, Math.round(width * PIXELS_PER_CHARACTER + 14)])),
    frozenRows: 1,
    frozenColumns: 0,
    merges: [],
  };
}
