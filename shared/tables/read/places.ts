import type { Collector } from "../findings.ts";
import { columnCells, dataRows, headerText, type FoundTable } from "../find-tables.ts";
import { plain } from "../../words/plain.ts";
import { cellText, type CellValue } from "../sheet.ts";
import type { ItemRow } from "./items.ts";

/** How rows of several warehouses become one item. */
export interface Places {
  /** The second row of an item adds to its first. */
  readonly addsUp: boolean;
  counts(row: readonly CellValue[]): boolean;
  together(a: ItemRow, b: ItemRow): ItemRow;
}

const MOST_CHOICES = 8;
const sum = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);

/** Stock, what is owed and what is to come add up; everything else is the first row's. */
function together(a: ItemRow, b: ItemRow): ItemRow {
  const [first, second] = [a.on_order, b.on_order];
  const quantity = sum(first?.quantity, second?.quantity);
  const due = [first?.due, second?.due]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  return {
    ...b,
    ...Object.fromEntries(Object.entries(a).filter(([, value]) => value !== undefined)),
    sku: a.sku,
    on_hand: a.on_hand + b.on_hand,
    lead_time_days: a.lead_time_days,
    ...(sum(a.reserved, b.reserved) === undefined ? {} : { reserved: sum(a.reserved, b.reserved) }),
    ...(sum(a.backorders, b.backorders) === undefined ? {} : { backorders: sum(a.backorders, b.backorders) }),
    on_order: quantity === undefined ? undefined : { quantity, due },
  };
}

/** Items that stand in several rows although nothing tells these apart. */
function repeatedRows(table: FoundTable, sku: number, none: Places, collector: Collector): Places {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { row } of dataRows(table)) {
    const code = cellText(row[sku]);
    if (code !== "" && seen.has(code)) twice.add(code);
    seen.add(code);
  }
  if (twice.size === 0) return none;
  const header = headerText(table, table.columns.get("sku"));
  const answer = collector.ask({
    id: `rows of an item: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: ${twice.size} item${twice.size > 1 ? "s stand" : " stands"} in several rows ("${header}" ${[...twice].slice(0, 4).join(", ")}): what do these rows hold?`,
    choices: [
      { answer: "first", says: "The same item again: the first row counts" },
      { answer: "all", says: "Parts of its stock (warehouses, lots): they are added up" },
    ],
    taken: "first",
  });
  return answer === "all" ? { ...none, addsUp: true } : none;
}

/** Items with a row a warehouse are added up, unless the buyer chose one of them: sales are mostly those of all. */
export function placesOf(table: FoundTable, collector: Collector): Places {
  const column = table.columns.get("location");
  const none: Places = { addsUp: false, counts: () => true, together };
  const sku = table.columns.get("sku") ?? -1;
  if (column === undefined) return repeatedRows(table, sku, none, collector);
  const seen = new Map<string, Set<string>>();
  let repeated = false;
  for (const { row } of dataRows(table)) {
    const code = cellText(row[sku]);
    const known = seen.get(code) ?? new Set<string>();
    repeated ||= known.size > 0 && !known.has(cellText(row[column]));
    seen.set(code, known.add(cellText(row[column])));
  }
  if (!repeated) return none;
  const names = [...new Set(columnCells(table, column).map((cell) => cellText(cell)))].sort();
  const header = headerText(table, column);
  const answer = collector.ask({
    id: `places: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: items have a row for each "${header}" (${names.slice(0, 5).join(", ")}): which stock do the sales draw on?`,
    choices: [
      { answer: "all", says: `All of them: what the rows of an item have on hand is added up` },
      ...names
        .slice(0, MOST_CHOICES)
        .map((name) => ({ answer: name, says: `Only "${name}": the other rows are left out` })),
    ],
    taken: "all",
  });
  if (answer === "all" || answer === null) return { ...none, addsUp: true };
  collector.note(`${table.sheet.name}: only rows with "${header}" "${answer}" are used.`, "left out");
  return { ...none, counts: (row) => cellText(row[column]) === answer };
}
