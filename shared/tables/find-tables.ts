import { dateOrder, periodHeader, type DatedSpan } from "./dates.ts";
import { FIELDS_OF, type Field, type TableRole } from "./fields.ts";
import { headerMatches, wordsOf } from "./matches.ts";
import { plain } from "./plain.ts";
import { cellText, isBlank, type CellValue, type Sheet } from "./sheet.ts";

/** A table found on a sheet, with the column of each field. */
export interface FoundTable {
  readonly sheet: Sheet;
  readonly role: TableRole;
  /** 0-based row of the header. */
  readonly header: number;
  readonly columns: ReadonlyMap<Field, number>;
  /** Columns whose header is a period, in a history with a column a period. */
  readonly periods: readonly { readonly column: number; readonly span: DatedSpan }[];
}

/** Rows among which a header is looked for. */
export const HEADER_SEARCH = 40;
/** Score of a header that equals a synonym. */
const SURE = 150;
const FEWEST_PERIODS = 3;
const ORDER_NAMES = wordsOf((language) => language.openOrders);
const HISTORY_NAMES = wordsOf((language) => language.history);
const PROMOTION_NAMES = wordsOf((language) => language.promotions);
/** Fields that say more of an item than that it is promoted. */
const OTHERWISE = [...FIELDS_OF.items, ...FIELDS_OF["open orders"]].filter(
  (field) => !["sku", "description", "supplier", "date"].includes(field),
);
/** A discount beside one of these is the supplier's. */
const OF_PURCHASES: readonly Field[] = ["cost", "moq", "multiple", "reference", "on_order", "due", "quantity"];

function named(sheet: Sheet, words: ReadonlySet<string>): boolean {
  const name = plain(sheet.name);
  return [...words].some((word) =>
    /\p{Script=Han}/u.test(word) ? name.includes(word) : ` ${name} `.includes(` ${word} `),
  );
}

/** Gives each field the column that says it best; a column means one thing only. */
export function assign(
  row: readonly CellValue[],
  fields: readonly Field[],
  taken: ReadonlySet<number>,
): Map<Field, number> {
  const claims = row.flatMap((cell, column) =>
    typeof cell === "string" && !taken.has(column)
      ? [...headerMatches(cell)]
          .filter(([field]) => fields.includes(field))
          .map(([field, score]) => ({ field, score, column }))
      : [],
  );
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  const columns = new Map<Field, number>();
  const used = new Set<number>();
  for (const { field, column } of claims) {
    if (columns.has(field) || used.has(column)) continue;
    columns.set(field, column);
    used.add(column);
  }
  const description = columns.get("description");
  if (!columns.has("sku") && description !== undefined && fields.includes("sku")) {
    columns.set("sku", description);
    columns.delete("description");
  }
  return columns;
}

function periodsIn(row: readonly CellValue[]): FoundTable["periods"] {
  const { order } = dateOrder(row);
  const found = row.flatMap((cell, column) => {
    const span = isBlank(cell) ? null : periodHeader(cell, order);
    return span === null ? [] : [{ column, span }];
  });
  return new Set(found.map(({ span }) => span.day)).size >= FEWEST_PERIODS ? found : [];
}

/** Columns headed by periods; "Jan" or "KW 5" take their year from the row above, where merged cells leave gaps. */
export function periodColumns(sheet: Sheet, header: number): FoundTable["periods"] {
  const row = sheet.rows[header] ?? [];
  const own = periodsIn(row);
  const above = sheet.rows[header - 1];
  if (own.length > 0 || above === undefined) return own;
  let year = "";
  const dated = row.map((cell, column) => {
    const text = cellText(above[column]);
    if (/^(19|20)\d{2}$/.test(text)) year = text;
    return year === "" || isBlank(cell) ? null : `${cellText(cell)} ${year}`;
  });
  return periodsIn(dated);
}

function has(columns: ReadonlyMap<Field, number>, ...fields: readonly Field[]): boolean {
  return fields.every((field) => columns.has(field));
}

/**
 * The columns of a table of promotions, if this is one: its sheet or a column says so, or it tells when items start and
 * end and nothing else.
 */
function promotionColumns(sheet: Sheet, row: readonly CellValue[]): Map<Field, number> | undefined {
  const columns = assign(row, [...FIELDS_OF.promotions, "date"], new Set());
  const others = assign(row, [...FIELDS_OF.items, ...FIELDS_OF["open orders"]], new Set(columns.values()));
  const otherwise = OTHERWISE.filter((field) => others.has(field));
  const sheetSays = named(sheet, PROMOTION_NAMES) && !named(sheet, HISTORY_NAMES) && !named(sheet, ORDER_NAMES);
  const date = columns.get("date");
  if (sheetSays && !columns.has("start") && date !== undefined) columns.set("start", date);
  columns.delete("date");
  if (!columns.has("start") || others.has("on_hand") || others.has("lead_time")) return undefined;
  const says = (["discount", "promotion_price", "uplift"] as const).some((field) => columns.has(field));
  const whose = columns.has("sku") || columns.has("supplier");
  const plainly = has(columns, "sku", "end") && otherwise.length === 0;
  const bought = OF_PURCHASES.some((field) => others.has(field));
  return sheetSays || (says && whose && !bought) || plainly ? columns : undefined;
}

/** The tables one row could be the header of, with a score each. */
function tablesAt(sheet: Sheet, header: number): { table: FoundTable; score: number }[] {
  const row = sheet.rows[header] ?? [];
  const table = (role: TableRole, columns: Map<Field, number>, periods: FoundTable["periods"] = []) => ({
    table: { sheet, role, header, columns, periods },
    score: columns.size + Math.min(periods.length, 20),
  });
  const periods = periodColumns(sheet, header);
  const items = assign(row, FIELDS_OF.items, new Set(periods.map(({ column }) => column)));
  const itemTable =
    has(items, "sku") &&
    (["on_hand", "lead_time", "moq", "multiple", "supplier", "cost", "quantity"] as const).some((field) =>
      items.has(field),
    );
  if (periods.length > 0 && items.has("sku")) {
    const wide = table("history", new Map([["sku", items.get("sku") ?? 0]]), periods);
    const both = items.has("on_hand") || items.has("lead_time");
    return both ? [wide, { ...table("items", items), score: wide.score }] : [wide];
  }
  const promotions = promotionColumns(sheet, row);
  if (promotions) return [table("promotions", promotions)];
  const orders = assign(row, FIELDS_OF["open orders"], new Set());
  const history = assign(row, FIELDS_OF.history, new Set());
  const orderLike =
    has(orders, "sku") &&
    (has(orders, "due") || has(orders, "date")) &&
    (has(orders, "on_order") || has(orders, "quantity"));
  const historyLike = has(history, "sku", "date", "quantity");
  // "In stock" beside a plain Date and Quantity tells of each period; "Last order date" beside a stock tells of an item.
  const says = (field: "date" | "quantity"): boolean =>
    (headerMatches(cellText(row[history.get(field) ?? -1])).get(field) ?? 0) >= SURE;
  const ledger = historyLike && says("date") && says("quantity");
  const orderSheet = named(sheet, ORDER_NAMES) && !named(sheet, HISTORY_NAMES);
  const dueSaid = orders.has("due") && (!orders.has("date") || orders.has("on_order")) && !named(sheet, HISTORY_NAMES);
  if (orderLike && !items.has("on_hand") && !items.has("lead_time") && (orderSheet || dueSaid)) {
    if (!orders.has("due")) orders.set("due", orders.get("date") ?? 0);
    return [table("open orders", orders)];
  }
  if (historyLike && (ledger || !items.has("on_hand")) && !items.has("lead_time")) return [table("history", history)];
  if (itemTable) return [table("items", items)];
  const suppliers = assign(row, FIELDS_OF.suppliers, new Set());
  return has(suppliers, "supplier") && suppliers.size > 1 ? [table("suppliers", suppliers)] : [];
}

/** Finds the table on each sheet, by the row among the first forty that reads most like a header. */
export function findTables(sheets: readonly Sheet[]): FoundTable[] {
  return sheets.flatMap((sheet) => {
    let best: { table: FoundTable; score: number }[] = [];
    for (let header = 0; header < Math.min(HEADER_SEARCH, sheet.rows.length); header++) {
      const found = tablesAt(sheet, header);
      if ((found[0]?.score ?? 0) > (best[0]?.score ?? 1)) best = found;
    }
    return best.map(({ table }) => table);
  });
}

const TOTALS = wordsOf((language) => language.totals);

/** Rows of data below the header, with their 1-based numbers: no blank rows, totals or repeated headers. */
export function* dataRows(
  table: FoundTable,
): Generator<{ readonly row: readonly CellValue[]; readonly number: number }> {
  const header = table.sheet.rows[table.header] ?? [];
  const columns = [...table.columns.values(), ...table.periods.map(({ column }) => column)];
  const sku = table.columns.get("sku") ?? table.columns.get("supplier") ?? 0;
  for (let index = table.header + 1; index < table.sheet.rows.length; index++) {
    const row = table.sheet.rows[index] ?? [];
    if (columns.every((column) => isBlank(row[column]))) continue;
    const lead = isBlank(row[sku]) ? row.find((cell) => !isBlank(cell)) : row[sku];
    if (typeof lead === "string" && TOTALS.has(plain(lead))) continue;
    if (typeof lead === "string" && lead === header[sku]) continue;
    yield { row, number: index + 1 };
  }
}

/** The cells of a field's column in the data rows. */
export function columnCells(table: FoundTable, column: number): CellValue[] {
  const cells: CellValue[] = [];
  for (let index = table.header + 1; index < table.sheet.rows.length; index++) {
    const cell = table.sheet.rows[index]?.[column];
    if (!isBlank(cell)) cells.push(cell ?? null);
  }
  return cells;
}

/** The header text above a column. */
export function headerText(table: FoundTable, column: number | undefined): string {
  return column === undefined ? "" : cellText(table.sheet.rows[table.header]?.[column]);
}
