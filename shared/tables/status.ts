import { wordsOf } from "./wordlists.ts";
import { plain } from "./plain.ts";

const ACTIVE = wordsOf((language) => language.active);
const DISCONTINUED = wordsOf((language) => language.discontinued);
const DO_NOT_ORDER = wordsOf((language) => language.doNotOrder);

/** What a status cell means to the plan, or null where the word is not known. */
export function statusOf(text: string): "active" | "discontinued" | "do not order" | null {
  const word = plain(text);
  if (word === "" || ACTIVE.has(word)) return "active";
  if (DO_NOT_ORDER.has(word)) return "do not order";
  return DISCONTINUED.has(word) ? "discontinued" : null;
}
