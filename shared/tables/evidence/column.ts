import { dateOf, serialText } from "../dates.ts";
import { fiscalLabel } from "../fiscal/label.ts";
import { numberOf } from "../numbers.ts";
import type { Values } from "../fields/field.ts";
import { isYes, isNo } from "../flags.ts";
import { cellText, isBlank, type CellValue } from "../sheet.ts";
import type { Region } from "../layout/region.ts";

/** What the cells below a header look like, as shares of the filled ones. */
export interface ColumnValues {
  readonly filled: number;
  readonly rows: number;
  readonly numbers: number;
  readonly dates: number;
  readonly flags: number;
  readonly whole: number;
  readonly negative: number;
  readonly fractions: number;
  readonly most: number;
  readonly codes: ReadonlySet<string>;
  /** Whole numbers that rise or fall from row to row, all of one size: an order's or a line's number. */
  readonly running: boolean;
}

/** So many cells tell what a column holds. */
const SAMPLE = 400;

/** Cells of a column spread over all its rows. */
export function sample(region: Region, column: number): CellValue[] {
  const { sheet, header, bottom } = region;
  const step = Math.max(1, Math.floor((bottom - header - 1) / SAMPLE));
  const cells: CellValue[] = [];
  for (let row = header + 1; row < bottom; row += step) cells.push(sheet.rows[row]?.[column] ?? null);
  return cells;
}

export function columnValues(cells: readonly CellValue[]): ColumnValues {
  let [filled, numbers, dates, flags, whole, negative, most] = [0, 0, 0, 0, 0, 0, 0];
  const codes = new Set<string>();
  const run = new Run();
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    filled++;
    codes.add(cellText(cell));
    if (isYes(cell) || isNo(cell)) flags++;
    if (
      typeof cell !== "number" &&
      (dateOf(cell, "day") !== null || dateOf(cell, "month") !== null || serialText(cell) || fiscalLabel(cell))
    )
      dates++;
    else if (typeof cell === "number" && dateOf(cell, "day") !== null) dates += 0.5;
    const value = cell instanceof Date ? null : numberOf(cell, decimalOf(cell));
    if (value === null) continue;
    numbers++;
    if (Number.isInteger(value)) whole++;
    if (value < 0) negative++;
    most = Math.max(most, Math.abs(value));
    run.add(value);
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    rows: cells.length,
    numbers: share(numbers),
    dates: share(dates),
    flags: share(flags),
    whole: share(whole),
    negative: share(negative),
    fractions: share(numbers - whole),
    most,
    codes,
    running: whole === filled && run.isOne(codes.size),
  };
}

/** Fewer rows may stand in order by chance. */
const SHORTEST_RUN = 8;
const SMALLEST_NUMBER = 1000;

/** Follows numbers from row to row. */
class Run {
  private count = 0;
  private ups = 0;
  private downs = 0;
  private last = NaN;
  private least = Infinity;
  private most = -Infinity;

  add(value: number): void {
    if (value > this.last) this.ups++;
    if (value < this.last) this.downs++;
    this.last = value;
    this.least = Math.min(this.least, value);
    this.most = Math.max(this.most, value);
    this.count++;
  }

  isOne(distinct: number): boolean {
    const ordered = (this.ups === 0) !== (this.downs === 0);
    return (
      ordered && this.count >= SHORTEST_RUN && distinct > 2 && this.least >= Math.max(SMALLEST_NUMBER, this.most / 2)
    );
  }
}

const decimalOf = (cell: CellValue): "." | "," => (typeof cell === "string" && /,\d{1,2}\D*$/.test(cell) ? "," : ".");

/** How well values suit a kind of field: 1 speaks for nothing against it, near 0 contradicts it. */
export const FITS: Readonly<Record<Values, (values: ColumnValues) => number>> = {
  // Without a single number it holds codes or names, as "Purchase order" does.
  quantity: ({ filled, numbers, dates, running }) =>
    filled === 0
      ? 0.9
      : running
        ? 0.3
        : dates > 0.8 && numbers < 0.5
          ? 0.1
          : numbers >= 0.5
            ? 1
            : numbers > 0
              ? 0.4
              : 0.2,
  money: ({ filled, numbers }) => (filled === 0 ? 0.9 : numbers >= 0.5 ? 1 : 0.4),
  number: ({ filled, numbers, dates }) =>
    filled === 0 ? 0.9 : dates > 0.8 && numbers < 0.5 ? 0.1 : numbers >= 0.2 ? 1 : 0.7,
  share: ({ filled, numbers }) => (filled === 0 || numbers >= 0.5 ? 1 : 0.4),
  date: ({ filled, dates }) => (filled === 0 ? 0.5 : dates >= 0.4 ? 1 : dates > 0 ? 0.8 : 0.35),
  code: ({ filled, dates, fractions, numbers }) =>
    filled === 0 ? 0.5 : (dates > 0.8 && numbers < 0.5) || fractions > 0.5 ? 0.2 : 1,
  text: ({ filled, dates, fractions }) => (filled === 0 ? 0.9 : dates > 0.8 || fractions > 0.5 ? 0.4 : 1),
  word: ({ filled, numbers }) => (filled === 0 ? 0.9 : numbers > 0.5 ? 0.15 : 1),
  // Quantities are no warehouses; codes of warehouses are few.
  place: ({ filled, numbers, codes }) =>
    filled > 0 && numbers > 0.9 && codes.size > 12 ? 0.2 : numbers > 0.9 ? 0.5 : 1,
  flag: ({ filled, flags }) => (filled === 0 ? 0.9 : flags >= 0.3 ? 1 : 0.6),
};
