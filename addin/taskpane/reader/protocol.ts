import type { ErrorCode } from "../../../shared/define/cells.ts";
import type { CellValue, Sheet } from "../../../shared/tables/sheet.ts";
import type { Wishes } from "./reader.ts";

/** What the pane asks of the reader's thread. Sheets go over in parts, so that no part holds the pane up. */
export type Ask =
  | { readonly do: "sheet"; readonly sheet: Omit<Sheet, "rows"> }
  | { readonly do: "rows"; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly do: "find"; readonly today: string }
  | { readonly do: "look"; readonly wishes: Wishes }
  | { readonly do: "sku"; readonly sheet: string | Sheet; readonly row: number };

/** The reply to the question of the same number. */
export interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly refused?: { readonly message: string; readonly code?: ErrorCode };
}
