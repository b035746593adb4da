import { blockAddress, headerRow, heightOf, rowOf, summaryRow } from "../../../shared/sheets/layout.ts";
import { PAGE_MARGIN, printScale } from "../../../shared/sheets/page.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import { isRefusal } from "./run.ts";

/** Folds away what can be: the summary's rows, where they are many, and the columns of details. */
export function foldDetails({ summary, detailsFrom, ...spec }: SheetSpec, worksheet: Excel.Worksheet): void {
  if (summary && summary.details > 0) {
    const rows = worksheet.getRange(blockAddress(summaryRow(spec, 0), 0, summaryRow(spec, summary.details - 1), 0));
    rows.group("ByRows");
    if (summary.folded) rows.hideGroupDetails("ByRows");
  }
  if (detailsFrom === undefined || detailsFrom >= spec.columns.length) return;
  const columns = worksheet.getRange(blockAddress(0, detailsFrom, 0, spec.columns.length - 1));
  columns.group("ByColumns");
  columns.hideGroupDetails("ByColumns");
}

const POINTS_AN_INCH = 72;

/** How the sheet prints, where it says so; else it is left to Excel. */
export function setUpPage(spec: SheetSpec, worksheet: Excel.Worksheet): void {
  const { print, columns } = spec;
  if (print === undefined) return;
  const { pageLayout } = worksheet;
  const header = headerRow(spec) + 1;
  pageLayout.orientation = "Landscape";
  pageLayout.leftMargin = PAGE_MARGIN * POINTS_AN_INCH;
  pageLayout.rightMargin = PAGE_MARGIN * POINTS_AN_INCH;
  pageLayout.zoom = { scale: printScale(columns, print.columns) };
  pageLayout.setPrintArea(blockAddress(0, 0, heightOf(spec) - 1, print.columns - 1));
  pageLayout.setPrintTitleRows(`$${header}:$${header}`);
  for (const row of print.breaks)
    worksheet.horizontalPageBreaks.add(blockAddress(rowOf(spec, row), 0, rowOf(spec, row), 0));
}

/**
 * Shows what was folded away and takes the groups off, of which Excel cannot tell whether there are any: it refuses to
 * take off what is not there.
 */
export async function unfold(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<void> {
  const all = worksheet.getRange();
  all.rowHidden = false;
  all.columnHidden = false;
  worksheet.horizontalPageBreaks.removePageBreaks();
  await context.sync();
  for (const by of ["ByRows", "ByColumns"] as const)
    try {
      all.ungroup(by);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- what fails of one must not cost the other
      await context.sync();
    } catch (error) {
      if (isRefusal(error)) throw error;
    }
}
