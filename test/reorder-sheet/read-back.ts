import "../workbook-port/group-by.ts";
import { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { registerBulk } from "../../addin/workbook/grid/bulk-plugin.ts";
import { sheetIdOf, writeToGrid } from "../../addin/workbook/grid/grid-writing.ts";
import { readGrid } from "../workbook-port/read-grid.ts";
import { headerRow, rowOf, titleColumn } from "../../shared/sheets/layout.ts";
import type { SheetSpec, SpecCell } from "../../shared/sheets/spec.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const shown = (cell: SpecCell): CellValue => {
  if (typeof cell !== "object" || cell === null) return cell;
  return "date" in cell ? new Date(cell.date) : null;
};

/** A written sheet as it reads when no formula is calculated. */
export function asWritten(spec: SheetSpec): Sheet {
  const gap = Array.from({ length: headerRow(spec) - spec.title.length }, () => [] as CellValue[]);
  return {
    name: spec.name,
    rows: [
      ...spec.title.map((line, row) => [...Array<CellValue>(titleColumn(spec, row)).fill(null), line]),
      ...gap,
      spec.columns.map(({ header }) => header),
      ...spec.rows.map(({ cells }) => cells.map(shown)),
    ],
  };
}

/** The sheets as a spreadsheet calculates them. */
export function calculated(specs: readonly SheetSpec[]): Sheet[] {
  const { debug } = console;
  console.debug = () => undefined;
  try {
    registerBulk();
    const model = new Model({});
    writeToGrid(model, specs);
    return specs.map(({ name }) => readGrid(model, sheetIdOf(model, name)!));
  } finally {
    console.debug = debug;
  }
}

const columnOf = ({ columns }: SheetSpec, header: string): number => columns.findIndex((one) => one.header === header);

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
