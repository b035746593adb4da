import type { ColumnKey, ExampleWord, SheetKey } from "../columns.ts";

/** The template in one language. */
export interface TemplateWords {
  readonly sheets: Readonly<Record<SheetKey, string>>;
  /** The header of each column, and what it means. */
  readonly columns: Readonly<Record<ColumnKey, readonly [header: string, means: string]>>;
  readonly examples: Readonly<Record<ExampleWord["word"], string>>;
  /** The sheet that explains the others. */
  readonly guide: {
    readonly name: string;
    readonly title: string;
    readonly lines: readonly string[];
    readonly headers: readonly [sheet: string, column: string, fill: string, means: string, example: string];
    readonly needed: string;
    readonly optional: string;
  };
  /** What a cell takes, said when something else is typed. */
  readonly rules: { readonly number: string; readonly date: string; readonly share: string; readonly yesNo: string };
}
