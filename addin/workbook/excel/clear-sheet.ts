/** What of a sheet outlives `clear`: loaded by name before. */
export interface Furniture {
  readonly charts: readonly Excel.Chart[];
  readonly tables: readonly Excel.Table[];
}

/** Empties a sheet of ours and keeps it: formulas elsewhere that refer to it still do. */
export function clearSheet(worksheet: Excel.Worksheet, { charts, tables }: Furniture): void {
  for (const chart of charts) chart.delete();
  // "Format as Table" on our lines: its headers and filter would stand against the new ones.
  for (const table of tables) table.convertToRange();
  worksheet.autoFilter.remove();
  worksheet.freezePanes.unfreeze();
  const all = worksheet.getRange();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.clear();
  all.format.useStandardWidth = true;
  all.format.useStandardHeight = true;
}
