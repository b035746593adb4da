import { partsOf } from "./in-parts.ts";

/** Writes a block from a cell on, in parts below Excel's limit: formats first, so that text stays text. */
export async function writeValues(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  cells: readonly (readonly unknown[])[],
  formats: readonly (readonly unknown[])[],
  [top, left]: readonly [number, number] = [0, 0],
): Promise<void> {
  const width = cells[0]?.length ?? 0;
  if (width === 0) return;
  for (const [first, end] of partsOf(cells)) {
    uncalculated(context);
    const range = worksheet.getRangeByIndexes(top + first, left, end - first, width);
    range.numberFormat = formats.slice(first, end) as string[][];
    range.formulas = cells.slice(first, end) as unknown[][];
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each part must travel alone to stay below the limit
    await context.sync();
  }
}

/** No calculation until the next sync. */
export function uncalculated({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
}

/** Neither that nor redrawing. Once a sheet: in a loop it makes Excel's window flicker. */
export function quiet(context: Excel.RequestContext): void {
  context.application.suspendScreenUpdatingUntilNextSync();
  uncalculated(context);
}
