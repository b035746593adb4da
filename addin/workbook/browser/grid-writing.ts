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

function prepare(model: Model, spec: SheetSpec, sheetId: string, present: boolean, position: number): CoreCommand[] {
  const { getters } = model;
  const rows = heightOf(spec) + MARGIN.rows;
  const cols = spec.columns.length + MARGIN.columns;
  if (!present) return [{ type: "CREATE_SHEET", sheetId, position, name: spec.name, rows, cols }];
  const sheetName = getters.getSheetName(sheetId);
  const grow = (dimension: "ROW" | "COL", have: number, need: number): CoreCommand[] =>
    need <= have
      ? []
      : [
          {
            type: "ADD_COLUMNS_ROWS",
            sheetId,
            sheetName,
            dimension,
            base: have - 1,
            quantity: need - have,
            position: "after",
          },
        ];
  return [
    ...clearCommands(model, sheetId),
    ...grow("ROW", getters.getNumberRows(sheetId), rows),
    ...grow("COL", getters.getNumberCols(sheetId), cols),
  ];
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
  const setUp = targets.flatMap(({ spec, present, sheetId }) =>
    prepare(model, spec, sheetId, present !== undefined, present === undefined ? position++ : 0),
  );
  dispatchBulk(model, [...setUp, ...targets.flatMap(({ spec, sheetId }) => writeCommands(model, spec, sheetId))]);
}
