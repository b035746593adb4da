import "../../workbook-port/group-by.ts";
import { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { letters } from "./address.ts";
import type { BookState, SheetState, Stored } from "./state.ts";

/** A dump of the book that another spreadsheet engine calculates. */
function asData({ sheets }: BookState): unknown {
  return {
    sheets: sheets.map((sheet, index) => {
      const cells: Record<string, string> = {};
      let [rows, columns] = [100, 30];
      for (const [row, own] of sheet.cells)
        for (const [column, { value, formula }] of own) {
          if (value === undefined && formula === undefined) continue;
          cells[`${letters(column)}${row + 1}`] = formula ?? (typeof value === "string" ? `'${value}` : String(value));
          [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
        }
      return { id: `sheet${index}`, name: sheet.name, cells, rowNumber: rows, colNumber: columns };
    }),
  };
}

/** The engine tells its timings to the console. */
function quietly<T>(make: () => T): T {
  const { debug } = console;
  console.debug = () => undefined;
  try {
    return make();
  } finally {
    console.debug = debug;
  }
}

/** Calculates a book's formulas as it now stands: answers what a cell shows. */
export function calculator(book: BookState): (sheet: SheetState, row: number, column: number) => Stored | undefined {
  let model: Model | undefined;
  return (sheet, row, col) => {
    model ??= quietly(() => new Model(asData(book) as never));
    const sheetId = `sheet${book.sheets.indexOf(sheet)}`;
    const { value } = model.getters.getEvaluatedCell({ sheetId, row, col });
    return value ?? undefined;
  };
}
