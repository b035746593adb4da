import { UserError } from "../../../shared/define/errors.ts";
import {
  cellsOf,
  numberOf,
  rangeOf,
  transposed,
  type GridFunction,
  type GridRange,
  type GridValue,
} from "./grid-function.ts";

const KINDS = ["number", "string", "boolean"];
const words = new Intl.Collator("en", { sensitivity: "accent" });

/** Excel's order: numbers, text whatever its case, FALSE and TRUE. Blanks come last in either direction. */
function compare(a: GridValue, b: GridValue, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const kinds = KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b);
  const order = kinds || (typeof a === "string" ? words.compare(a, b as string) : Number(a) - Number(b));
  return order * direction;
}

interface Key {
  readonly values: readonly GridValue[];
  readonly direction: number;
}

function directionOf(order: number | undefined): number {
  if (order !== 1 && order !== -1) throw new UserError("needs 1 (ascending) or -1 (descending) as its order");
  return order;
}

function ordered(lines: GridRange, keys: readonly Key[]): GridRange {
  return lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => {
      for (const { values, direction } of keys) {
        const order = compare(values[a.i]!, values[b.i]!, direction);
        if (order !== 0) return order;
      }
      return a.i - b.i;
    })
    .map(({ line }) => line);
}

/** https://support.microsoft.com/office/sort-function: the grid's own reads -1 as "ascending". */
export const sort: GridFunction = {
  name: "SORT",
  description: "Sorts the rows (or columns) of a range.",
  parameters: [
    ["array (any, range<any>)", "What to sort."],
    ["sort_index (any, range<any>, optional)", "The row or column to sort by; 1 if left out."],
    ["sort_order (any, range<any>, optional)", "1 ascending (if left out), -1 descending."],
    ["by_col (boolean, optional)", "TRUE sorts columns; rows if left out."],
  ],
  compute(array, index, order, byColumn) {
    const columns = numberOf(byColumn, 0) !== 0;
    const lines = columns ? rangeOf(array) : transposed(rangeOf(array));
    const orders = order === undefined ? [1] : cellsOf(order).map((cell) => numberOf(cell, 1));
    const keys = (index === undefined ? [1] : cellsOf(index).map((cell) => numberOf(cell, 1))).map((at, k) => {
      if (!(at >= 1 && at <= lines[0]!.length)) throw new UserError(`has no ${columns ? "row" : "column"} ${at}`);
      return {
        values: lines.map((line) => line[Math.trunc(at) - 1]!.value),
        direction: directionOf(orders[k] ?? (orders.length === 1 ? orders[0] : undefined)),
      };
    });
    const sorted = ordered(lines, keys);
    return columns ? sorted : transposed(sorted);
  },
};

export const sortBy: GridFunction = {
  name: "SORTBY",
  description: "Sorts the rows (or columns) of a range by other ranges.",
  parameters: [
    ["array (any, range<any>)", "What to sort."],
    [
      "by_array (any, range<any>, repeating)",
      "A row or column of values to sort by; after it its order: 1 ascending (if left out), -1 descending.",
    ],
  ],
  compute(array, ...by) {
    const range = rangeOf(array);
    const columns = rangeOf(by[0]).length > 1;
    const lines = columns ? range : transposed(range);
    const keys = by.flatMap((keys, k): Key[] => {
      const values = cellsOf(keys).map(({ value }) => value);
      const isOrder = k > 0 && values.length === 1 && lines.length > 1;
      if (isOrder) return [];
      if (values.length !== lines.length) throw new UserError("needs ranges as long as the sorted one");
      const next = by[k + 1];
      const order = next !== undefined && cellsOf(next).length === 1 ? numberOf(next, 1) : 1;
      return [{ values, direction: directionOf(order) }];
    });
    const sorted = ordered(lines, keys);
    return columns ? sorted : transposed(sorted);
  },
};
