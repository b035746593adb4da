import { createExcelWorkbook } from "../../addin/workbook/excel/create-excel-workbook.ts";
import { letters, parseBlock } from "../harness/office/address.ts";
import { openOfficeBook, type OfficeBook, type OfficeOptions } from "../harness/office/office-book.ts";
import { cellAt, sheetImage } from "../harness/office/state.ts";
import { showFold, type Host } from "./host.ts";

export interface ExcelHost extends Host {
  readonly book: OfficeBook;
}

/** The Excel adapter over a workbook in memory. */
export function excelHost(options?: OfficeOptions): ExcelHost {
  const book = openOfficeBook(options);
  const cell = (sheet: string, address: string) => {
    const { top, left } = parseBlock(address);
    return cellAt(book.sheet(sheet), top, left);
  };
  return {
    book,
    port: createExcelWorkbook(),
    type: (name, rows, text = []) =>
      void book.type(name, rows, Object.fromEntries(text.map((column) => [column, "@"]))),
    enter: (sheet, address, input) => book.enter(sheet, address, input),
    image: (sheet) => sheetImage(book.sheet(sheet)),
    isFormula: (sheet, address) => cell(sheet, address).formula !== undefined,
    sheetNames: () => book.state.sheets.map(({ name }) => name),
    lock: (sheet) => void (book.sheet(sheet).locked = true),
    hide: (sheet) => void (book.sheet(sheet).visibility = "Hidden"),
    select: (sheet, address) => book.select(sheet, address),
    undo: () => book.undo(),
    furniture(name) {
      const { frozen, filter, highlights, charts, groups } = book.sheet(name);
      const pane = frozen === undefined ? undefined : parseBlock(frozen);
      // `freezeRows` freezes no column; `freezeAt` freezes the block's.
      const wide = frozen !== undefined && /^[^:]*!A\d+(:A\d+)?$/.test(frozen) ? 0 : (pane?.right ?? -1) + 1;
      return {
        frozen: [(pane?.bottom ?? -1) + 1, wide],
        filter: filter?.slice(filter.lastIndexOf("!") + 1),
        highlights: highlights.length,
        charts: charts.length,
        folds: groups
          .map(({ by, from, to, folded }) =>
            by === "ByColumns"
              ? showFold("columns", letters(from), letters(to), folded)
              : showFold("rows", from + 1, to + 1, folded),
          )
          .sort(),
      };
    },
    close: () => book.close(),
  };
}
