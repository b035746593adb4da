import { UserError } from "../../../shared/define/errors.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { InSteps, WorkbookPort } from "../port.ts";
import { calculateAgain } from "./calculate-again.ts";
import { readSheet } from "./read-sheet.ts";
import { afterEdit, inExcel } from "./run.ts";
import { onSelection, selection } from "./selection.ts";
import { remember, remembered } from "./settings.ts";
import { writeSheets } from "./write-sheets.ts";

function readSheets({ progress, signal }: InSteps = {}): Promise<Sheet[]> {
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    await context.sync();
    const visible = worksheets.items.filter(({ visibility }) => visibility === "Visible");
    const sheets: Sheet[] = [];
    for (const [index, worksheet] of visible.entries()) {
      const { name } = worksheet;
      const told = (done: number, rows: number): void => {
        signal?.throwIfAborted();
        progress?.({ sheet: name, done, rows, share: (index + (rows === 0 ? 1 : done / rows)) / visible.length });
      };
      sheets.push(await readSheet(context, worksheet, name, told));
    }
    return sheets;
  });
}

/** Does something with a sheet that must be there. */
function atSheet(name: string, work: (worksheet: Excel.Worksheet) => void): Promise<void> {
  return afterEdit(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
    worksheet.load("name");
    await context.sync();
    if (worksheet.isNullObject) throw new UserError(`There is no sheet "${name}" in this workbook.`);
    work(worksheet);
    await context.sync();
  });
}

/** Excel as the task pane sees it. Needs ExcelApi 1.14 at most. */
export function createExcelWorkbook(): WorkbookPort {
  return {
    host: "excel",
    readSheets,
    readSheet: (name) =>
      inExcel(async (context) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
        worksheet.load("name");
        await context.sync();
        return worksheet.isNullObject ? undefined : readSheet(context, worksheet, worksheet.name);
      }),
    selection,
    onSelection,
    insertFormula: (formula) =>
      inExcel(async (context) => {
        const cell = context.workbook.getActiveCell();
        cell.load("numberFormat");
        await context.sync();
        // In a cell formatted as text a formula would stay text.
        if (cell.numberFormat[0]?.[0] === "@") cell.numberFormat = [["General"]];
        cell.formulas = [[formula]];
        await context.sync();
      }),
    async writeSheets(sheets, label) {
      return { label, ...(await writeSheets(sheets)) };
    },
    show: (name) => atSheet(name, (worksheet) => worksheet.activate()),
    select: (name, address) =>
      atSheet(name, (worksheet) => {
        worksheet.activate();
        worksheet.getRange(address).select();
      }),
    startWithWorkbook: () => Office.addin.setStartupBehavior(Office.StartupBehavior.load),
    recalculate: calculateAgain,
    remembered: (key) => Promise.resolve(remembered(key)),
    remember,
  };
}
