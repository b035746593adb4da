import { UserError } from "../../../shared/define/errors.ts";
import type { CellAddress, WorkbookPort } from "../../workbook/port.ts";
import type { Reading } from "../reading/reading.ts";

/** The 0-based row of an address as a host gives it: "B7", "$B$7", "Items!B7:C9". */
function rowOf(address: string): number | undefined {
  const [, row] = /(?:^|!)\$?[A-Z]{1,3}\$?(\d+)(?::|$)/i.exec(address) ?? [];
  return row === undefined ? undefined : Number(row) - 1;
}

/** The SKU of an address's row; undefined where it names none. A sheet that was not read before is read for it. */
export function skuAt(
  port: Pick<WorkbookPort, "readSheet">,
  reading: Pick<Reading, "store" | "skuInRow">,
  { sheet: name, address }: CellAddress,
): Promise<string | undefined> {
  const row = rowOf(address);
  if (row === undefined) return Promise.resolve(undefined);
  if (reading.store.get().sheets.some((each) => each.name === name)) return reading.skuInRow(name, row);
  return port.readSheet(name).then((sheet) => (sheet === undefined ? undefined : reading.skuInRow(sheet, row)));
}

/** As `skuAt`, of the selected row. Throws a `UserError` where that names no item. */
export async function selectedSku(
  port: Pick<WorkbookPort, "readSheet" | "selection">,
  reading: Pick<Reading, "store" | "skuInRow">,
): Promise<string> {
  const sku = await skuAt(port, reading, await port.selection());
  if (sku === undefined)
    throw new UserError("The selected row names no item: select a cell in the row of one and ask again");
  return sku;
}
