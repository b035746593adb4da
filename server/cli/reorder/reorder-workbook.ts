import { realpath, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../../../shared/define/errors.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import { writePlanWorkbook } from "../../workbook/write.ts";
import { readAnswers } from "./answers.ts";
import type { ReorderOptions } from "./options.ts";
import { readRequest, type ReadingTask } from "./reading/read-request.ts";
import { planJson } from "./plan-json.ts";

export interface ReorderSteps {
  /** The real date, ISO. */
  readonly now: string;
  plan(request: PlanRequest): Plan | Promise<Plan>;
  /** Reads the workbook; in this very thread unless given. */
  read?(task: ReadingTask): Promise<SheetRequest>;
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

/** From a workbook to a plan, as a workbook or as JSON by the ending of `out`. The input is only read; `out` may not be the input. */
export async function reorderWorkbook(
  options: ReorderOptions,
  { now, plan, onRead, read: reading = readRequest }: ReorderSteps,
): Promise<Plan> {
  const { input, out, settings, today, period, dateOrder, leadTimeDays } = options;
  if (!/\.(xlsx|json)$/i.test(out)) throw new UserError(`--out: ${out} must end in .xlsx or .json.`);
  if (await sameFile(input, out))
    throw new UserError(`--out: ${out} is the workbook that is read; it must be another file.`);
  const folder = await stat(path.dirname(path.resolve(out))).catch(() => undefined);
  if (!folder?.isDirectory())
    throw new UserError(`--out: the folder ${path.dirname(out)} does not exist; it must be there.`);
  const answers = options.answers === undefined ? undefined : await readAnswers(options.answers);
  const read = await reading({ input, options: { now, today, period, dateOrder, leadTimeDays, settings, answers } });
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
