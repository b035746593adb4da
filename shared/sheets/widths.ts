import { isTextKind, numberFormat } from "./look.ts";
import type { ColumnSpec, RowSpec, SpecCell } from "./spec.ts";

/** The filter's arrow hides about so many characters of a header. */
const ARROW = 3;
const MARGIN = 2;
const LEAST = 6;
const DATE = "2026-11-28".length;
/** East Asian characters are two wide. */
const wide = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Characters that a cell shows; a formula shows its result. */
function shownWidth({ kind }: ColumnSpec, cell: SpecCell): number {
  if (cell === null || typeof cell === "boolean") return 0;
  if (typeof cell === "object") return "date" in cell ? DATE : shownWidth({ kind } as ColumnSpec, cell.result);
  if (typeof cell === "string") return wide(cell);
  const decimals = /\.(0+)/.exec(numberFormat(kind, cell))?.[0].length ?? 0;
  return grouped.format(Math.trunc(cell)).length + decimals;
}

/** A header breaks between words: its longest one must fit beside the filter's arrow. */
const headerWidth = (header: string): number => Math.max(...header.split(/\s+/).map(wide)) + ARROW;

/** Spreadsheets break a header where the column is narrower than it, arrow or not: it is so by much, or fits with both. */
function clear(header: string, width: number): number {
  const whole = wide(header) + ARROW + 1;
  return width >= wide(header) - 1 ? Math.max(width, whole) : width;
}

/**
 * The columns as wide as what they hold, so that no header and no number is cut off; text is at most as wide as `width`,
 * which columns bring. `rows` are those below the header alone, for what stands above may run over.
 */
export function fitted(columns: readonly ColumnSpec[], rows: readonly RowSpec[]): ColumnSpec[] {
  return columns.map((column, i) => {
    const longest = rows.reduce((most, { cells }) => Math.max(most, shownWidth(column, cells[i] ?? null)), 0);
    const content = isTextKind(column.kind) ? Math.min(column.width, longest + MARGIN) : longest + MARGIN;
    return { ...column, width: clear(column.header, Math.max(LEAST, headerWidth(column.header), content)) };
  });
}
