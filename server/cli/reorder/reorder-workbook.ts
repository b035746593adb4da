import { realpath, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../../../shared/define/errors.ts";
import type { Plan, PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { findOwnSheet } from "../../../shared/tables/own-sheets.ts";
import { withOwnQuantities } from "../../../shared/sheets/reorder/own-quantities.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { readWorkbookFile } from "../../workbook/read.ts";
import { writePlanWorkbook } from "../../workbook/write.ts";
import { readAnswers } from "./answers.ts";
import type { ReorderOptions } from "./options.ts";
import { planJson } from "./plan-json.ts";

export interface ReorderSteps {
  /** The real date, ISO. */
  readonly now: string;
  plan(request: PlanRequest): Plan | Promise<Plan>;
  /** Told as soon as the workbook is understood. */
  onRead?(read: SheetRequest): void;
}

async function sameFile(a: string, b: string): Promise<boolean> {
  if (path.resolve(a) === path.resolve(b)) return true;
  const [first, second] = await Promise.all([realpath(a), realpath(b)].map((found) => found.catch(() => undefined)));
  if (first === undefined || second === undefined) return false;
  // The same file under two names: a hard link, or letters in another case where the disk does not mind.
  const [one, two] = await Promise.all([stat(first), stat(second)]);
  return first === second || (one.ino === two.ino && one.dev === two.dev && one.ino !== 0);
}

/** With what was typed into a reorder sheet that the workbook holds, and a note that says so. */
function withOwn({ request, findings }: SheetRequest, sheets: readonly Sheet[]): SheetRequest {
  const asked = withOwnQuantities(request, sheets);
  const own = asked.items.filter(({ order_quantity }, i) => order_quantity !== request.items[i]?.order_quantity).length;
  if (own === 0) return { request: asked, findings };
  const note = `${findOwnSheet(sheets, "reorder")?.name}: ${own === 1 ? "1 order quantity" : `${own} order quantities`} of yours on it ${own === 1 ? "is" : "are"} kept.`;
  return { request: asked, findings: { ...findings, notes: [...findings.notes, note] } };
}

/** From a workbook to a plan, as a workbook or as JSON by the ending of `out`. The input is only read; `out` may not be the input. */
export async function reorderWorkbook(options: ReorderOptions, { now, plan, onRead }: ReorderSteps): Promise<Plan> {
  const { input, out, settings, today, period, dateOrder, leadTimeDays } = options;
  if (!/\.(xlsx|json)$/i.test(out)) throw new UserError(`--out: ${out} must end in .xlsx or .json.`);
  if (await sameFile(input, out))
    throw new UserError(`--out: ${out} is the workbook that is read; it must be another file.`);
  const folder = await stat(path.dirname(path.resolve(out))).catch(() => undefined);
  if (!folder?.isDirectory())
    throw new UserError(`--out: the folder ${path.dirname(out)} does not exist; it must be there.`);
  const sheets = await readWorkbookFile(input);
  const tables = requestFromSheets(sheets, {
    now,
    today,
    period,
    dateOrder,
    leadTimeDays,
    settings,
    answers: options.answers === undefined ? undefined : await readAnswers(options.answers),
  });
  const read = withOwn(tables, sheets);
  onRead?.(read);
  const made = await plan(read.request);
  const book = /\.json$/i.test(out)
    ? planJson(made, read.findings)
    : writePlanWorkbook({ plan: made, ...read, source: path.basename(input) });
  await writeFile(out, book).catch((error: NodeJS.ErrnoException) => {
    const open = error.code === "EBUSY" || error.code === "EPERM" || error.code === "EACCES";
    throw new UserError(
      `--out: ${out} could not be written (${error.code ?? "unknown"}).${open ? " Is it open in Excel? Close it and retry." : ""}`,
    );
  });
  return made;
}
