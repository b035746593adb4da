import type { CoreCommand, Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { UserError } from "../../../shared/define/errors.ts";
import { heightOf } from "../../../shared/sheets/layout.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import { dispatchBulk } from "./bulk-plugin.ts";
import { clearCommands } from "./clear-commands.ts";
import { writeCommands } from "./write-commands.ts";

/** Rows and columns left free around what is written. */
const MARGIN = { rows: 40, columns: 12 };

/** The sheet of a name, which is the same name in any case. */
export function sheetIdOf({ getters }: Model, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return getters.getSheetIds().find((id) => getters.getSheetName(id).toLowerCase() === wanted);
}

/** Refuses where the workbook or this sheet may not be changed. */
export function checkWritable({ getters }: Model, sheetId?: string): void {
  if (getters.isReadonly()) throw new UserError("This workbook is read-only: open a copy that you may change.");
  if (sheetId !== undefined && getters.isSheetLocked(sheetId))
    throw new UserError(
      `Sheet "${getters.getSheetName(sheetId)}" is locked: unlock it (right-click its tab) and run again.`,
    );
}

/** Commands that make a sheet that is there large enough. */
function growCommands({ getters }: Model, sheetId: string, rows: number, cols: number): CoreCommand[] {
  const sheetName = getters.getSheetName(sheetId);
  const grow = (dimension: "ROW" | "COL", have: number, need: number): CoreCommand[] => {
    if (need <= have) return [];
    const added = { base: have - 1, quantity: need - have, position: "after" } as const;
    return [{ type: "ADD_COLUMNS_ROWS", sheetId, sheetName, dimension, ...added }];
  };
  return [...grow("ROW", getters.getNumberRows(sheetId), rows), ...grow("COL", getters.getNumberCols(sheetId), cols)];
}

/** Creates or rewrites the sheets in one step of undo; no other sheet changes. */
export function writeToGrid(model: Model, sheets: readonly SheetSpec[]): void {
  checkWritable(model);
  let position = model.getters.getSheetIds().length;
  const targets = sheets.map((spec) => {
    const present = sheetIdOf(model, spec.name);
    if (present !== undefined) checkWritable(model, present);
    return { spec, present, sheetId: present ?? model.uuidGenerator.smallUuid() };
  });
  const commands = targets.flatMap(({ spec, present, sheetId }): CoreCommand[] => {
    const rows = heightOf(spec) + MARGIN.rows;
    const cols = spec.columns.length + MARGIN.columns;
    const { cells, rest } = writeCommands(model, spec, sheetId);
    const ready: CoreCommand[] =
      present === undefined
        ? [{ type: "CREATE_SHEET", sheetId, position: position++, name: spec.name, rows, cols }]
        : [...clearCommands(model, sheetId, cells), ...growCommands(model, sheetId, rows, cols)];
    return [...ready, ...cells, ...rest];
  });
  dispatchBulk(model, commands);
}
