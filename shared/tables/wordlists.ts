import { plain } from "../words/plain.ts";
import { LANGUAGES } from "./synonyms/index.ts";
import type { Language } from "./synonyms/language.ts";

/** Looks words up in one list of every language: totals, units, statuses, sheet names. */
export function wordsOf(list: (language: Language) => readonly string[]): ReadonlySet<string> {
  return new Set(LANGUAGES.flatMap((language) => list(language).map((word) => plain(word))));
}
