import { UserError } from "../../../shared/define/errors.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import { clearSheet } from "./clear-sheet.ts";
import { formatSheet } from "./format-sheet.ts";
import { asOneUndo, inExcel } from "./run.ts";
import { sheetValues } from "./sheet-values.ts";
import { restoreSnapshot, takeSnapshot, type Snapshot } from "./snapshot.ts";
import { quiet, writeValues } from "./write-values.ts";

/** The sheet of a name where there is one, with its charts, ready to be cleared. */
async function findSheet(context: Excel.RequestContext, name: string) {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
  worksheet.load("name,protection/protected");
  await context.sync();
  if (worksheet.isNullObject) return undefined;
  worksheet.charts.load("items/name");
  await context.sync();
  return { worksheet, charts: worksheet.charts.items };
}

/** What stood under each name; undefined where there was no such sheet. Refuses where it must not be changed. */
async function lookBefore(context: Excel.RequestContext, names: readonly string[]): Promise<(Snapshot | undefined)[]> {
  const { protection } = context.workbook;
  protection.load("protected");
  const snapshots: (Snapshot | undefined)[] = [];
  for (const name of names) {
    const found = await findSheet(context, name);
    if (found === undefined && protection.protected)
      throw new UserError(
        `The workbook's structure is protected, so sheet "${name}" cannot be added: unprotect it (Review, Protect Workbook) and run again.`,
      );
    if (found?.worksheet.protection.protected)
      throw new UserError(
        `Sheet "${found.worksheet.name}" is protected: unprotect it (Review, Unprotect Sheet) and run again.`,
      );
    snapshots.push(found && (await takeSnapshot(context, found.worksheet)));
  }
  return snapshots;
}

async function clearedSheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const found = await findSheet(context, name);
  if (found === undefined) return context.workbook.worksheets.add(name);
  quiet(context);
  clearSheet(found.worksheet, found.charts);
  return found.worksheet;
}

async function writeOne(context: Excel.RequestContext, spec: SheetSpec): Promise<void> {
  const worksheet = await clearedSheet(context, spec.name);
  const { cells, formats } = sheetValues(spec);
  await writeValues(context, worksheet, cells, formats);
  quiet(context);
  formatSheet(spec, worksheet);
  await context.sync();
}

async function putBack(context: Excel.RequestContext, name: string, before: Snapshot | undefined): Promise<void> {
  const found = await findSheet(context, name);
  if (before === undefined) {
    found?.worksheet.delete();
    await context.sync();
  } else await restoreSnapshot(context, await clearedSheet(context, name), before);
}

/** Creates or rewrites the sheets and touches no other. Answers how to take it back. */
export async function writeSheets(sheets: readonly SheetSpec[]): Promise<() => Promise<void>> {
  const before = await inExcel((context) =>
    lookBefore(
      context,
      sheets.map(({ name }) => name),
    ),
  );
  const restore = (): Promise<void> =>
    asOneUndo(async (context) => {
      for (const [i, { name }] of sheets.entries()) await putBack(context, name, before[i]);
    });
  try {
    await asOneUndo(async (context) => {
      for (const spec of sheets) await writeOne(context, spec);
    });
  } catch (error) {
    // Half a writing is worse than none; what went wrong first is what the user must know.
    await restore().catch(() => undefined);
    throw error;
  }
  return restore;
}
