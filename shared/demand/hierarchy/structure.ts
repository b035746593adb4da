import type { Cell } from "../../define/cells.ts";
import { UserError } from "../../define/errors.ts";

/** Which series add up to which. */
export interface Hierarchy {
  /** Rows of the series that sum nothing, in order. */
  readonly bottom: readonly number[];
  /** For each row, the positions in `bottom` that it sums: its own alone for a bottom series. */
  readonly members: readonly (readonly number[])[];
}

/** What stands for "all of them" in a cell. Excel on the desktop sends 0 for a blank cell. */
const ALL = new Set(["", "0", "*", "all", "total"]);

const labelOf = (cell: Cell): string => {
  const text = String(cell ?? "")
    .trim()
    .toLowerCase();
  return ALL.has(text) ? "" : text;
};

/**
 * Reads rows of attributes, one a series: a blank sums over that attribute. Any rows may be given, in any order: a tree,
 * crossed groups or both; a series that covers no other is a bottom one. Throws a `UserError` where a row comes twice.
 */
export function readHierarchy(rows: readonly (readonly Cell[])[]): Hierarchy {
  const labels = rows.map((row) => row.map(labelOf));
  const seen = new Map<string, number>();
  for (const [i, label] of labels.entries()) {
    const key = JSON.stringify(label);
    const first = seen.get(key);
    if (first !== undefined)
      throw new UserError(`hierarchy: must name each series once; rows ${first + 1} and ${i + 1} are the same`);
    seen.set(key, i);
  }
  const covers = (a: readonly string[], b: readonly string[]): boolean => a.every((x, k) => x === "" || x === b[k]);
  const bottom = labels.flatMap((a, i) => (labels.some((b, j) => j !== i && covers(a, b)) ? [] : [i]));
  const members = labels.map((a) => bottom.flatMap((row, k) => (covers(a, labels[row]!) ? [k] : [])));
  return { bottom, members };
}

/**
 * The series right below each series, where every series has at most one right above it (a tree with one top); else
 * undefined.
 */
export function treeOf({ members }: Hierarchy): { readonly top: number; readonly children: number[][] } | undefined {
  const order = members.map((_, i) => i).sort((a, b) => members[a]!.length - members[b]!.length || a - b);
  const children = members.map((): number[] => []);
  const sets = members.map((list) => new Set(list));
  const within = (a: number, b: number): boolean => members[a]!.every((k) => sets[b]!.has(k));
  for (const [at, i] of order.entries()) {
    const above = order.slice(at + 1).filter((j) => within(i, j));
    if (above.length === 0 && at < order.length - 1) return undefined;
    // All that cover a series must cover each other, or there are two ways up.
    if (above.some((j, k) => k > 0 && !within(above[k - 1]!, j))) return undefined;
    if (above[0] !== undefined) children[above[0]]!.push(i);
  }
  return { top: order.at(-1)!, children };
}
