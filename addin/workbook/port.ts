import type { SheetSpec } from "../../shared/sheets/spec.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";

/** Where a selected cell is, in the workbook's own words: "Items", "B7". */
export interface CellAddress {
  readonly sheet: string;
  readonly address: string;
}

/** Takes back one writing: the sheets as they were before. */
export interface Undo {
  readonly label: string;
  /** What it does not bring back, because the host could not tell how it was: "the colour rules of Reorder". */
  readonly without: readonly string[];
  /** Undefined where the host could not tell how a sheet was: then the writing cannot be taken back from here. */
  readonly undo: (() => Promise<void>) | undefined;
}

/** How far the reading of a workbook is. */
export interface ReadingStep {
  /** The sheet at hand, with how many of its rows are done. */
  readonly sheet: string;
  readonly done: number;
  readonly rows: number;
  /** Of the whole workbook, 0 to 1. */
  readonly share: number;
}

/** How to read what may be large: who is told of each part, and what gives it up between two parts. */
export interface InSteps {
  progress?(step: ReadingStep): void;
  readonly signal?: AbortSignal;
}

/** What the task pane needs of a workbook. One adapter for Excel (Office.js), one for the browser workbook. */
export interface WorkbookPort {
  readonly host: "excel" | "browser";
  /** All visible sheets as grids, read in parts: below Excel's 5 MB, and none that holds the thread up. */
  readSheets(how?: InSteps): Promise<Sheet[]>;
  /** Where the reading of one sheet is enough. Undefined where there is none of that name. */
  readSheet(name: string): Promise<Sheet | undefined>;
  selection(): Promise<CellAddress>;
  /** Told of every new selection; answers how to stop. */
  onSelection(told: (where: CellAddress) => void): () => void;
  /** Puts a formula at the selected cell. */
  insertFormula(formula: string): Promise<void>;
  /**
   * Creates or rewrites these sheets, and touches no other. One undo, both in the host's own list and by the answer.
   * Refuses with a `UserError` where the workbook or a sheet is protected or a cell is being edited.
   */
  writeSheets(sheets: readonly SheetSpec[], label: string): Promise<Undo>;
  /** Brings a sheet into view. */
  show(sheet: string): Promise<void>;
  /** Brings a cell into view and selects it; `address` is one cell or a block, such as "B7". */
  select(sheet: string, address: string): Promise<void>;
  /** From now on the add-in starts together with this workbook, so that its cells and menus need no pane first. */
  startWithWorkbook(): Promise<void>;
  /** Calculates all formulas again, so that those whose question was refused ask once more. */
  recalculate(): Promise<void>;
  /** A small text remembered with the workbook: settings, confirmed columns; never secrets. */
  remembered(key: string): Promise<string | undefined>;
  remember(key: string, text: string): Promise<void>;
}
