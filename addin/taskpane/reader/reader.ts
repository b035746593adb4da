import type { ErrorCode } from "../../../shared/define/cells.ts";
import type { Question } from "../../../shared/tables/questions.ts";
import type { Answers } from "../../../shared/tables/questions.ts";
import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { InSteps } from "../../workbook/port.ts";
import type { Corrections } from "./corrections.ts";
import type { SettingsText } from "../settings/settings.ts";
import type { TableView } from "./table-view.ts";

/** What the buyer says of his tables, and the real date, ISO. */
export interface Wishes {
  readonly corrections: Corrections;
  readonly settings: SettingsText;
  readonly answers: Answers;
  readonly today: string;
}

/** What the tables of a workbook come to. */
export interface Look {
  readonly views: readonly TableView[];
  /** What the workbook leaves open, with what is assumed meanwhile. */
  readonly questions: readonly Question[];
  /** A line for each part of the workbook that no plan is made of. */
  readonly leftOut: readonly string[];
  /** Why nothing can be planned: what was seen and what is missing; "" where something can. */
  readonly missing: string;
  /** The plan's request, or why there is none. */
  readonly made: SheetRequest | { readonly refused: string; readonly code: ErrorCode };
}

/** Reads tables out of sheets, beside the thread that shows the pane. */
export interface Reader {
  /**
   * Takes the sheets in and finds their tables; what was found before is forgotten. What is given up on the way leaves
   * nothing to look at.
   */
  find(sheets: readonly Sheet[], today: string, how?: InSteps): Promise<void>;
  look(wishes: Wishes): Promise<Look>;
  /** The SKU in a row of a sheet that was taken in, or of the one given; by the tables as they were last looked at. */
  skuInRow(sheet: string | Sheet, row: number): Promise<string | undefined>;
}
