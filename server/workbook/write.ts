import { DocProperties, Workbook } from "wasm-xlsxwriter";
import { dayNumber } from "../../shared/calendar/dates.ts";
import { dayLabel } from "../../shared/calendar/words.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { decisionsOf } from "../../shared/sheets/reorder/decisions.ts";
import { exceptionsSheet } from "../../shared/sheets/reorder/exceptions-sheet.ts";
import type { Heading } from "../../shared/sheets/reorder/headers.ts";
import { orderLines } from "../../shared/sheets/reorder/order-lines.ts";
import { reorderSheet } from "../../shared/sheets/reorder/reorder-sheet.ts";
import type { Findings } from "../../shared/tables/findings.ts";
import { Formats } from "./cells.ts";
import { itemsSheet } from "./items-sheet.ts";
import { addSheetExtras } from "./sheet-extras.ts";
import { SUMMARY, writeSummarySheet } from "./summary-sheet.ts";
import { writeSheet } from "./write-sheet.ts";

export interface PlanBook {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly findings: Findings;
  /** Name of the workbook that was read, for the summary. */
  readonly source: string;
}

/** Columns of the reorder sheet that are for keeping it up from run to run, which a plan in a file of its own is not. */
const FOR_RUNS: readonly Heading[] = ["own", "caseSize", "cases", "status", "reference"];
/** Those that say nothing where all is in one currency. */
const FOR_CURRENCIES: readonly Heading[] = ["rate", "worth"];

/**
 * Writes a plan as an .xlsx workbook: Order (by supplier, to edit), All items, Exceptions, Summary. SKUs and every other
 * text are string cells; costs and totals are live formulas with their present results.
 */
export function writePlanWorkbook({ plan, request, findings, source }: PlanBook): Buffer {
  const { lines, exceptions } = orderLines(plan, request, new Map());
  const several = new Set(lines.map(({ currency }) => currency)).size > 1;
  const order = reorderSheet({
    name: "Order",
    title: [
      `Orders to place on ${dayLabel(dayNumber(request.today))}`,
      "Change Order qty (yellow) as you see fit: costs and totals follow, however you sort. Changed quantities turn orange.",
    ],
    lines,
    request,
    totals: plan.suppliers,
    without: several ? FOR_RUNS : [...FOR_RUNS, ...FOR_CURRENCIES],
  });
  const unread = findings.bad_rows.map(({ sku, message, sheet, row }) => ({
    sku,
    code: "data" as const,
    money: 0,
    message,
    where: row > 0 ? `${sheet}, row ${row}` : sheet,
  }));
  const decisions = decisionsOf([...plan.exceptions, ...exceptions, ...unread], [...request.items, ...plan.lines]);
  const specs = [
    order.sheet,
    itemsSheet("All items", plan.lines, request),
    exceptionsSheet("Exceptions", [], decisions, plan, request),
  ];
  const book = new Workbook();
  try {
    book.setProperties(
      new DocProperties()
        .setTitle(`Reorder plan for ${request.today}`)
        .setAuthor("Lotwise")
        .setComment(`From ${source}`),
    );
    const formats = new Formats();
    const extras = specs.map((spec, i) => writeSheet(book.addWorksheet().setName(spec.name), i + 1, spec, formats));
    writeSummarySheet(
      book.addWorksheet().setName(SUMMARY),
      { plan, request, findings, source, subtotals: order.subtotals, decisions },
      formats,
    );
    return addSheetExtras(book.saveToBufferSync(), extras);
  } finally {
    book.free();
  }
}
