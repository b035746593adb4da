import { columnLetter } from "../tables/sheet.ts";
import type { HighlightSpec, RowSpec, SheetSpec } from "./spec.ts";

/** What the rows of a sheet stand below. */
type Above = Pick<SheetSpec, "title" | "summary">;

/** 0-based row of the header: below the title lines, the summary and a blank row. */
export function headerRow({ title, summary }: Above): number {
  const above = title.length + (summary?.rows.length ?? 0);
  return above === 0 ? 0 : above + 1;
}

/** 0-based row of the summary's `rows[index]`. */
export function summaryRow({ title }: Pick<SheetSpec, "title">, index: number): number {
  return title.length + index;
}

/** 0-based column of a title line. */
export function titleColumn({ frozenColumns }: Pick<SheetSpec, "frozenColumns">, line: number): number {
  return line === 0 ? 0 : frozenColumns;
}

/** 0-based row of `rows[index]`. */
export function rowOf(spec: Above, index: number): number {
  return headerRow(spec) + 1 + index;
}

/** Rows that the whole sheet takes, title included. */
export function heightOf(spec: Above & Pick<SheetSpec, "rows">): number {
  return rowOf(spec, spec.rows.length);
}

/** A1 address of a block; all counted from 0, both ends included: "B3:D9", and "B3" where it is one cell. */
export function blockAddress(top: number, left: number, bottom: number, right: number): string {
  const [from, to] = [`${columnLetter(left)}${top + 1}`, `${columnLetter(right)}${bottom + 1}`];
  return from === to ? from : `${from}:${to}`;
}

/** A1 address of one column's cells below the header; at least one cell, even where the sheet has no rows. */
export function columnBlock(spec: Above & Pick<SheetSpec, "rows">, column: number): string {
  const first = rowOf(spec, 0);
  return blockAddress(first, column, Math.max(first, heightOf(spec) - 1), column);
}

/** The rows that a highlight marks, counted from 0, both included; at least one. */
export function highlightRows(spec: SheetSpec, { inSummary = false }: HighlightSpec): readonly [number, number] {
  const first = inSummary ? summaryRow(spec, 0) : rowOf(spec, 0);
  const end = inSummary ? summaryRow(spec, spec.summary?.rows.length ?? 0) : heightOf(spec);
  return [first, Math.max(first, end - 1)];
}

/** A row that stands out or holds data, with its 0-based place on the sheet. */
export interface PlacedRow extends RowSpec {
  readonly at: number;
}

/** The summary's rows and those below the header, in order. */
export const placedRows = (spec: SheetSpec): PlacedRow[] => [
  ...(spec.summary?.rows ?? []).map((row, i) => ({ ...row, at: summaryRow(spec, i) })),
  ...spec.rows.map((row, i) => ({ ...row, at: rowOf(spec, i) })),
];
