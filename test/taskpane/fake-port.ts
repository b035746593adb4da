import type { DemoSheet } from "../../shared/demo/sheets.ts";
import type { SheetSpec } from "../../shared/sheets/spec.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";
import type { CellAddress, WorkbookPort } from "../../addin/workbook/port.ts";

const EXCEL_EPOCH = 25_569;

/** A demo sheet as Excel holds it: dates are numbers of days. */
export function workbookSheet({ name, columns, rows }: DemoSheet): Sheet {
  const cell = (value: CellValue, column: number): CellValue =>
    columns[column]?.kind === "date" && typeof value === "string"
      ? Date.parse(value) / 86_400_000 + EXCEL_EPOCH
      : value;
  return { name, rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(cell))] };
}

/** A written sheet as it reads back; formulas are not calculated. */
export function writtenSheet({ name, title, columns, rows }: SheetSpec): Sheet {
  const cell = (value: SheetSpec["rows"][number]["cells"][number]): CellValue =>
    typeof value !== "object" || value === null ? value : "date" in value ? value.date : null;
  return {
    name,
    rows: [
      ...title.map((line) => [line]),
      columns.map(({ header }) => header),
      ...rows.map(({ cells }) => cells.map(cell)),
    ],
  };
}

export interface FakePort extends WorkbookPort {
  sheets: Sheet[];
  readonly memory: Map<string, string>;
  readonly inserted: string[];
  readonly shown: string[];
  selected: CellAddress;
  /** As if the user selected a cell. */
  point(where: CellAddress): void;
  recalculated: number;
  startsWithWorkbook: boolean;
  /** Thrown by the next writing. */
  refuse: Error | undefined;
}

/** A workbook in memory. */
export function fakePort(sheets: readonly Sheet[], host: WorkbookPort["host"] = "browser"): FakePort {
  const told = new Set<(where: CellAddress) => void>();
  const port: FakePort = {
    host,
    sheets: [...sheets],
    memory: new Map(),
    inserted: [],
    shown: [],
    selected: { sheet: sheets[0]?.name ?? "", address: "A1" },
    recalculated: 0,
    startsWithWorkbook: false,
    refuse: undefined,
    async readSheets({ progress } = {}) {
      progress?.({ sheet: "Items", done: 1, rows: 2, share: 0.5 });
      return [...port.sheets];
    },
    readSheet: async (name) => port.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()),
    selection: async () => port.selected,
    onSelection(tell) {
      told.add(tell);
      return () => told.delete(tell);
    },
    point(where) {
      port.selected = where;
      for (const tell of told) tell(where);
    },
    async select(sheet, address) {
      port.point({ sheet, address });
    },
    async insertFormula(formula) {
      if (port.refuse) throw port.refuse;
      port.inserted.push(formula);
    },
    async writeSheets(specs, label) {
      if (port.refuse) throw port.refuse;
      const before = port.sheets;
      const names = new Set(specs.map(({ name }) => name));
      port.sheets = [...before.filter(({ name }) => !names.has(name)), ...specs.map(writtenSheet)];
      return {
        label,
        without: [],
        async undo() {
          port.sheets = before;
        },
      };
    },
    async show(sheet) {
      port.shown.push(sheet);
    },
    async startWithWorkbook() {
      port.startsWithWorkbook = true;
    },
    async recalculate() {
      port.recalculated++;
    },
    remembered: async (key) => port.memory.get(key),
    async remember(key, text) {
      port.memory.set(key, text);
    },
  };
  return port;
}
