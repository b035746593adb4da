import { codeOf } from "./run.ts";

/** Cells read at once: at some hundred bytes each well below the 5 MB that Excel on the web carries. */
const CELLS_AT_ONCE = 10_000;

/**
 * Reads a block in parts of whole rows: `load` asks for rows `[first, first + count)` and answers what takes the result
 * after the sync. A part that is too large after all is halved.
 */
export async function readInParts(
  context: Excel.RequestContext,
  rows: number,
  columns: number,
  load: (first: number, count: number) => () => void,
  told?: (done: number) => void,
): Promise<void> {
  let step = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns)));
  for (let first = 0; first < rows;) {
    const count = Math.min(step, rows - first);
    const take = load(first, count);
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each part must travel alone to stay below the limit
      await context.sync();
    } catch (error) {
      if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded" || step === 1) throw error;
      step = Math.max(1, step >> 1);
      continue;
    }
    take();
    first += count;
    told?.(first);
  }
}

const BYTES_AT_ONCE = 1_000_000;

/** Cuts rows into parts of at most a megabyte as they are sent; answers each part's first row and the row after its last. */
export function partsOf(rows: readonly (readonly unknown[])[]): [first: number, end: number][] {
  const parts: [number, number][] = [];
  let [first, bytes] = [0, 0];
  rows.forEach((row, index) => {
    // Four bytes a character at worst, and each cell has a number format too.
    const size = row.reduce<number>((sum, cell) => sum + 24 + (typeof cell === "string" ? 4 * cell.length : 8), 0);
    if (index > first && bytes + size > BYTES_AT_ONCE) {
      parts.push([first, index]);
      [first, bytes] = [index, 0];
    }
    bytes += size;
  });
  if (first < rows.length) parts.push([first, rows.length]);
  return parts;
}
