import { helpers } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import type { Book, BookCell, BookSheet } from "./book.ts";
import { chartFigure } from "./chart-figure.ts";
import { SPARE } from "../xlsx/fit.ts";
import { contentOf } from "./content.ts";

/** The distinct values of a kind (styles or formats), numbered for the grid's model from 1. */
class Numbered {
  readonly values: Record<number, unknown> = {};
  private readonly ids = new Map<unknown, number>();
  private count = 0;

  idOf(value: string | object): number {
    const same = this.ids.get(value);
    if (same !== undefined) return same;
    const key = JSON.stringify(value);
    const id = this.ids.get(key) ?? ++this.count;
    this.values[id] = value;
    this.ids.set(value, id).set(key, id);
    return id;
  }
}

interface Run<T> {
  readonly value: T;
  readonly from: number;
  to: number;
}

/** Zones of one value: equal cells down a column become one zone. */
class Runs<T> {
  private readonly open = new Map<number, Run<T>>();
  private readonly zones: Record<string, T> = {};

  add(col: number, row: number, value: T): void {
    const run = this.open.get(col);
    if (run?.value === value && run.to === row - 1) {
      run.to = row;
      return;
    }
    if (run) this.close(col, run);
    this.open.set(col, { value, from: row, to: row });
  }

  finish(): Record<string, T> {
    for (const [col, run] of this.open) this.close(col, run);
    return this.zones;
  }

  private close(col: number, { value, from, to }: Run<T>): void {
    const [top, bottom] = [helpers.toXC(col, from), helpers.toXC(col, to)];
    this.zones[from === to ? top : `${top}:${bottom}`] = value;
  }
}

const sizes = (given: Readonly<Record<number, number>>): Record<number, { size: number }> =>
  Object.fromEntries(Object.entries(given).map(([index, size]) => [index, { size }]));

/** A workbook as the grid's model reads it. */
export function workbookData({ sheets }: Book): Record<string, unknown> {
  const [styles, formats] = [new Numbered(), new Numbered()];
  const sheetOf = (sheet: BookSheet, index: number): Record<string, unknown> => {
    // A formula over a zone would not be copied as filling down copies it.
    const formulas: Record<string, string> = {};
    const literals = new Runs<string>();
    const [styleRuns, formatRuns] = [new Runs<number>(), new Runs<number>()];
    const inOrder = [...sheet.cells].sort((a, b) => a.row - b.row || a.col - b.col);
    let [rows, columns] = [0, 0];
    for (const cell of inOrder) {
      const made = contentOf(cell);
      if (made?.content.startsWith("=")) formulas[helpers.toXC(cell.col, cell.row)] = made.content;
      else if (made?.content) literals.add(cell.col, cell.row, made.content);
      if (made?.format !== undefined) formatRuns.add(cell.col, cell.row, formats.idOf(made.format));
      if (cell.style) styleRuns.add(cell.col, cell.row, styles.idOf(cell.style));
      rows = Math.max(rows, cell.row + (cell.spill?.[0] ?? 1));
      columns = Math.max(columns, cell.col + (cell.spill?.[1] ?? 1));
    }
    return {
      id: `sheet${index + 1}`,
      name: sheet.name,
      colNumber: Math.max(20, columns + SPARE.columns),
      rowNumber: Math.max(100, rows + SPARE.rows),
      cells: { ...literals.finish(), ...formulas },
      styles: styleRuns.finish(),
      formats: formatRuns.finish(),
      borders: {},
      cols: sizes(sheet.widths),
      rows: sizes(sheet.heights ?? {}),
      merges: sheet.merges,
      panes: { xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows },
      isVisible: !sheet.hidden,
      areGridLinesVisible: sheet.gridLines ?? true,
      conditionalFormats: [],
      dataValidationRules: [],
      figures: (sheet.lineCharts ?? []).map((chart, i) => chartFigure(chart, `chart${index + 1}-${i + 1}`)),
      tables: [],
    };
  };
  return {
    ...helpers.createEmptyWorkbookData(),
    sheets: sheets.map(sheetOf),
    styles: styles.values,
    formats: formats.values,
  };
}

/** Formulas of the workbook that the grid cannot compute and shows as their last values. */
export const formulasKeptAsValues = ({ sheets }: Book, known: (formula: string) => boolean): BookCell[] =>
  sheets.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined && !known(formula)));
