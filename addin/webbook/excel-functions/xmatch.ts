import { UserError } from "../../../shared/define/errors.ts";
import { cellsOf, numberOf, rangeOf, type GridFunction, type GridValue } from "./grid-function.ts";

const sameKind = (a: GridValue, b: GridValue): boolean => typeof a === typeof b;
const folded = (value: GridValue): GridValue => (typeof value === "string" ? value.toLowerCase() : value);

/** Excel's wildcards: * any text, ? one character, ~ before either means itself. */
function pattern(text: string): RegExp {
  const source = text.replace(/~([*?~])|[*?]|[\\^$.|+()[\]{}]/g, (found, escaped?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    return found === "*" ? ".*" : found === "?" ? "." : `\\${found}`;
  });
  return new RegExp(`^${source}$`, "is");
}

/** The place of the value nearest to `key` among those on its allowed side, or -1. */
function nearest(values: readonly GridValue[], key: GridValue, side: 1 | -1, places: readonly number[]): number {
  let best = -1;
  for (const i of places) {
    const value = values[i]!;
    if (value === null || !sameKind(value, key) || (side === 1 ? value < key! : value > key!)) continue;
    if (best < 0 || (side === 1 ? value < values[best]! : value > values[best]!)) best = i;
  }
  return best;
}

/** https://support.microsoft.com/office/xmatch-function; binary searches (2, -2) are done as linear ones. */
export const xmatch: GridFunction = {
  name: "XMATCH",
  description: "The position of a value in a row or column.",
  parameters: [
    ["lookup_value (any)", "What to look for."],
    ["lookup_array (any, range<any>)", "The row or column to look in."],
    ["match_mode (number, optional)", "0 exact (if left out), -1 or next smaller, 1 or next larger, 2 wildcards."],
    ["search_mode (number, optional)", "1 from the first (if left out), -1 from the last."],
  ],
  compute(value, array, matchMode, searchMode) {
    const range = rangeOf(array);
    if (range.length > 1 && range[0]!.length > 1) throw new UserError("needs one row or one column");
    const values = cellsOf(array).map((cell) => folded(cell.value));
    const key = folded(cellsOf(value)[0]!.value);
    const mode = numberOf(matchMode, 0);
    const places = [...values.keys()];
    if (numberOf(searchMode, 1) < 0) places.reverse();
    const wanted = mode === 2 && typeof key === "string" ? pattern(key) : undefined;
    const exact = places.find((i) =>
      wanted ? typeof values[i] === "string" && wanted.test(values[i]) : values[i] === key,
    );
    const found = exact ?? (mode === 1 || mode === -1 ? nearest(values, key, mode, places) : -1);
    if (found < 0) throw new UserError("finds no match", "#N/A");
    return found + 1;
  },
};
