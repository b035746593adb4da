import type { Concept } from "../words/concept.ts";

/** What the cells of a field's column look like. */
export type Values = "number" | "quantity" | "money" | "date" | "code" | "text" | "word" | "place" | "flag" | "share";

/** A meaning that a column can have. */
export interface FieldSpec<Name extends string = string> {
  readonly name: Name;
  /** As the buyer calls it. */
  readonly label: string;
  readonly values: Values;
  /**
   * What its header may say: sets of concepts, each with how sure it is (1 is certain). All of a header's words must be
   * in the set or among `may`: a word with a meaning of its own ("value", "last", "safety") makes it another column.
   */
  readonly says: readonly (readonly [sure: number, concepts: string])[];
  /** Concepts that may stand beside without changing the meaning. */
  readonly may?: string;
}

export function field<const Name extends string>(spec: FieldSpec<Name>): FieldSpec<Name> {
  return spec;
}

/** The concepts of a set written as words. */
export function conceptsOf(text: string): Concept[] {
  return text.split(" ").filter(Boolean) as Concept[];
}
