import { UserError } from "../../../shared/define/errors.ts";

/** What Excel's own refusals mean to the user. */
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: "A cell is being edited: press Enter or Esc in Excel, then run again.",
  AccessDenied: "Excel did not allow this change: the workbook or the sheet is protected. Unprotect it and run again.",
  RequestAborted: "Excel broke off the request: run again.",
  ServiceNotAvailable: "Excel is not available right now: run again in a moment.",
  FilteredRangeConflict: "A filter stands in the way: clear the filter of the sheet and run again.",
};

export function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

/** Turns Excel's refusals into sentences; faults of ours pass as they are. */
function explained(error: unknown): unknown {
  const sentence = SENTENCES[codeOf(error) ?? ""];
  return sentence === undefined ? error : new UserError(sentence);
}

/** Whether Excel refuses for a reason that the user can do something about. */
export const isRefusal = (error: unknown): boolean => explained(error) instanceof UserError;

export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

export async function inExcel<T>(batch: Batch<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw explained(error);
  }
}

/** As `inExcel`, once the cell that is being edited is done: for what the user can wait for. */
export async function afterEdit<T>(batch: Batch<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw explained(error);
  }
}

/**
 * Runs a batch as one step of Excel's undo where it can be (ExcelApi 1.20); where Excel cannot undo one of its parts,
 * without. The batch must bear to be run again from its start.
 */
export async function asOneUndo<T>(batch: Batch<T>): Promise<T> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.20")) return inExcel(batch);
  try {
    return await Excel.run({ mergeUndoGroup: true }, batch);
  } catch (error) {
    if (!/^UndoNotSupported$/i.test(codeOf(error) ?? "")) throw explained(error);
    return inExcel(batch);
  }
}
