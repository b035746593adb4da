import type { Field } from "../fields/index.ts";

/** The words of one language as data. Earlier synonyms are the surer ones; accents and case don't matter. */
export interface Language {
  readonly name: string;
  /** Whole headers of each field; what is put together from known words needs none. */
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** First cell of a totals row. */
  readonly totals: readonly string[];
  /** Words that stand alone before a row of means. */
  readonly averages: readonly string[];
  /** January to December: names and abbreviations. */
  readonly months: readonly (readonly string[])[];
  /** Words or letters before a week's number. */
  readonly week: readonly string[];
  /** Units of a lead time. */
  readonly days: readonly string[];
  readonly weeks: readonly string[];
  readonly monthUnits: readonly string[];
  /** Names of sheets. */
  readonly openOrders: readonly string[];
  readonly history: readonly string[];
  readonly promotions: readonly string[];
}
