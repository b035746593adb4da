import ExcelJS from "exceljs";
import type { ColumnKind, DemoSheet, SheetCell } from "../../../shared/demo/sheets.ts";
import { withFixedDates } from "../../workbook/fixed-dates.ts";

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  units: "#,##0",
  money: "#,##0.00",
  date: "yyyy-mm-dd",
  "yes-no": "General",
  share: "0%",
  rate: "0.000",
};

const asExcel = (cell: SheetCell, kind: ColumnKind): SheetCell | Date =>
  kind === "date" && typeof cell === "string" ? new Date(cell) : cell;

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: DemoSheet): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ width, kind }) => ({
    width,
    style: { numFmt: FORMATS[kind], alignment: { vertical: "top" } },
  }));
  sheet.addRow(columns.map(({ header }) => header)).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell, i) => asExcel(cell, columns[i]!.kind)));
  if (columns.length > 1) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
}

/** Writes sheets as an .xlsx workbook. The same sheets and date give the same bytes. */
export async function workbookOf(sheets: readonly DemoSheet[], title: string, date: Date): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { created: date, modified: date, creator: "Lotwise", lastModifiedBy: "Lotwise", title });
  for (const sheet of sheets) addSheet(workbook, sheet);
  return withFixedDates(Buffer.from(await workbook.xlsx.writeBuffer()), date);
}
