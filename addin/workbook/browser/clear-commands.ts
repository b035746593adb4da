import type { CoreCommand, Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

/** Commands that empty a sheet and keep it: formulas elsewhere that refer to it still do. */
export function clearCommands({ getters }: Model, sheetId: string): CoreCommand[] {
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
    { type: "UNFREEZE_COLUMNS_ROWS", sheetId },
    { type: "CLEAR_CELLS", sheetId, target: [zone] },
    { type: "CLEAR_FORMATTING", sheetId, target: [zone] },
    { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension: "COL", elements: columns, size: null },
    { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension: "ROW", elements: rows, size: null },
  ];
}
