import type { Field } from "../fields/index.ts";
import { headerText, type FoundTable } from "../find-tables.ts";
import { parseHeader } from "../header/parse.ts";
import { columnScore, columnsOf, type Column } from "../decide/columns.ts";
import type { Concept } from "../words/concept.ts";

/** A column this close to the chosen one might be meant as well. */
const MARGIN = 0.47;
const LEAST = 0.5;

export function withColumns(table: FoundTable, changes: readonly (readonly [Field, number | undefined])[]): FoundTable {
  const columns = new Map(table.columns);
  for (const [field, column] of changes) {
    if (column === undefined) columns.delete(field);
    else columns.set(field, column);
  }
  return { ...table, columns };
}

/** Columns that no field has and that say the field nearly as surely as the one it has. */
export function rivals(table: FoundTable, field: Field): Column[] {
  const chosen = table.columns.get(field);
  if (chosen === undefined || table.region === undefined || table.certainty?.get(field) === undefined) return [];
  const taken = new Set([...table.columns.values()]);
  const whole = columnsOf(table.region).some(({ column, values }) => column === chosen && values.fractions < 0.05);
  const sure = table.certainty.get(field) ?? 0;
  return columnsOf(table.region).filter((column) => {
    if (taken.has(column.column) || column.values.numbers < 0.5) return false;
    const score = columnScore(column, field, table.role);
    // Where one is in whole units the other one is none of them with cents.
    if (column.values.fractions > 0.3 && whole) return false;
    return score >= LEAST && score > sure - MARGIN;
  });
}

/** Whether the cells of two columns are the same in every row that is looked at. */
export function sameValues(table: FoundTable, a: number, b: number): boolean {
  const bottom = Math.min(table.region?.bottom ?? table.sheet.rows.length, table.header + 2000);
  for (let row = table.header + 1; row < bottom; row++) {
    const cells = table.sheet.rows[row] ?? [];
    if (String(cells[a] ?? "") !== String(cells[b] ?? "")) return false;
  }
  return true;
}

/** Whether a header names a part of a whole: a place, a channel, or a word that nobody knows ("Stock North"). */
export function namesPart(table: FoundTable, column: number): boolean {
  const { sets, strange } = parseHeader(headerText(table, column));
  return strange.length > 0 || sets.some((set) => set.has("place") || set.has("channel"));
}

export function headerSays(table: FoundTable, column: number | undefined, ...concepts: readonly Concept[]): boolean {
  return parseHeader(headerText(table, column)).sets.some((set) => concepts.every((concept) => set.has(concept)));
}
