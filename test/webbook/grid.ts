import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

type Key = string | number | symbol;

// The grid needs it and Node 20 lacks it; browsers that show the workbook page have it.
(Object as { groupBy?: unknown }).groupBy ??= <T>(items: Iterable<T>, keyOf: (item: T, index: number) => Key) => {
  const groups = Object.create(null) as Record<Key, T[]>;
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
};
// The grid reports every evaluation to the console.
for (const quiet of ["debug", "group", "groupEnd"] as const) console[quiet] = () => undefined;

/** The grid's library in Node, without a screen. Import it through here only. */
export const library = await import("@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js");

type Cells = Readonly<Record<string, string>>;

/** A model with one sheet of these contents ("A1": "=1+1"). */
export function modelOf(cells: Cells, formats: Readonly<Record<string, string>> = {}): Model {
  const entries = Object.entries(formats);
  return new library.Model({
    sheets: [
      {
        id: "s",
        name: "Sheet",
        colNumber: 30,
        rowNumber: 200,
        cells: { ...cells },
        formats: Object.fromEntries(entries.map(([zone], i) => [zone, i + 1])),
      },
    ],
    formats: Object.fromEntries(entries.map(([, format], i) => [i + 1, format])),
  });
}

export const position = (at: string): { sheetId: string; col: number; row: number } => ({
  sheetId: "s",
  ...library.helpers.toCartesian(at),
});

export const type = (model: Model, at: string, content: string): unknown =>
  model.dispatch("UPDATE_CELL", { ...position(at), content });

export const valueAt = (model: Model, at: string): unknown => model.getters.getEvaluatedCell(position(at)).value;

/** What hovering over a cell with an error says. */
export function messageAt(model: Model, at: string): string {
  const cell = model.getters.getEvaluatedCell(position(at));
  return "message" in cell ? String(cell.message) : "";
}

/** The rows a formula fills from its cell. */
export function spillAt(model: Model, at: string): unknown[][] {
  const zone = model.getters.getSpreadZone(position(at));
  if (!zone) return [[valueAt(model, at)]];
  const { top, bottom, left, right } = zone;
  return Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from(
      { length: right - left + 1 },
      (_, j) => model.getters.getEvaluatedCell({ sheetId: "s", row: top + i, col: left + j }).value,
    ),
  );
}
