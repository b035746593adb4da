/** Empties a sheet of ours and keeps it: formulas elsewhere that refer to it still do. Needs its charts loaded. */
export function clearSheet(worksheet: Excel.Worksheet, charts: readonly Excel.Chart[]): void {
  for (const chart of charts) chart.delete();
  worksheet.autoFilter.remove();
  worksheet.freezePanes.unfreeze();
  const all = worksheet.getRange();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.clear();
  all.format.useStandardWidth = true;
  all.format.useStandardHeight = true;
}
