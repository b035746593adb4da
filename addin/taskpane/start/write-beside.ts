import { UserError } from "../../../shared/define/errors.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import type { Undo, WorkbookPort } from "../../workbook/port.ts";

/** Adds sheets to the workbook, beside what is there. Refuses where a name is taken. */
export async function writeBeside(port: WorkbookPort, sheets: readonly SheetSpec[], what: string): Promise<Undo> {
  const taken = new Set((await port.readSheets()).map(({ name }) => name.toLowerCase()));
  const clash = sheets.find(({ name }) => taken.has(name.toLowerCase()));
  if (clash)
    throw new UserError(
      `This workbook already has a sheet "${clash.name}", which stays as it is: open an empty workbook and try it there`,
    );
  return port.writeSheets(sheets, what);
}
