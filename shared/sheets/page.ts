import type { ColumnSpec } from "./spec.ts";

/** Points that a character of a column's width takes in the standard font of 11 points, rounded up. */
export const POINTS_A_CHARACTER = 5.6;
/** Points that a column takes beside its characters. */
export const COLUMN_PADDING = 4;
/** Inches at the page's sides. */
export const PAGE_MARGIN = 0.4;
/** Points between the margins of US Letter, landscape; A4 is wider. */
const PAGE_WIDTH = (11 - 2 * PAGE_MARGIN) * 72;
/** In per cent: what is 11 points on the screen is 8 on paper, the least that reads well. */
const LEAST_SCALE = 73;

const points = (columns: readonly ColumnSpec[]): number =>
  columns.reduce((sum, { width }) => sum + width * POINTS_A_CHARACTER + COLUMN_PADDING, 0);

/**
 * The scale, in per cent, at which so many columns fit the width of a page; at most 100. A scale and no "fit to one page
 * wide": spreadsheet programs may leave out breaks between pages that they fit.
 */
export function printScale(columns: readonly ColumnSpec[], printed: number): number {
  return Math.max(10, Math.min(100, Math.floor((100 * PAGE_WIDTH) / points(columns.slice(0, printed)))));
}

/** The columns with that at `flexible` as narrow as it must be, for the printed ones to be legible, at least `least`. */
export function legible(
  columns: readonly ColumnSpec[],
  printed: number,
  flexible: number,
  least: number,
): readonly ColumnSpec[] {
  const over = points(columns.slice(0, printed)) - (100 * PAGE_WIDTH) / LEAST_SCALE;
  if (over <= 0) return columns;
  return columns.map((column, i) =>
    i === flexible
      ? { ...column, width: Math.max(least, Math.floor(column.width - over / POINTS_A_CHARACTER)) }
      : column,
  );
}
