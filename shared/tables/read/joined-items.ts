import { Collector } from "../findings.ts";
import type { Field } from "../fields/index.ts";
import type { FoundTable } from "../find-tables.ts";
import { says } from "../header/parse.ts";
import { columnsOf } from "../decide/columns.ts";
import { settleItems } from "../settle/items.ts";
import { readItems, type ItemRow, type ReadItemsOptions } from "./items.ts";

const STOCK: readonly Field[] = ["on_hand", "available"];
const hasStock = ({ columns }: FoundTable): boolean => STOCK.some((field) => columns.has(field));

/** An item table has a row an item, other than a list of its stock by day. */
function aRowEach({ region, columns }: FoundTable): boolean {
  const values = region && columnsOf(region).find(({ column }) => column === columns.get("sku"))?.values;
  return values === undefined || values.codes.size === values.filled;
}

/** The table with the stock leads; of several the one with a row an item, then the largest. */
function leading(tables: readonly FoundTable[]): FoundTable | undefined {
  const shown = tables.filter(({ sheet }) => sheet.hidden !== true);
  return [...(shown.length > 0 ? shown : tables)].sort(
    (a, b) =>
      Number(hasStock(b)) - Number(hasStock(a)) ||
      Number(aRowEach(b)) - Number(aRowEach(a)) ||
      b.sheet.rows.length - a.sheet.rows.length,
  )[0];
}

/** Fields that another table adds to those of the leading one. */
function added(main: FoundTable, other: FoundTable): Field[] {
  return [...other.columns.keys()].filter((field) => field !== "sku" && !main.columns.has(field));
}

/** Fills what a row leaves open from another table of the same items. */
function filled(row: ItemRow, other: ItemRow, fields: readonly Field[]): ItemRow {
  const more: Record<string, unknown> = {};
  for (const field of fields) {
    const name = field === "lead_time" ? "lead_time_days" : field;
    const value = (other as Record<string, unknown>)[name];
    if (value !== undefined && ((row as Record<string, unknown>)[name] === undefined || field === "lead_time"))
      more[name] = value;
  }
  if (
    fields.some((field) => ["active", "discontinued", "blocked", "status"].includes(field)) &&
    other.status !== "active"
  )
    more["status"] = other.status;
  return { ...row, ...more };
}

/**
 * Items of all item tables: the one with the stock leads, and what another one has besides ("Lead time" on a sheet of
 * master data) is joined to it by SKU. A second table of stock is left out and named.
 */
export function joinedItems(
  tables: readonly FoundTable[],
  options: ReadItemsOptions,
  collector: Collector,
): { rows: Map<string, ItemRow>; used: FoundTable[] } | undefined {
  const bought = tables.filter((table) => !listsDiscontinued(table));
  const main = leading(bought.length > 0 ? bought : tables);
  if (main === undefined) return undefined;
  const used = [settleItems(main, collector)];
  const joins: FoundTable[] = [];
  const stopped: FoundTable[] = [];
  for (const other of tables) {
    if (other === main) continue;
    if (listsDiscontinued(other)) {
      stopped.push(other);
      continue;
    }
    const more = added(main, other);
    if (more.length > 0 && !hasStock(other) && other.sheet.hidden !== true) joins.push(settleItems(other, collector));
    else
      collector.note(
        `Sheet "${other.sheet.name}" also looks like an item table; it was left out, "${main.sheet.name}" is used.`,
        "left out",
      );
  }
  // What the leading table lacks is not missing where another one has it.
  const elsewhere = joins.some((table) => table.columns.has("lead_time"));
  const rows = readItems(used[0] ?? main, { ...options, leadTimeElsewhere: elsewhere }, collector);
  const quiet = new Collector();
  for (const table of joins) {
    const others = readItems(table, options, quiet);
    const fields = added(main, table);
    for (const [sku, other] of others) {
      const row = rows.get(sku);
      if (row !== undefined) rows.set(sku, filled(row, other, fields));
    }
    used.push(table);
    collector.note(`Items on "${main.sheet.name}" and "${table.sheet.name}" were put together by SKU.`);
  }
  for (const table of stopped) stop(table, rows, options, collector);
  return { rows, used: [...used, ...stopped] };
}

/** A list of discontinued items, by the name of its sheet or its title. */
const listsDiscontinued = ({ sheet, region }: FoundTable): boolean =>
  [sheet.name, region?.title ?? ""].some((text) => says(text, "discontinued"));

/** What stands on a list of discontinued items is ordered no more. */
function stop(table: FoundTable, rows: Map<string, ItemRow>, options: ReadItemsOptions, collector: Collector): void {
  const listed = [...readItems(table, options, new Collector()).keys()].filter((sku) => rows.has(sku));
  for (const sku of listed) rows.set(sku, { ...(rows.get(sku) as ItemRow), status: "discontinued" });
  const found =
    listed.length === 0
      ? "none of them is on another one."
      : `${listed.length} of the items are on it and not ordered.`;
  collector.note(`Sheet "${table.sheet.name}" lists discontinued items: ${found}`, "left out");
}
