import { cellText, isBlank, type CellValue, type Sheet } from "../sheet.ts";
import { HEADER_SEARCH, headerSigns, readsAsHeader } from "./header-rows.ts";
import type { Region } from "./region.ts";

/** Tables of one sheet beyond this many are not looked for. */
const MOST_TABLES = 60;

const filledCells = (row: readonly CellValue[] | undefined): number => {
  let count = 0;
  for (const cell of row ?? []) if (!isBlank(cell) && ++count > 2) break;
  return count;
};
const sameHeader = (a: readonly CellValue[], b: readonly CellValue[]): boolean =>
  a.every((cell, i) => cellText(cell) === cellText(b[i]));

/** Rows where a header may stand: the first ones, and below those after a blank row or a row with one cell. */
function* places(sheet: Sheet): Generator<number> {
  let open = true;
  for (let row = 0; row < sheet.rows.length; row++) {
    const filled = filledCells(sheet.rows[row]);
    if (filled > 1 && (open || row < HEADER_SEARCH)) yield row;
    open = filled <= 1;
  }
}

/** A header of two rows is known by the lower one; what stands above groups it. */
function headers(sheet: Sheet): { header: number; parent: number | undefined }[] {
  const found: { header: number; parent: number | undefined }[] = [];
  for (const row of places(sheet)) {
    const before = found.at(-1);
    const cells = sheet.rows[row] ?? [];
    if (before !== undefined && row === before.header + 1 && before.parent === undefined) {
      if (lowerHalf(sheet, before.header, row)) Object.assign(before, { parent: before.header, header: row });
      continue;
    }
    if (!readsAsHeader(sheet, row)) continue;
    if (
      before !== undefined &&
      (!standsAlone(sheet, row, before.header) || sameHeader(cells, sheet.rows[before.header] ?? []))
    )
      continue;
    found.push({ header: row, parent: groupRow(sheet, row) });
    if (found.length === MOST_TABLES) break;
  }
  return found;
}

/** The second row of a header: it names more columns, under gaps or groups of the first. */
function lowerHalf(sheet: Sheet, upper: number, row: number): boolean {
  const [above, below] = [sheet.rows[upper] ?? [], sheet.rows[row] ?? []];
  const signs = headerSigns(below);
  if (signs.filled < 2 || signs.numbers > 0 || signs.known + signs.periods < 2) return false;
  const gaps = below.some((cell, column) => !isBlank(cell) && isBlank(above[column]));
  return (
    gaps ||
    (signs.known >= headerSigns(above).known &&
      signs.known === signs.filled &&
      !isBlank(above[0]) &&
      readsAsHeader(sheet, row))
  );
}

/** A row of group titles or years right above a header. */
function groupRow(sheet: Sheet, row: number): number | undefined {
  const above = sheet.rows[row - 1];
  if (above === undefined) return undefined;
  const signs = headerSigns(above);
  const single = signs.filled === 1 && !isBlank(above[0]);
  return signs.filled === 0 || single || signs.numbers > 0 ? undefined : row - 1;
}

/** A second table begins with a header as sure as the first one's, or after a gap. */
function standsAlone(sheet: Sheet, row: number, before: number): boolean {
  if (row === before + 1) return false;
  const signs = headerSigns(sheet.rows[row] ?? []);
  return (
    filledCells(sheet.rows[row - 1]) <= 1 ||
    (signs.known === signs.filled && signs.known >= 3 && signs.strength >= signs.known * 0.8)
  );
}

/** The text above a table: the row right over its header, or over one blank row. */
function titleOf(sheet: Sheet, top: number, after: number): { title: string; row: number } {
  for (let row = top - 1; row > after && row >= top - 3; row--) {
    const cells = (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell));
    if (cells.length === 1 && typeof cells[0] === "string") return { title: cellText(cells[0]), row };
    if (cells.length > 1) break;
  }
  return { title: "", row: top };
}

function widthOf(sheet: Sheet, header: number, parent: number | undefined): number {
  return Math.max((sheet.rows[header] ?? []).length, parent === undefined ? 0 : (sheet.rows[parent] ?? []).length);
}

/** The tables that stand one above another on a sheet, each as wide as its header. */
export function regionsOf(sheet: Sheet): Region[] {
  const found = headers(sheet);
  return found.map(({ header, parent }, i) => {
    const next = found[i + 1];
    const top = parent ?? header;
    const after = i === 0 ? -1 : (found[i - 1]?.header ?? -1);
    const { title } = titleOf(sheet, top, after);
    let bottom = sheet.rows.length;
    if (next !== undefined) bottom = titleOf(sheet, next.parent ?? next.header, header).row;
    while (bottom > header + 1 && filledCells(sheet.rows[bottom - 1]) === 0) bottom--;
    return { sheet, header, parent, bottom, left: 0, right: widthOf(sheet, header, parent), title };
  });
}
