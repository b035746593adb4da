import { DocProperties, Workbook } from "wasm-xlsxwriter";
import type { Plan, PlanRequest } from "../../shared/purchasing/plan.ts";
import { dayLabel, dayNumber } from "../../shared/tables/calendar.ts";
import type { Findings } from "../../shared/tables/findings.ts";
import { Formats } from "./cells.ts";
import { writeExceptionsSheet } from "./exceptions-sheet.ts";
import { writeItemsSheet } from "./items-sheet.ts";
import { writeOrderSheet } from "./order-sheet.ts";
import { addSheetExtras } from "./sheet-extras.ts";
import { writeSummarySheet } from "./summary-sheet.ts";

export interface PlanBook {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly findings: Findings;
  /** Name of the workbook that was read, for the summary. */
  readonly source: string;
}

/**
 * Writes a plan as an .xlsx workbook: Order (by supplier, to edit), All items, Exceptions, Summary. SKUs and every other
 * text are string cells; costs and totals are live formulas with their present results.
 */
export function writePlanWorkbook({ plan, request, findings, source }: PlanBook): Buffer {
  const book = new Workbook();
  try {
    book.setProperties(
      new DocProperties()
        .setTitle(`Reorder plan for ${request.today}`)
        .setAuthor("Lotwise")
        .setComment(`From ${source}`),
    );
    const formats = new Formats();
    const [orderSheet, itemsSheet, exceptionsSheet, summarySheet] = ["Order", "All items", "Exceptions", "Summary"].map(
      (name) => book.addWorksheet().setName(name),
    );
    if (!orderSheet || !itemsSheet || !exceptionsSheet || !summarySheet)
      throw new Error("The workbook has too few sheets.");
    const lines = plan.lines.filter((line) => line.quantity > 0 || line.suggested > 0);
    const order = writeOrderSheet(
      orderSheet,
      1,
      lines,
      request,
      `Orders to place on ${dayLabel(dayNumber(request.today))}`,
      formats,
    );
    const items = writeItemsSheet(itemsSheet, 2, plan.lines, request, formats);
    const exceptions = writeExceptionsSheet(exceptionsSheet, 3, plan, request, findings, formats);
    writeSummarySheet(summarySheet, { plan, request, findings, order, source }, formats);
    return addSheetExtras(book.saveToBufferSync(), [...order.formats, ...items, ...exceptions], order.inputs);
  } finally {
    book.free();
  }
}
