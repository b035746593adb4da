import { TEMPLATE, type SheetKey, type TemplateColumn, type TemplateKind } from "./columns.ts";
import type { TemplateLanguage } from "./languages.ts";
import { TEMPLATE_WORDS } from "./words/index.ts";
import type { TemplateWords } from "./words/words.ts";

/** A column of a sheet to fill in, in one language. */
export interface NamedColumn {
  readonly header: string;
  readonly kind: TemplateKind;
  /** What it means and whether it is needed, for a note on its header. */
  readonly note: string;
}

export interface TemplateSheet {
  readonly key: SheetKey;
  readonly name: string;
  readonly columns: readonly NamedColumn[];
}

/** The sheet that explains the others: lines of text, then a table of their columns with an example of each. */
export interface GuideSheet {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Template {
  readonly words: TemplateWords;
  readonly guide: GuideSheet;
  /** Headers only: an example below them could become an order. */
  readonly sheets: readonly TemplateSheet[];
}

function exampleText({ example, kind }: TemplateColumn, words: TemplateWords): string {
  if (typeof example === "object") return words.examples[example.word];
  return kind === "share" && typeof example === "number" ? `${example * 100}%` : String(example);
}

function guideOf(words: TemplateWords): GuideSheet {
  const { name, title, lines, headers, needed, optional } = words.guide;
  const rows = (Object.keys(TEMPLATE) as SheetKey[]).flatMap((key) =>
    TEMPLATE[key].map((column) => [
      words.sheets[key],
      words.columns[column.key][0],
      column.needed ? needed : optional,
      words.columns[column.key][1],
      exampleText(column, words),
    ]),
  );
  return { name, title, lines, headers, rows };
}

/** A workbook to fill in: what the reader looks for, under headers of one language. */
export function templateOf(language: TemplateLanguage): Template {
  const words = TEMPLATE_WORDS[language];
  const sheets = (Object.keys(TEMPLATE) as SheetKey[]).map((key) => ({
    key,
    name: words.sheets[key],
    columns: TEMPLATE[key].map(({ key: column, kind, needed }) => {
      const [header, means] = words.columns[column];
      return { header, kind, note: `${means} (${needed ? words.guide.needed : words.guide.optional})` };
    }),
  }));
  return { words, guide: guideOf(words), sheets };
}
