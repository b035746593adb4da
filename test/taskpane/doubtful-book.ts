import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";
import { smallBook } from "./small-book.ts";

/** Beside the items: a column that two readings fit, and one that no plan needs. */
const BESIDE: readonly (readonly CellValue[])[] = [
  ["Order Qty", "Shelf"],
  [100, "R1"],
  [250, "R2"],
];

/** The small buyer's workbook with something to ask about and a sheet to leave out. */
export const doubtfulBook: readonly Sheet[] = [
  ...smallBook.map((sheet) =>
    sheet.name === "Items" ? { ...sheet, rows: sheet.rows.map((row, r) => [...row, ...(BESIDE[r] ?? [])]) } : sheet,
  ),
  {
    name: "Forecast",
    rows: [
      ["SKU", "Date", "Forecast quantity"],
      ["00123", 46_300, 11],
      ["ABC", 46_300, 7],
    ],
  },
];
