import { parseBlock, type Block } from "./address.ts";

export type Stored = string | number | boolean;

/** How a cell looks, as `getCellProperties` tells it. */
export interface Look {
  fill?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  color?: string;
  size?: number;
  wrapText?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
}

export interface CellState {
  value: Stored | undefined;
  /** With its "="; `value` is then what it evaluates to, once asked. */
  formula: string | undefined;
  format: string;
  look: Look;
}

export interface HighlightState {
  address: string;
  formula: string;
  text: string;
  fill: string;
}

export interface ValidationState {
  rule: unknown;
  errorAlert: unknown;
  prompt: unknown;
  ignoreBlanks: boolean;
}

export interface ChartState {
  name: string;
  type: string;
  title: string;
  legend: boolean;
  place: Record<"left" | "top" | "width" | "height", number>;
  series: { name: string; values: string; labels: string }[];
}

export interface SheetState {
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  locked: boolean;
  /** By row, then column, counted from 0. */
  cells: Map<number, Map<number, CellState>>;
  /** Groups of rows and columns that can be folded away, from one to another, and whether they are. */
  groups: { by: "ByRows" | "ByColumns"; from: number; to: number; folded: boolean }[];
  /** How it prints. */
  page: { settings: Record<string, unknown>; breaks: string[] };
  widths: Map<number, number>;
  heights: Map<number, number>;
  frozen: string | undefined;
  filter: string | undefined;
  highlights: HighlightState[];
  /** By cell, "row column". */
  validations: Map<string, ValidationState>;
  charts: ChartState[];
  tables: { name: string; address: string }[];
}

export interface BookState {
  sheets: SheetState[];
  active: { sheet: string; address: string };
  structureLocked: boolean;
}

export const newSheet = (name: string): SheetState => ({
  name,
  visibility: "Visible",
  locked: false,
  cells: new Map(),
  groups: [],
  page: { settings: {}, breaks: [] },
  widths: new Map(),
  heights: new Map(),
  frozen: undefined,
  filter: undefined,
  highlights: [],
  validations: new Map(),
  charts: [],
  tables: [],
});

const newCell = (): CellState => ({ value: undefined, formula: undefined, format: "General", look: {} });

export function cellAt(sheet: SheetState, row: number, column: number): CellState {
  const cells = sheet.cells.get(row) ?? new Map<number, CellState>();
  sheet.cells.set(row, cells);
  const cell = cells.get(column) ?? newCell();
  cells.set(column, cell);
  return cell;
}

export const peek = (sheet: SheetState, row: number, column: number): CellState | undefined =>
  sheet.cells.get(row)?.get(column);

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What typing or `values` does to a cell: text stays text in a cell formatted as text only, else Excel reads it. */
export function enter(cell: CellState, input: unknown): void {
  cell.formula = undefined;
  if (input === "" || input === null || input === undefined) cell.value = undefined;
  else if (cell.format === "@") cell.value = typeof input === "boolean" ? input : String(input as Stored);
  else if (typeof input !== "string") cell.value = input as Stored;
  else if (input.startsWith("'")) cell.value = input.slice(1);
  else if (input.trim() !== "" && Number.isFinite(Number(input))) cell.value = Number(input);
  else if (/^[=+\-@]/.test(input)) {
    cell.formula = input.startsWith("=") ? input : `=${input.replace(/^@/, "")}`;
    cell.value = undefined;
  } else if (/^(true|false)$/i.test(input)) cell.value = /^true$/i.test(input);
  else if (DATE.test(input)) {
    cell.value = Math.round((Date.parse(input) - Date.parse("1899-12-30")) / 86_400_000);
    if (cell.format === "General") cell.format = "yyyy-mm-dd";
  } else cell.value = input;
}

const isBare = ({ value, formula, format, look }: CellState): boolean =>
  value === undefined && formula === undefined && format === "General" && Object.keys(look).length === 0;

/** The block of cells that hold something; formats count unless `valuesOnly`. */
export function usedBlock(sheet: SheetState, valuesOnly: boolean): Block | undefined {
  let block: Block | undefined;
  for (const [row, cells] of sheet.cells)
    for (const [column, cell] of cells) {
      const empty = valuesOnly ? cell.value === undefined && cell.formula === undefined : isBare(cell);
      if (empty) continue;
      block ??= { top: row, left: column, bottom: row, right: column };
      block.top = Math.min(block.top, row);
      block.left = Math.min(block.left, column);
      block.bottom = Math.max(block.bottom, row);
      block.right = Math.max(block.right, column);
    }
  return block;
}

/** Everything that the state holds, comparable: sheets as they would be saved, bare cells left out. */
export function sheetImage(sheet: SheetState): unknown {
  const cells = [...sheet.cells]
    .flatMap(([row, own]) =>
      [...own].filter(([, cell]) => !isBare(cell)).map(([column, cell]) => [row, column, cell] as const),
    )
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([row, column, { value, formula, format, look }]) => [row, column, formula ?? value, format, look]);
  const { name, visibility, frozen, filter, highlights, widths, heights, validations, charts, tables } = sheet;
  const sorted = { widths: [...widths].sort(), heights: [...heights].sort(), validations: [...validations].sort() };
  return structuredClone({ name, visibility, frozen, filter, highlights, charts, tables, ...sorted, cells });
}

export function contains(address: string, row: number, column: number): boolean {
  const { top, left, bottom, right } = parseBlock(address);
  return row >= top && row <= bottom && column >= left && column <= right;
}
