import { withOwnQuantities } from "../../../../shared/sheets/reorder/own-quantities.ts";
import { findOwnSheet } from "../../../../shared/tables/own-sheets.ts";
import type { Answers } from "../../../../shared/tables/questions.ts";
import type { SheetOptions } from "../../../../shared/tables/reading.ts";
import { requestFromSheets, type SheetRequest } from "../../../../shared/tables/request-from-sheets.ts";
import type { Sheet } from "../../../../shared/tables/sheet.ts";
import { readWorkbookFile } from "../../../workbook/read.ts";

/** A workbook to read, and how. */
export interface ReadingTask {
  readonly input: string;
  readonly options: Omit<SheetOptions, "tables" | "unused" | "answers"> & { readonly answers: Answers | undefined };
}

/** With what was typed into a reorder sheet that the workbook holds, and a note that says so. */
function withOwn({ request, findings }: SheetRequest, sheets: readonly Sheet[]): SheetRequest {
  const asked = withOwnQuantities(request, sheets);
  const own = asked.items.filter(({ order_quantity }, i) => order_quantity !== request.items[i]?.order_quantity).length;
  if (own === 0) return { request: asked, findings };
  const note = `${findOwnSheet(sheets, "reorder")?.name}: ${own === 1 ? "1 order quantity" : `${own} order quantities`} of yours on it ${own === 1 ? "is" : "are"} kept.`;
  return { request: asked, findings: { ...findings, notes: [...findings.notes, note] } };
}

/** From a workbook's file to a plan's request. Throws a `UserError` where nothing can be planned. */
export async function readRequest({ input, options }: ReadingTask): Promise<SheetRequest> {
  const sheets = await readWorkbookFile(input);
  return withOwn(requestFromSheets(sheets, options), sheets);
}
