import { nearest } from "../words/nearest.ts";
import { shown } from "./cells.ts";

/**
 * What is wrong with fields of an object that are none. A misspelt rule that is passed over orders wrongly without a word,
 * so they never are.
 */
export function unknownFields(
  [first = "", ...others]: readonly string[],
  what: string,
  known: readonly string[],
): string {
  const like = nearest(first, known);
  const hint = like === undefined ? "" : `; the nearest there is is "${like}"`;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  return `${shown(first)} is not a field of ${what}${hint}${more}`;
}
