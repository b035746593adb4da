import type { SheetSpec } from "../../../shared/sheets/spec.ts";
import type { CellValue } from "../../../shared/tables/sheet.ts";
import type { CellAddress } from "../port.ts";

/** A sheet's own name and the block in which all of its cells lie. */
export interface GridSize {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** What the pane asks of the grid: each call's arguments and answer. */
export interface GridCalls {
  sheetNames: { arguments: []; answer: string[] };
  sheetSize: { arguments: [name: string]; answer: GridSize | null };
  /** Rows of a sheet from the first one on; null where the sheet is gone. */
  readRows: { arguments: [name: string, first: number, count: number]; answer: CellValue[][] | null };
  selection: { arguments: []; answer: CellAddress };
  insertFormula: { arguments: [formula: string]; answer: null };
  /** Answers what the undoing is asked by. */
  writeSheets: { arguments: [sheets: readonly SheetSpec[]]; answer: string };
  undo: { arguments: [writing: string]; answer: null };
  show: { arguments: [sheet: string]; answer: null };
  select: { arguments: [sheet: string, address: string]; answer: null };
  recalculate: { arguments: []; answer: null };
  remembered: { arguments: [key: string]; answer: string | null };
  remember: { arguments: [key: string, text: string]; answer: null };
}

export type GridCall = keyof GridCalls;

export type Request = {
  [Call in GridCall]: { readonly id: number; readonly call: Call; readonly arguments: GridCalls[Call]["arguments"] };
}[GridCall];

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  /** `user` says that the message is a sentence for the user; else it is a fault of ours. */
  | { readonly id: number; readonly error: { readonly message: string; readonly user: boolean } };

/** Sent unasked. */
export interface SelectionEvent {
  readonly selection: CellAddress;
}
