import { monthNamed, periodHeader } from "../dates.ts";
import { fiscalLabel } from "../fiscal/label.ts";
import { labelledPeriod } from "../header/labelled-period.ts";
import { fieldScores } from "../header/scores.ts";
import { cellText, isBlank, type CellValue, type Sheet } from "../sheet.ts";

/** A header is looked for among so many rows; further down only after a blank row. */
export const HEADER_SEARCH = 40;
const WIDEST = 400;
const KNOWN = 0.5;
const LOOK_AHEAD = 6;
const FEWEST = 2;
/** Exports have many columns that no plan needs. */
const KNOWN_SHARE = 0.12;

const isNumeric = (cell: CellValue | undefined): boolean =>
  typeof cell === "number" ||
  cell instanceof Date ||
  (typeof cell === "string" && /^[\s$€£¥+-]*\d[\d\s.,'/:-]*%?\s*$/.test(cell));
/** A period in any form; 202413 is one only as a week. */
const isPeriod = (cell: CellValue | undefined): boolean =>
  periodHeader(cell, "day", "month") !== null ||
  periodHeader(cell, "day", "week") !== null ||
  fiscalLabel(cell) !== undefined;
const isYear = (cell: CellValue | undefined): boolean => /^(19|20)\d{2}$/.test(cellText(cell));

/** What a row says as a header: cells that are known as one, and cells that no header has. */
export interface HeaderSigns {
  readonly filled: number;
  readonly known: number;
  /** Sum of how surely each is known. */
  readonly strength: number;
  readonly periods: number;
  readonly numbers: number;
}

export function headerSigns(row: readonly CellValue[]): HeaderSigns {
  let [filled, known, strength, periods, numbers] = [0, 0, 0, 0, 0];
  let serial = 0;
  const width = Math.min(row.length, WIDEST);
  for (let column = 0; column < width; column++) {
    const cell = row[column];
    if (isBlank(cell)) continue;
    filled++;
    if (typeof cell === "number" && !isYear(cell) && isPeriod(cell)) {
      // Quantities may lie where Excel counts its days: as a header they rise from cell to cell.
      if (cell > serial) periods++;
      else numbers++;
      serial = cell;
    } else if (isYear(cell) || monthNamed(cell) !== undefined || isPeriod(cell)) periods++;
    else if (isNumeric(cell) || typeof cell === "boolean") numbers++;
    else if (labelledPeriod(cell) !== undefined) known++;
    else if (typeof cell === "string") {
      const best = Math.max(0, ...fieldScores(cellText(cell)).values());
      if (best >= KNOWN) known++;
      strength += best;
    }
  }
  return { filled, known, strength, periods, numbers };
}

const hasPeriods = ({ periods }: HeaderSigns): boolean => periods >= 3;

/** Below a header something is of another kind than its text: a number, a date. */
function overData(sheet: Sheet, row: number): boolean {
  const header = sheet.rows[row] ?? [];
  for (let below = row + 1, seen = 0; below < sheet.rows.length && seen < LOOK_AHEAD; below++) {
    const cells = sheet.rows[below] ?? [];
    if (cells.every((cell) => isBlank(cell))) continue;
    seen++;
    if (
      header.some(
        (cell, column) =>
          typeof cell === "string" &&
          !isNumeric(cell) &&
          (isNumeric(cells[column]) || typeof cells[column] === "boolean"),
      )
    )
      return true;
  }
  return sheet.rows.length <= row + 1;
}

/** Whether a row can be the header of a table. */
export function readsAsHeader(sheet: Sheet, row: number): boolean {
  const cells = sheet.rows[row] ?? [];
  if (cells.length === 0) return false;
  const signs = headerSigns(cells);
  if (signs.numbers > 0 && !hasPeriods(signs)) return false;
  if (hasPeriods(signs))
    return signs.numbers <= signs.periods / 2 && (signs.known + signs.filled - signs.periods >= 1 || isBlank(cells[0]));
  return signs.known >= FEWEST && signs.known >= signs.filled * KNOWN_SHARE && overData(sheet, row);
}
