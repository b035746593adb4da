import type { WorkbookPort } from "../../addin/workbook/port.ts";

/** A workbook under test with the hands of its user. */
export interface Host {
  readonly port: WorkbookPort;
  /** Adds a sheet and types into it; columns named in `text` are formatted as text before. */
  type(name: string, rows: readonly (readonly (string | number | null)[])[], text?: readonly number[]): void;
  /** Types into one cell. */
  enter(sheet: string, address: string, input: string | number | null): void;
  /** Everything of a sheet, to be compared. */
  image(sheet: string): unknown;
  /** Whether a cell's content is a formula. */
  isFormula(sheet: string, address: string): boolean;
  sheetNames(): string[];
  lock(sheet: string): void;
  hide(sheet: string): void;
  select(sheet: string, address: string): Promise<void>;
  /** One step of the host's own undo. */
  undo(): void;
  /** Frozen rows and columns, address of the filtered block, and counts of what else was put on a sheet. */
  furniture(sheet: string): {
    readonly frozen: readonly [rows: number, columns: number];
    readonly filter: string | undefined;
    readonly highlights: number;
    readonly charts: number;
    /** Groups that can be folded away, in order: "columns K:Y folded", "rows 5:7". */
    readonly folds: readonly string[];
  };
  close(): void;
}

/** A group of rows or columns, in words. */
export const showFold = (what: string, from: string | number, to: string | number, folded?: boolean): string =>
  `${what} ${from}:${to}${folded === true ? " folded" : ""}`;
