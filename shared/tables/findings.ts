import type { IsoDate } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";
import type { Field } from "./fields/index.ts";
import type { TableRole } from "./kinds/index.ts";
import type { Answers, Question } from "./questions.ts";

/** One table as it was understood. */
export interface TableFinding {
  readonly sheet: string;
  readonly role: TableRole;
  /** 1-based row of the header. */
  readonly header_row: number;
  /** Data rows read, without blank and totals rows. */
  readonly rows: number;
  /** `certainty` runs from 0 to 1. */
  readonly columns: readonly {
    readonly field: Field | "periods";
    readonly header: string;
    readonly letter: string;
    readonly certainty?: number | undefined;
  }[];
  /** Where it stands, "A1:F90". */
  readonly range?: string | undefined;
  /** Columns that have a header and were not used. */
  readonly unused?: readonly { readonly header: string; readonly letter: string }[] | undefined;
}

/** A part of a sheet that was not used, and what it was taken for. */
export interface UnusedFinding {
  readonly sheet: string;
  readonly range: string;
  readonly what: string;
}

/** A cell or row that could not be taken as it stands. Never fatal, never dropped in silence. */
export interface BadRow {
  readonly sheet: string;
  /** 1-based row, 0 where the whole table is meant. */
  readonly row: number;
  readonly sku: string;
  /** What is wrong, what it must be and what was done. */
  readonly message: string;
}

/** How a workbook was read: everything a buyer needs to trust or to mend it. */
export interface Findings {
  readonly tables: readonly TableFinding[];
  readonly unused: readonly UnusedFinding[];
  /** The most important first. */
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
  readonly bad_rows: readonly BadRow[];
  readonly today: IsoDate;
  readonly period: Period;
  /** First day of the first and of the last period of the history that was used. */
  readonly first_period: IsoDate;
  readonly last_period: IsoDate;
  readonly periods: number;
}

/** Bad rows of one kind beyond this many are counted, not listed. */
const LISTED = 100;

/** How much a note matters: what is missing altogether, what was left out, how something was read, what was not used. */
export type Weight = "missing" | "left out" | "read" | "unused";
const WEIGHTS: readonly Weight[] = ["missing", "left out", "read", "unused"];

/** Notes of one weight, and questions, beyond so many are counted. */
const MOST_NOTES = 30;
const MOST_QUESTIONS = 30;

/** Gathers what there is to say and to ask while tables are read. */
export class Collector {
  readonly tables: TableFinding[] = [];
  readonly unused: UnusedFinding[] = [];
  readonly questions: Question[] = [];
  private readonly said = new Map<string, Weight>();
  private readonly bad: BadRow[] = [];
  private readonly counts = new Map<string, { readonly sheet: string; readonly kind: string; count: number }>();

  constructor(private readonly answers: Answers = {}) {}

  note(text: string, weight: Weight = "read"): void {
    if (!this.said.has(text)) this.said.set(text, weight);
  }

  /** What was noted, the most important first. */
  get notes(): string[] {
    return WEIGHTS.flatMap((weight) => {
      const texts = [...this.said].filter(([, own]) => own === weight).map(([text]) => text);
      const more = texts.length - MOST_NOTES;
      return more > 1 ? [...texts.slice(0, MOST_NOTES), `… and ${more} more like these.`] : texts;
    });
  }

  /** The answer given before, else the one assumed; a question that has no answer yet is put down. */
  ask(question: Question): string | null {
    const given = Object.hasOwn(this.answers, question.id) ? this.answers[question.id] : undefined;
    if (given !== undefined && question.choices.some(({ answer }) => answer === given)) return given;
    if (this.questions.length < MOST_QUESTIONS && !this.questions.some(({ id }) => id === question.id))
      this.questions.push(question);
    return question.taken;
  }

  /** `kind` groups rows with the same fault, so that a faulty column does not fill the report. */
  badRow(kind: string, row: BadRow): void {
    const key = JSON.stringify([row.sheet, kind]);
    const fault = this.counts.get(key) ?? { sheet: row.sheet, kind, count: 0 };
    fault.count += 1;
    this.counts.set(key, fault);
    if (fault.count <= LISTED) this.bad.push(row);
  }

  badRows(): BadRow[] {
    const more = [...this.counts.values()]
      .filter(({ count }) => count > LISTED)
      .map(({ sheet, kind, count }) => {
        const message = `${count - LISTED} more rows have the same fault as the ones listed (${kind}).`;
        return { sheet, row: 0, sku: "", message };
      });
    // What concerns a whole table comes before what concerns one row of it.
    return [...this.bad.filter(({ row }) => row === 0), ...this.bad.filter(({ row }) => row > 0), ...more];
  }
}
