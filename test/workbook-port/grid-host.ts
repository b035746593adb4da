import "./group-by.ts";
import { MessageChannel as NodeChannel } from "node:worker_threads";
import { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { registerBulk } from "../../addin/workbook/grid/bulk-plugin.ts";
import { createBrowserWorkbook } from "../../addin/workbook/grid/client.ts";
import { serveGrid } from "../../addin/workbook/grid/grid.ts";
import { letters, parseBlock } from "../harness/office/address.ts";
import { showFold, type Host } from "./host.ts";

export interface BrowserHost extends Host {
  readonly model: Model;
}

/** The browser adapter over a headless grid, both ends of a real message channel. */
export function browserHost(): BrowserHost {
  // The grid library tells its timings to the console.
  const { debug } = console;
  console.debug = () => undefined;
  registerBulk();
  const model = new Model({ sheets: [{ id: "first", name: "Sheet1", colNumber: 40, rowNumber: 200 }] });
  const { port1, port2 } = new NodeChannel();
  const stop = serveGrid(port2 as unknown as MessagePort, model);
  const { getters } = model;
  const idOf = (name: string): string => {
    const id = getters.getSheetIdByName(name);
    if (id === undefined) throw new Error(`The workbook has no sheet "${name}".`);
    return id;
  };
  const put = (sheetId: string, row: number, col: number, input: string | number | null, format?: string): void =>
    void model.dispatch("UPDATE_CELL", {
      sheetId,
      row,
      col,
      content: input === null ? "" : String(input),
      ...(format === undefined ? {} : { format }),
    });
  return {
    model,
    port: createBrowserWorkbook(port1 as unknown as MessagePort),
    type(name, rows, text = []) {
      const sheetId = getters.getSheetIdByName(name) ?? `sheet-${name}`;
      if (getters.getSheetIdByName(name) === undefined)
        model.dispatch("CREATE_SHEET", { sheetId, name, position: 1, cols: 40, rows: Math.max(100, rows.length) });
      rows.forEach((row, r) =>
        row.forEach((input, c) => put(sheetId, r, c, input, text.includes(c) ? "@" : undefined)),
      );
    },
    enter(sheet, address, input) {
      const { top, left } = parseBlock(address);
      put(idOf(sheet), top, left, input);
    },
    image(name) {
      const data = model.exportData();
      const sheet = data.sheets.find((one) => one.name === name)!;
      const lookup = (zones: Record<string, number>, table: Record<number, unknown>) =>
        Object.entries(zones)
          .map(([zone, id]) => [zone, table[id]])
          .sort();
      const { cells, merges, figures, cols, rows, conditionalFormats, dataValidationRules, tables, panes } = sheet;
      const styles = lookup(sheet.styles, data.styles);
      const formats = lookup(sheet.formats, data.formats);
      return structuredClone({
        cells,
        merges,
        figures,
        cols,
        rows,
        conditionalFormats,
        dataValidationRules,
        tables,
        panes,
        styles,
        formats,
      });
    },
    isFormula(sheet, address) {
      const { top, left } = parseBlock(address);
      return getters.getCell({ sheetId: idOf(sheet), row: top, col: left })?.isFormula === true;
    },
    sheetNames: () => getters.getSheetIds().map((id) => getters.getSheetName(id)),
    lock: (sheet) => void model.dispatch("LOCK_SHEET", { sheetId: idOf(sheet) }),
    hide: (sheet) => void model.dispatch("HIDE_SHEET", { sheetId: idOf(sheet) }),
    async select(sheet, address) {
      const { top, left } = parseBlock(address);
      model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: getters.getActiveSheetId(), sheetIdTo: idOf(sheet) });
      model.selection.selectCell(left, top);
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    undo: () => void model.dispatch("REQUEST_UNDO"),
    furniture(name) {
      const sheetId = idOf(name);
      const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
      const zone = getters.getCoreTables(sheetId)[0]?.range.zone;
      return {
        frozen: [ySplit, xSplit],
        filter: zone && `${letters(zone.left)}${zone.top + 1}:${letters(zone.right)}${zone.bottom + 1}`,
        highlights: getters.getConditionalFormats(sheetId).length,
        charts: getters.getFigures(sheetId).length,
        folds: [
          ...getters
            .getHeaderGroups(sheetId, "COL")
            .map(({ start, end, isFolded }) => showFold("columns", letters(start), letters(end), isFolded)),
          ...getters
            .getHeaderGroups(sheetId, "ROW")
            .map(({ start, end, isFolded }) => showFold("rows", start + 1, end + 1, isFolded)),
        ],
      };
    },
    close() {
      stop();
      port1.close();
      port2.close();
      console.debug = debug;
    },
  };
}
