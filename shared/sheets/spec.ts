import type { IsoDate } from "../calendar/dates.ts";

/**
 * What a cell of a written sheet holds. Text is always text, whatever it begins with; only a formula is a formula. A
 * formula begins with "=" and uses the sheet's own addresses (see `layout.ts` for the row a line lands on); `result` is
 * what it gives as written, for a file whose reader does not calculate.
 */
export type SpecCell =
  | string
  | number
  | boolean
  | null
  | { readonly formula: string; readonly result: number | string }
  | { readonly date: IsoDate };

/** How a column's cells look. "input" is a quantity for the buyer to change (at least 0), "entry" a text to fill in. */
export type ColumnKind = "text" | "wrapped" | "quantity" | "money" | "rate" | "date" | "input" | "entry";

export interface ColumnSpec {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly kind: ColumnKind;
}

export interface RowSpec {
  /** "heading" and "total" rows stand out; "line" rows are data, "subtotal" rows what some of them come to. */
  readonly kind: "line" | "heading" | "subtotal" | "total";
  readonly cells: readonly SpecCell[];
}

export type Tone = "bad" | "warning" | "good";

/** Marks cells of one column that meet a condition. */
export interface HighlightSpec {
  /** Counted from 0. */
  readonly column: number;
  /** Whether it marks the summary's cells; else those below the header. */
  readonly inSummary?: boolean;
  /** An Excel formula as it reads in the first row that it marks: `=$A2="stock-out"`. */
  readonly when: string;
  readonly tone: Tone;
}

/** What sums up the rows, above the header, so that the header may sort and filter the rows and nothing else. */
export interface SummarySpec {
  readonly rows: readonly RowSpec[];
  /** How many of the rows, from the first on, can be folded away; what follows them stays. */
  readonly details: number;
  /** Whether they are folded at first. */
  readonly folded: boolean;
}

/** How a sheet prints: landscape, the header on every page. */
export interface PrintSpec {
  /** Columns that are printed, from the first on. */
  readonly columns: number;
  /** Rows that begin a page, counted from 0 below the header. */
  readonly breaks: readonly number[];
}

/** A chart to the right of the sheet's columns. */
export interface ChartSpec {
  readonly kind: "column" | "line";
  readonly title: string;
  /** Columns of the sheet's rows that are shown: labels first, then one series a column. */
  readonly labels: number;
  readonly series: readonly number[];
  /** Rows shown, counted from 0 below the header, both included. */
  readonly rows: readonly [first: number, last: number];
}

/** One whole sheet as data, written alike in Excel, in the browser workbook and to a file. */
export interface SheetSpec {
  readonly name: string;
  /**
   * Lines above the header: the title, in A1, then lines that stand in the first column that is not frozen, so that no
   * pane cuts them. The summary follows them, else a blank row.
   */
  readonly title: readonly string[];
  /** Between the title and the header, a blank row before the latter. */
  readonly summary?: SummarySpec;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  /** Columns that stay in view. The header always does. */
  readonly frozenColumns: number;
  /** The column from which on all are details: one group that is folded at first. None where not given. */
  readonly detailsFrom?: number;
  /** All columns on the width of one page where not given. */
  readonly print?: PrintSpec;
  /** Whether the header filters the rows below it. */
  readonly filter: boolean;
  readonly highlights: readonly HighlightSpec[];
  readonly charts: readonly ChartSpec[];
}
