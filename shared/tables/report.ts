import type { Findings } from "./findings.ts";

/** A reading as it stands beside a plan in JSON. */
export interface Report {
  readonly tables: readonly {
    readonly sheet: string;
    readonly range: string;
    /** "items", "history", "open_orders", … or "unused". */
    readonly kind: string;
    /** Header by field. */
    readonly columns: Readonly<Record<string, string>>;
    readonly rows: number;
    readonly not_used?: readonly string[];
    readonly what?: string;
  }[];
  readonly notes: readonly string[];
  readonly questions: readonly {
    readonly id: string;
    readonly about: string;
    /** In words, in the order of `answers`. */
    readonly choices: readonly string[];
    /** What an answers file says for each choice. */
    readonly answers: readonly string[];
    readonly taken: string | null;
  }[];
}

/** The reading of a workbook in the shape that files and requests carry. */
export function reportOf({ tables, unused, notes, questions }: Findings): Report {
  return {
    tables: [
      ...tables.map(({ sheet, range = "", role, columns, rows, unused: rest = [] }) => ({
        sheet,
        range,
        kind: role.replace(" ", "_"),
        columns: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
        rows,
        ...(rest.length > 0 ? { not_used: rest.map(({ header }) => header) } : {}),
      })),
      ...unused.map(({ sheet, range, what }) => ({ sheet, range, kind: "unused", columns: {}, rows: 0, what })),
    ],
    notes,
    questions: questions.map(({ id, about, choices, taken }) => ({
      id,
      about,
      choices: choices.map(({ says }) => says),
      answers: choices.map(({ answer }) => answer),
      taken: taken === null ? null : (choices.find(({ answer }) => answer === taken)?.says ?? taken),
    })),
  };
}
