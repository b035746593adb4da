import { UserError } from "../../../shared/define/errors.ts";
import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import { clearSheet } from "./clear-sheet.ts";
import { formatSheet } from "./format-sheet.ts";
import type { Undo } from "../port.ts";
import { unfold } from "./outline-and-page.ts";
import { asOneUndo, inExcel, isRefusal } from "./run.ts";
import { sheetValues } from "./sheet-values.ts";
import { restoreSnapshot, takeSnapshot, type Snapshot } from "./snapshot.ts";
import { quiet, uncalculated, writeValues } from "./write-values.ts";

/** The sheet of a name where there is one, with its charts and tables, ready to be cleared. */
async function findSheet(context: Excel.RequestContext, name: string) {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
  worksheet.load("name,protection/protected");
  await context.sync();
  if (worksheet.isNullObject) return undefined;
  worksheet.charts.load("items/name");
  worksheet.tables.load("items/name");
  await context.sync();
  return { worksheet, charts: worksheet.charts.items, tables: worksheet.tables.items };
}

/** How a sheet was before: not there, or taken down, or there and Excel could not tell how. */
type Before = "absent" | "untold" | (Snapshot & { readonly hasTable: boolean });

/** Excel failing to tell how a sheet was must never cost the writing, only the way back. */
async function tolerantSnapshot(
  context: Excel.RequestContext,
  { worksheet, tables }: NonNullable<Awaited<ReturnType<typeof findSheet>>>,
): Promise<Before> {
  try {
    return { ...(await takeSnapshot(context, worksheet)), hasTable: tables.length > 0 };
  } catch (error) {
    if (isRefusal(error)) throw error;
    return "untold";
  }
}

/** What stood under each name. Refuses where it must not be changed. */
async function lookBefore(context: Excel.RequestContext, names: readonly string[]): Promise<Before[]> {
  const { protection } = context.workbook;
  protection.load("protected");
  const snapshots: Before[] = [];
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
    snapshots.push(found ? await tolerantSnapshot(context, found) : "absent");
  }
  return snapshots;
}

async function clearedSheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const found = await findSheet(context, name);
  if (found === undefined) return context.workbook.worksheets.add(name);
  quiet(context);
  clearSheet(found.worksheet, found);
  await unfold(context, found.worksheet);
  return found.worksheet;
}

async function writeOne(context: Excel.RequestContext, spec: SheetSpec): Promise<void> {
  const worksheet = await clearedSheet(context, spec.name);
  const { cells, formats } = sheetValues(spec);
  await writeValues(context, worksheet, cells, formats);
  uncalculated(context);
  formatSheet(spec, worksheet);
  await context.sync();
}

async function putBack(context: Excel.RequestContext, name: string, before: "absent" | Snapshot): Promise<void> {
  const found = await findSheet(context, name);
  if (before === "absent") {
    found?.worksheet.delete();
    await context.sync();
  } else await restoreSnapshot(context, await clearedSheet(context, name), before);
}

/** The way back; undefined where Excel could not tell how one of the sheets was. */
function restoring(names: readonly string[], before: readonly Before[]): (() => Promise<void>) | undefined {
  const known = before.filter((each) => each !== "untold");
  if (known.length < before.length) return undefined;
  return () =>
    asOneUndo(async (context) => {
      for (const [i, name] of names.entries()) await putBack(context, name, known[i]!);
    });
}

/** What the way back leaves out, in words. */
function leftOut(names: readonly string[], before: readonly Before[]): string[] {
  const of = (what: string, holds: (each: Exclude<Before, string>) => boolean): string[] => {
    const found = names.filter((_, i) => {
      const each = before[i]!;
      return typeof each === "object" && holds(each);
    });
    return found.length === 0 ? [] : [`the ${what} of ${found.join(" and ")}`];
  };
  return [...of("colour rules", ({ rules }) => rules === undefined), ...of("Excel table", ({ hasTable }) => hasTable)];
}

/** Creates or rewrites the sheets and touches no other. Answers how to take it back. */
export async function writeSheets(sheets: readonly SheetSpec[]): Promise<Omit<Undo, "label">> {
  const names = sheets.map(({ name }) => name);
  const before = await inExcel((context) => lookBefore(context, names));
  const undo = restoring(names, before);
  try {
    await asOneUndo(async (context) => {
      for (const spec of sheets) await writeOne(context, spec);
    });
  } catch (error) {
    // Half a writing is worse than none; what went wrong first is what the user must know.
    await undo?.().catch(() => undefined);
    throw error;
  }
  return { undo, without: leftOut(names, before) };
}
