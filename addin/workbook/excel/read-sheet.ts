import { dateOfExcelDay, isDateFormat } from "../../../shared/sheets/look.ts";
import type { CellValue, Sheet } from "../../../shared/tables/sheet.ts";
import { readInParts } from "./in-parts.ts";

/** A date that Excel can show; 2958465 is 31 December 9999. */
const isDay = (value: number): boolean => value >= 1 && value < 2_958_466;

function cellValue(value: unknown, format: unknown): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "number") return isDay(value) && isDateFormat(String(format)) ? dateOfExcelDay(value) : value;
  return typeof value === "boolean" ? value : String(value);
}

/** Reads one sheet from A1 to the last used cell: values as Excel calculated them, dates as dates, blanks as null. */
export async function readSheet(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  name: string,
  told?: (done: number, rows: number) => void,
): Promise<Sheet> {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) {
    told?.(0, 0);
    return { name, rows: [] };
  }
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const rows: CellValue[][] = Array.from({ length: rowIndex }, () => []);
  const margin = Array<CellValue>(columnIndex).fill(null);
  await readInParts(
    context,
    rowCount,
    columnCount,
    (first, count) => {
      const range = worksheet.getRangeByIndexes(rowIndex + first, columnIndex, count, columnCount);
      range.load("values,numberFormat");
      return () => {
        const { values, numberFormat } = range;
        values.forEach((row, r) =>
          rows.push([...margin, ...row.map((value, c) => cellValue(value, numberFormat[r]?.[c]))]),
        );
      };
    },
    (done) => told?.(done, rowCount),
  );
  return { name, rows };
}
