import type { IsoDate } from "../purchasing/plan.ts";

/** What a cell of a written sheet holds. Text is always text, whatever it begins with; only a formula is a formula. */
export type SpecCell = string | number | boolean | null | { readonly formula: string } | { readonly date: IsoDate };

/** How a column's cells look. "input" is for the buyer to change. */
export type ColumnKind = "text" | "wrapped" | "quantity" | "money" | "date" | "input";

export interface ColumnSpec {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly kind: ColumnKind;
}

export interface RowSpec {
  /** "heading" and "total" rows stand out; "line" rows are data. */
  readonly kind: "line" | "heading" | "total";
  readonly cells: readonly SpecCell[];
}

/** Marks cells of one column that meet a condition. Rows are counted from 0 below the header. */
export interface HighlightSpec {
  readonly column: number;
  /** An Excel formula for the first data row, `$A2="stock-out"`. */
  readonly when: string;
  readonly tone: "bad" | "warning" | "good";
}

export interface ChartSpec {
  readonly kind: "column" | "line";
  readonly title: string;
  /** Columns of the sheet's rows that are shown: labels first, then one series a column. */
  readonly labels: number;
  readonly series: readonly number[];
  /** Rows shown, from the first data row. */
  readonly rows: readonly [first: number, last: number];
}

/** One whole sheet as data, written alike in Excel, in the browser workbook and to a file. */
export interface SheetSpec {
  readonly name: string;
  /** Lines above the header: title first. */
  readonly title: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  /** Columns that stay in view. The header always does. */
  readonly frozenColumns: number;
  readonly filter: boolean;
  readonly highlights: readonly HighlightSpec[];
  readonly charts: readonly ChartSpec[];
}
