import "../workbook-port/group-by.ts";
import { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import { registerBulk } from "../../addin/workbook/grid/bulk-plugin.ts";
import { sheetIdOf, writeToGrid } from "../../addin/workbook/grid/grid-writing.ts";
import { readGrid } from "../workbook-port/read-grid.ts";
import { largePlan } from "../reorder-sheet/plans.ts";
import type { Figure } from "./main.ts";

const LINES = 2000;

/** The reorder sheet of 2,000 lines (25 columns) and its exceptions: written, read and rewritten; the middle of 5. */
export async function run(): Promise<Figure[]> {
  const { debug } = console;
  console.debug = () => undefined;
  registerBulk();
  const { plan, request } = largePlan(LINES);
  const times: Record<string, number[]> = { "laid out": [], written: [], read: [], rewritten: [] };
  const timed = <T>(what: string, work: () => T): T => {
    const began = performance.now();
    const result = work();
    times[what]!.push(performance.now() - began);
    return result;
  };
  try {
    for (let i = 0; i < 5; i++) {
      const model = new Model({});
      const { sheets } = timed("laid out", () => reorderSheets(plan, request, []));
      timed("written", () => writeToGrid(model, sheets));
      const previous = timed("read", () => readGrid(model, sheetIdOf(model, "Reorder")!));
      const again = reorderSheets(plan, request, [previous]);
      timed("rewritten", () => writeToGrid(model, again.sheets));
    }
  } finally {
    console.debug = debug;
  }
  return Object.entries(times).map(([what, all]) => ({
    name: `reorder sheet of ${LINES} lines ${what} in the browser workbook's model, median`,
    value: all.sort((a, b) => a - b)[2]!,
    unit: "ms",
  }));
}
