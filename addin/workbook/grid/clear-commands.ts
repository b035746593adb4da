import type { CoreCommand, Model, UpdateCellCommand } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

const placeOf = ({ row, col }: { readonly row: number; readonly col: number }): string => `${row} ${col}`;

/** The cells of a sheet that are not among those to be written. */
function otherCells(
  { getters }: Model,
  sheetId: string,
  written: readonly UpdateCellCommand[],
): { row: number; col: number }[] {
  const places = new Set(written.map(placeOf));
  return getters
    .getCells(sheetId)
    .map(({ id }) => getters.getCellPosition(id))
    .filter((position) => !places.has(placeOf(position)));
}

/**
 * Commands that empty a sheet but for the cells that will be written over, and keep it: formulas elsewhere that refer
 * to it still do. Clearing whole zones would cost a command for each cell that the sheet could hold.
 */
export function clearCommands(model: Model, sheetId: string, written: readonly UpdateCellCommand[]): CoreCommand[] {
  const { getters } = model;
  const zone = getters.getSheetZone(sheetId);
  const columns = Array.from({ length: getters.getNumberCols(sheetId) }, (_, i) => i);
  const rows = Array.from({ length: getters.getNumberRows(sheetId) }, (_, i) => i);
  const merges = getters.getMerges(sheetId);
  return [
    ...getters.getFigures(sheetId).map(({ id }): CoreCommand => ({ type: "DELETE_FIGURE", sheetId, figureId: id })),
    ...getters
      .getConditionalFormats(sheetId)
      .map(({ id }): CoreCommand => ({ type: "REMOVE_CONDITIONAL_FORMAT", sheetId, id })),
    ...getters
      .getDataValidationRules(sheetId)
      .map(({ id }): CoreCommand => ({ type: "REMOVE_DATA_VALIDATION_RULE", sheetId, id })),
    ...getters
      .getCoreTables(sheetId)
      .map(({ range }): CoreCommand => ({ type: "REMOVE_TABLE", sheetId, target: [range.zone] })),
    ...(merges.length > 0 ? [{ type: "REMOVE_MERGE", sheetId, target: [...merges] } satisfies CoreCommand] : []),
    ...(["ROW", "COL"] as const).flatMap((dimension) =>
      getters
        .getHeaderGroups(sheetId, dimension)
        .map(({ start, end }): CoreCommand => ({ type: "UNGROUP_HEADERS", sheetId, dimension, start, end })),
    ),
    { type: "UNFREEZE_COLUMNS_ROWS", sheetId },
    { type: "SET_ZONE_BORDERS", sheetId, target: [zone], border: { position: "clear" } },
    ...otherCells(model, sheetId, written).map(({ row, col }): CoreCommand => ({
      type: "CLEAR_CELL",
      sheetId,
      row,
      col,
    })),
    { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension: "COL", elements: columns, size: null },
    { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension: "ROW", elements: rows, size: null },
  ];
}
