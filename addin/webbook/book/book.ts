export type BookValue = string | number | boolean | null;

export interface BookStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly fontSize?: number;
  /** "#RRGGBB". */
  readonly textColor?: string;
  readonly fillColor?: string;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "middle" | "bottom";
  readonly wrapping?: "wrap" | "clip";
}

/** A cell. Dates are serial numbers with a date format; text is text, whatever it looks like. */
export interface BookCell {
  /** From 0. */
  readonly row: number;
  readonly col: number;
  readonly value: BookValue;
  /** An error such as #N/A. */
  readonly error?: string;
  /** With its equals sign. */
  readonly formula?: string;
  /** The rows and columns a formula's answer fills, where it is more than one cell. */
  readonly spill?: readonly [rows: number, columns: number];
  /** An Excel number format. */
  readonly format?: string;
  readonly style?: BookStyle;
}

export interface LineChart {
  readonly title: string;
  /** Ranges with their headers, such as "B1:B9". */
  readonly series: readonly string[];
  readonly labels: string;
  /** Column and row of its top left corner, from 0. */
  readonly at: readonly [col: number, row: number];
  /** In pixels. */
  readonly size: readonly [width: number, height: number];
}

/** A chart as a file keeps it: it follows its cells. */
export interface BookChart {
  readonly kind: "line" | "column";
  readonly title: string;
  /** Ranges are whole: "'My sheet'!$B$2:$B$9". */
  readonly series: readonly { readonly name: string; readonly values: string }[];
  readonly labels: string | undefined;
  /** Column and row of the cell in which its top left corner is, from 0, and how far from that cell's own, in pixels. */
  readonly at: readonly [col: number, row: number];
  readonly offset: readonly [x: number, y: number];
  readonly size: readonly [width: number, height: number];
}

export interface BookSheet {
  readonly name: string;
  readonly cells: readonly BookCell[];
  /** Cells of the file that lie too far out to be shown. */
  readonly leftOut?: number;
  /** Pixels, by column from 0. */
  readonly widths: Readonly<Record<number, number>>;
  readonly heights?: Readonly<Record<number, number>>;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** "A1:B2". */
  readonly merges: readonly string[];
  readonly hidden?: boolean;
  readonly gridLines?: boolean;
  /** To be put into the grid. */
  readonly lineCharts?: readonly LineChart[];
  /** To be put into a file. */
  readonly charts?: readonly BookChart[];
}

/** A workbook between a file and the grid: plain data, so that it can travel to another thread. */
export interface Book {
  readonly sheets: readonly BookSheet[];
}
