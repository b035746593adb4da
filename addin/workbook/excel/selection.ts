import type { CellAddress } from "../port.ts";
import { inExcel } from "./run.ts";

/** "Sheet1!B7" or "'It''s'!B7" as sheet and address. */
export function splitAddress(whole: string): CellAddress {
  const mark = whole.lastIndexOf("!");
  const sheet = whole.slice(0, Math.max(0, mark));
  return {
    sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    address: whole.slice(mark + 1),
  };
}

export function selection(): Promise<CellAddress> {
  return inExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address");
    await context.sync();
    return splitAddress(cell.address);
  });
}

/** Tells of new selections until stopped; one that is overtaken by a newer one is not told. */
export function onSelection(told: (where: CellAddress) => void): () => void {
  let newest = 0;
  let stopped = false;
  const changed = async (): Promise<void> => {
    const mine = ++newest;
    const where = await selection().catch(() => undefined);
    if (where && mine === newest && !stopped) told(where);
  };
  const added = inExcel(async (context) => {
    const handler = context.workbook.onSelectionChanged.add(changed);
    await context.sync();
    return handler;
  });
  return () => {
    stopped = true;
    void added
      .then((handler) =>
        Excel.run(handler.context, async (context) => {
          handler.remove();
          await context.sync();
        }),
      )
      .catch(() => undefined);
  };
}
