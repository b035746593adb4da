import type { BookCell } from "../book/book.ts";

/** The grid takes time and memory for each place of the block in which all cells of a sheet lie, blank ones too. */
const MOST_COLUMNS = 2_000;
const MOST_PLACES = 20e6;

export interface Fitted {
  readonly cells: BookCell[];
  readonly rows: number;
  readonly columns: number;
  /** Cells that lie too far out to be shown. */
  readonly leftOut: number;
}

/** Places beside the cells that the grid has in any case. */
export const SPARE = { rows: 60, columns: 6 };

const extent = (cells: readonly BookCell[], of: "row" | "col"): number =>
  cells.reduce((most, cell) => Math.max(most, cell[of] + 1), 0);

/** The cells of a sheet that the grid can show: one far out would make it as large as Excel's own. */
export function fitted(all: readonly BookCell[]): Fitted {
  const near = all.filter(({ col }) => col < MOST_COLUMNS);
  const columns = extent(near, "col");
  const most = Math.floor(MOST_PLACES / Math.max(20, columns));
  const cells = near.filter(({ row }) => row < most);
  return { cells, rows: extent(cells, "row"), columns, leftOut: all.length - cells.length };
}

/** Whether a zone such as "A1:B2" ends where the grid has places. */
export function within(zone: string, { rows, columns }: Fitted): boolean {
  const [, letters = "", row = ""] = /([A-Z]+)(\d+)$/.exec(zone) ?? [];
  const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
  return Number(row) <= rows + SPARE.rows && column <= columns + SPARE.columns;
}
