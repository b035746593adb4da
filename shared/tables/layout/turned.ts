import type { CellValue, Sheet } from "../sheet.ts";

/** Larger sheets are lists of rows. */
const MOST_ROWS = 1_500;
const MOST_COLUMNS = 1_500;
const MOST_CELLS = 300_000;

/** A sheet with its rows as columns, for tables whose fields or dates stand below one another; none where it is too large. */
export function turned(sheet: Sheet): Sheet | undefined {
  const { rows } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2 || rows.length < 2 || rows.length > MOST_ROWS || width > MOST_COLUMNS) return undefined;
  if (rows.length * width > MOST_CELLS) return undefined;
  const columns = Array.from({ length: width }, (_, c) => rows.map((row): CellValue => row[c] ?? null));
  return { ...sheet, rows: columns, turned: true };
}
