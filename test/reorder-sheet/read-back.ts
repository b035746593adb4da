import "../workbook-port/group-by.ts";
import { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { registerBulk } from "../../addin/workbook/grid/bulk-plugin.ts";
import { sheetIdOf, writeToGrid } from "../../addin/workbook/grid/grid-writing.ts";
import { readGrid } from "../workbook-port/read-grid.ts";
import { registerExcelFunctions } from "../../addin/webbook/excel-functions/index.ts";
import { headerRow, rowOf, summaryRow, titleColumn } from "../../shared/sheets/layout.ts";
import type { SheetSpec, SpecCell } from "../../shared/sheets/spec.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const shown = (cell: SpecCell): CellValue => {
  if (typeof cell !== "object" || cell === null) return cell;
  return "date" in cell ? new Date(cell.date) : null;
};

/** A written sheet as it reads when no formula is calculated. */
export function asWritten(spec: SheetSpec): Sheet {
  const summary = (spec.summary?.rows ?? []).map(({ cells }) => cells.map(shown));
  const gap = Array.from({ length: headerRow(spec) - spec.title.length - summary.length }, () => [] as CellValue[]);
  return {
    name: spec.name,
    rows: [
      ...spec.title.map((line, row) => [...Array<CellValue>(titleColumn(spec, row)).fill(null), line]),
      ...summary,
      ...gap,
      spec.columns.map(({ header }) => header),
      ...spec.rows.map(({ cells }) => cells.map(shown)),
    ],
  };
}

/** What comes of writing the sheets into a spreadsheet. */
function inGrid<T>(specs: readonly SheetSpec[], then: (model: Model) => T): T {
  const { debug } = console;
  console.debug = () => undefined;
  try {
    registerExcelFunctions();
    registerBulk();
    const model = new Model({});
    writeToGrid(model, specs);
    return then(model);
  } finally {
    console.debug = debug;
  }
}

/** The sheets as a spreadsheet calculates them. */
export const calculated = (specs: readonly SheetSpec[]): Sheet[] =>
  inGrid(specs, (model) => specs.map(({ name }) => readGrid(model, sheetIdOf(model, name)!)));

/** The sheet as a spreadsheet calculates it, before and after it was sorted by each column of its filter, both ways. */
export const sortedByEach = (spec: SheetSpec): { readonly before: Sheet; readonly after: readonly Sheet[] } =>
  inGrid([spec], (model) => {
    const sheetId = sheetIdOf(model, spec.name)!;
    const before = readGrid(model, sheetId);
    const { zone } = model.getters.getCoreTables(sheetId)[0]!.range;
    const lines = { ...zone, top: zone.top + 1 };
    const after = spec.columns.flatMap((_, col) =>
      (["asc", "desc"] as const).map((sortDirection) => {
        const sort = { sheetId, col, row: lines.top, zone: lines, sortDirection };
        const { isSuccessful, reasons } = model.dispatch("SORT_CELLS", sort);
        if (!isSuccessful) throw new Error(`Not sorted by column ${col}: ${reasons.join(", ")}`);
        return readGrid(model, sheetId);
      }),
    );
    return { before, after };
  });

export const columnOf = ({ columns }: SheetSpec, header: string): number =>
  columns.findIndex((one) => one.header === header);

/** The summary's cells under some headers, by what stands first in their row. */
export function summaryCells(spec: SheetSpec, { rows }: Sheet, ...headers: readonly string[]): CellValue[][] {
  const own = (spec.summary?.rows ?? []).map((_, i) => rows[summaryRow(spec, i)] ?? []);
  return own.map((row) => [row[0] ?? null, ...headers.map((header) => row[columnOf(spec, header)] ?? null)]);
}

/** The cells of one SKU's line under some headers. */
export function lineCells(spec: SheetSpec, sku: string, ...headers: readonly string[]): SpecCell[] {
  const row = spec.rows.find(({ kind, cells }) => kind === "line" && cells[columnOf(spec, "SKU")] === sku);
  return headers.map((header) => row?.cells[columnOf(spec, header)] ?? null);
}

export const skus = (spec: SheetSpec): SpecCell[] =>
  spec.rows.filter(({ kind }) => kind === "line").map(({ cells }) => cells[columnOf(spec, "SKU")] ?? null);

/** The written sheet after the buyer typed into some cells of a line. */
export function edited(spec: SheetSpec, changes: readonly [sku: string, header: string, value: CellValue][]): Sheet {
  const sheet = asWritten(spec);
  const rows = sheet.rows.map((row) => [...row]);
  for (const [sku, header, value] of changes) {
    const index = spec.rows.findIndex(({ cells }) => cells[columnOf(spec, "SKU")] === sku);
    if (index < 0) throw new Error(`No line for ${sku}.`);
    rows[rowOf(spec, index)]![columnOf(spec, header)] = value;
  }
  return { ...sheet, rows };
}
