/** What a cell of a made-up workbook holds; dates are UTC days. */
export type Cell = string | number | boolean | Date | null;

/** A column of a table: everything a mutation may move together. */
export interface Column {
  readonly head: Cell;
  readonly cells: readonly Cell[];
  /** Excel's number format, where how the cell looks matters. */
  readonly format?: string;
  /** What stands in a row above the header, over this column. */
  readonly over?: Cell;
}

export interface Table {
  /** Rows above the header: titles, dates of the report. */
  readonly above?: readonly (readonly Cell[])[];
  readonly columns: readonly Column[];
  /** Rows below the data: totals, remarks. Their cells are by place, not by column. */
  readonly below?: readonly (readonly Cell[])[];
  /** Columns must stay where they are: rows between the data rely on their place. */
  readonly fixed?: true;
}

export interface SheetSpec {
  readonly name: string;
  readonly hidden?: true;
  readonly tables: readonly Table[];
  /** Tables side by side instead of above one another. */
  readonly beside?: true;
  readonly merges?: readonly string[];
}

export type Book = readonly SheetSpec[];

/** A table's rows, header included. */
export function rowsOf({ above = [], columns, below = [] }: Table): Cell[][] {
  const length = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const over = columns.some((column) => column.over !== undefined)
    ? [columns.map((column) => column.over ?? null)]
    : [];
  return [
    ...above.map((row) => [...row]),
    ...over,
    columns.map(({ head }) => head),
    ...Array.from({ length }, (_, r) => columns.map(({ cells }) => cells[r] ?? null)),
    ...below.map((row) => [...row]),
  ];
}

function besideOneAnother(blocks: readonly Cell[][][]): Cell[][] {
  const height = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, r) =>
    blocks.flatMap((block, i) => {
      const width = Math.max(...block.map((row) => row.length));
      const row = Array.from({ length: width }, (_, c) => block[r]?.[c] ?? null);
      return i === 0 ? row : [null, ...row];
    }),
  );
}

/** The cells of a sheet. */
export function gridOf({ tables, beside }: SheetSpec): Cell[][] {
  const blocks = tables.map(rowsOf);
  if (beside) return besideOneAnother(blocks);
  return blocks.flatMap((block, i) => (i === 0 ? block : [[], [], ...block]));
}
