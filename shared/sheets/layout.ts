import { columnLetter } from "../tables/sheet.ts";
import type { SheetSpec } from "./spec.ts";

/** 0-based row of the header: below the title lines and a blank row. */
export function headerRow({ title }: Pick<SheetSpec, "title">): number {
  return title.length === 0 ? 0 : title.length + 1;
}

/** 0-based column of a title line. */
export function titleColumn({ frozenColumns }: Pick<SheetSpec, "frozenColumns">, line: number): number {
  return line === 0 ? 0 : frozenColumns;
}

/** 0-based row of `rows[index]`. */
export function rowOf(spec: Pick<SheetSpec, "title">, index: number): number {
  return headerRow(spec) + 1 + index;
}

/** Rows that the whole sheet takes, title included. */
export function heightOf(spec: Pick<SheetSpec, "title" | "rows">): number {
  return rowOf(spec, spec.rows.length);
}

/**
 * 0-based row of the last that the header filters. What sums up the whole sheet, below the last group's own total, is not
 * filtered away with the lines.
 */
export function filterEnd(spec: Pick<SheetSpec, "title" | "rows">): number {
  const lastLine = spec.rows.findLastIndex(({ kind }) => kind !== "total");
  return rowOf(spec, Math.min(spec.rows.length - 1, lastLine + 1));
}

/** A1 address of a block; all counted from 0, both ends included: "B3:D9", and "B3" where it is one cell. */
export function blockAddress(top: number, left: number, bottom: number, right: number): string {
  const [from, to] = [`${columnLetter(left)}${top + 1}`, `${columnLetter(right)}${bottom + 1}`];
  return from === to ? from : `${from}:${to}`;
}

/** A1 address of one column's cells below the header; at least one cell, even where the sheet has no rows. */
export function columnBlock(spec: Pick<SheetSpec, "title" | "rows">, column: number): string {
  const first = rowOf(spec, 0);
  return blockAddress(first, column, Math.max(first, heightOf(spec) - 1), column);
}
