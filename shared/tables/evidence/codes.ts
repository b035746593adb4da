import type { FoundTable } from "../find-tables.ts";
import type { Field } from "../fields/index.ts";
import { cellText } from "../sheet.ts";
import { columnsOf, type Column } from "../decide/columns.ts";

/** A column may hold the codes although its header hardly says so. */
const LEAST = 0.2;
/** What shared codes weigh beside a header's own words. */
const SHARED = 1.5;
const BY_VALUES = 0.1;
const MOST_ITEMS = 100_000;

interface Candidate {
  readonly column: number;
  readonly sure: number;
  readonly codes: ReadonlySet<string>;
}

/** All codes of an item table; of other tables a sample does. */
function allCodes({ region }: FoundTable, column: number): Set<string> {
  const codes = new Set<string>();
  for (let row = (region?.header ?? 0) + 1; row < Math.min(region?.bottom ?? 0, MOST_ITEMS); row++)
    codes.add(cellText(region?.sheet.rows[row]?.[column]));
  return codes;
}

const fold = (codes: ReadonlySet<string>): ReadonlySet<string> => new Set([...codes].map((code) => code.toLowerCase()));

function candidatesOf(table: FoundTable): Candidate[] {
  if (table.region === undefined || !table.columns.has("sku")) return [];
  const periods = new Set(table.periods.map(({ column }) => column));
  const own = table.columns.get("sku");
  const sure = ({ column, scores, values }: Column): number => {
    if (column === own) return Math.max(scores.get("sku") ?? 0, 0.5);
    const header = scores.get("sku") ?? 0;
    return header > 0 ? header : values.dates < 0.5 && values.numbers < 0.5 && values.filled > 0 ? BY_VALUES : 0;
  };
  return columnsOf(table.region)
    .filter((column) => !periods.has(column.column))
    .map((column) => ({
      column: column.column,
      sure: sure(column),
      codes: fold(table.role === "items" ? allCodes(table, column.column) : column.values.codes),
    }))
    .filter(({ sure: found }) => found >= Math.min(LEAST, BY_VALUES));
}

/** Share of the smaller set's codes that the other one has. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const code of small) if (large.has(code)) count++;
  return small.size === 0 ? 0 : count / small.size;
}

function withCodes(table: FoundTable, column: number): FoundTable {
  if (table.columns.get("sku") === column) return table;
  const columns = new Map(table.columns);
  const before = columns.get("sku");
  for (const [field, at] of columns) if (at === column && field !== "sku") columns.delete(field);
  columns.set("sku", column);
  const free: Field = "description";
  if (before !== undefined && !columns.has(free) && table.role !== "suppliers") columns.set(free, before);
  return { ...table, columns };
}

/**
 * Which column holds the items' codes, by what items and sales have in common: "Name" is an order's number where another
 * column holds the codes of the item table. The largest history and item table decide; the others follow.
 */
export function joinCodes(tables: readonly FoundTable[]): FoundTable[] {
  const items = tables
    .filter(({ role }) => role === "items")
    .map((table) => ({ table, candidates: candidatesOf(table) }));
  const others = tables
    .filter(({ role, columns }) => role !== "items" && columns.has("sku"))
    .map((table) => ({ table, candidates: candidatesOf(table) }));
  const anchor = items[0];
  if (anchor === undefined || others.length === 0) return [...tables];
  const history = others.find(({ table }) => table.role === "history") ?? others[0];
  let best: { item: Candidate; sum: number } | undefined;
  for (const item of anchor.candidates)
    for (const other of history?.candidates ?? []) {
      const sum = item.sure + other.sure + SHARED * shared(item.codes, other.codes);
      if (best === undefined || sum > best.sum + 1e-9) best = { item, sum };
    }
  if (best === undefined) return [...tables];
  const { codes, column } = best.item;
  const chosen = new Map<FoundTable, number>([[anchor.table, column]]);
  for (const { table, candidates } of [...others, ...items.slice(1)]) {
    const [first] = candidates
      .map((one) => ({ one, sum: one.sure + SHARED * shared(codes, one.codes) }))
      .sort((a, b) => b.sum - a.sum);
    if (first) chosen.set(table, first.one.column);
  }
  return tables.map((table) => {
    const at = chosen.get(table);
    return at === undefined ? table : withCodes(table, at);
  });
}
