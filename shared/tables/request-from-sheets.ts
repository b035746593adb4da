import { addDays, isIsoDate, dayNumber, isoDate } from "../calendar/dates.ts";
import { type Period, periodStart } from "../calendar/periods.ts";
import { UserError } from "../define/errors.ts";
import type { Item, OpenOrder, PlanRequest, Promotion, Settings, Supplier } from "../purchasing/plan.ts";
import { withoutOwnSheets } from "./own-sheets.ts";
import { aggregate, type Series } from "./aggregate.ts";
import type { DateOrder } from "./dates.ts";
import { Collector, type Findings } from "./findings.ts";
import { dataRows, findTables, headerText, type FoundTable } from "./find-tables.ts";
import { noDemand, readLongHistory, readWideHistory, type Demand } from "./read-history.ts";
import { ownOrders, readItems, type ItemRow } from "./read-items.ts";
import { readOrders } from "./read-orders.ts";
import { readPromotions } from "./read-promotions.ts";
import { readSuppliers, type Suppliers } from "./read-suppliers.ts";
import { cellText, columnLetter, type Sheet } from "./sheet.ts";

export interface SheetOptions {
  /** Day of the plan, ISO. */
  readonly today?: string | undefined;
  /** The real date, used as `today` where the history ends near it. */
  readonly now?: string | undefined;
  readonly period?: Period | undefined;
  /** How to read 03/04/2024 where the column does not tell. */
  readonly dateOrder?: DateOrder | undefined;
  /** Lead time of items without one. Default 14. */
  readonly leadTimeDays?: number | undefined;
  readonly settings?: Partial<Settings> | undefined;
  /** The tables as someone confirmed or corrected them; found by their headers where not given. */
  readonly tables?: readonly FoundTable[] | undefined;
}

export interface SheetRequest {
  readonly request: PlanRequest;
  readonly findings: Findings;
}

const DEFAULT_LEAD_TIME_DAYS = 14;
const DEFAULT_SETTINGS: Settings = { review_days: 7, overstock_days: 180 };
const LISTED_SKUS = 50;

function describe(table: FoundTable, collector: Collector): void {
  const columns = [...table.columns].map(([field, column]) => ({
    field,
    header: headerText(table, column),
    letter: columnLetter(column),
  }));
  const [first, last] = [table.periods[0], table.periods.at(-1)];
  const periods =
    first && last
      ? [
          {
            field: "periods" as const,
            header: `${headerText(table, first.column)} to ${headerText(table, last.column)}`,
            letter: `${columnLetter(first.column)}:${columnLetter(last.column)}`,
          },
        ]
      : [];
  let rows = 0;
  const all = dataRows(table);
  while (all.next().done !== true) rows++;
  collector.tables.push({
    sheet: table.sheet.name,
    role: table.role,
    header_row: table.header + 1,
    rows,
    columns: [...columns, ...periods],
  });
}

/** Of several tables that cannot be one, the one with most rows; the others are named. */
function largest(tables: readonly FoundTable[], what: string, collector: Collector): FoundTable | undefined {
  const [best, ...others] = [...tables].sort((a, b) => b.sheet.rows.length - a.sheet.rows.length);
  for (const other of others)
    collector.note(
      `Sheet "${other.sheet.name}" also looks like ${what}; it was left out, "${best?.sheet.name}" is used.`,
    );
  return best;
}

function readHistory(
  tables: readonly FoundTable[],
  options: SheetOptions,
  collector: Collector,
): { demand: Demand; used: FoundTable[] } {
  const demand = noDemand();
  const long = tables.filter(({ periods }) => periods.length === 0);
  const wide = tables.filter(({ periods }) => periods.length > 0);
  const [used, other] = long.length > 0 ? [long, wide] : [wide, []];
  for (const table of other)
    collector.note(
      `Sheet "${table.sheet.name}" has a column a period; it was left out, because "${used[0]?.sheet.name}" has the same demand row by row.`,
    );
  for (const table of used) {
    if (table.periods.length > 0) readWideHistory(table, demand, collector);
    else readLongHistory(table, demand, collector, options.dateOrder);
  }
  if (used.length > 1)
    collector.note(
      `The history is on ${used.length} sheets, which were added up: ${used.map(({ sheet }) => sheet.name).join(", ")}.`,
    );
  return { demand, used };
}

/** Items made of the history alone, where the workbook has no item table. */
function itemsOfHistory(
  series: Series,
  demand: Demand,
  leadTimeDays: number,
  collector: Collector,
): Map<string, ItemRow> {
  const message = `No item table was found: every item is planned with 0 on hand and a lead time of ${leadTimeDays} days. Add a sheet with SKU, On hand, Lead time (days) and, where known, Supplier, Unit cost, MOQ and Multiple.`;
  collector.badRow("no item table", { sheet: "", row: 0, sku: "", message });
  return new Map(
    [...series.bySku.keys()].map((sku) => [
      sku,
      { sku, description: demand.descriptions.get(sku), on_hand: 0, lead_time_days: leadTimeDays },
    ]),
  );
}

/** The item table's spelling of a SKU: exact, else the only one that differs in case alone. */
function skuMatcher(items: ReadonlyMap<string, ItemRow>): (sku: string) => string | undefined {
  const folded = new Map<string, string | undefined>();
  for (const sku of items.keys()) folded.set(sku.toLowerCase(), folded.has(sku.toLowerCase()) ? undefined : sku);
  return (sku) => (items.has(sku) ? sku : folded.get(sku.toLowerCase()));
}

function nameUnknown(skus: readonly string[], what: string, sheet: string, collector: Collector): void {
  for (const sku of skus.slice(0, LISTED_SKUS)) {
    collector.badRow(`${what} without item`, {
      sheet,
      row: 0,
      sku,
      message: `SKU ${sku} has ${what} but no row in the item table: it is not planned. Add it there or ignore it.`,
    });
  }
  if (skus.length > 0)
    collector.note(
      `${skus.length} SKU${skus.length > 1 ? "s have" : " has"} ${what} but no row in the item table, and ${skus.length > 1 ? "are" : "is"} not planned: ${skus.slice(0, 8).join(", ")}${skus.length > 8 ? ", …" : ""}.`,
    );
}

function headersSeen(sheets: readonly Sheet[]): string {
  const seen = sheets.slice(0, 5).map(({ name, rows }) => {
    const header = rows.find((row) => row.filter((cell) => typeof cell === "string").length > 1) ?? [];
    return `"${name}" (${header.map(cellText).filter(Boolean).slice(0, 8).join(", ") || "empty"})`;
  });
  return seen.join("; ");
}

/**
 * Reads a plan's request from the sheets of a workbook: finds items, history, open orders, suppliers and promotions by
 * their headers in any of the known languages. What it understood and what is wrong with which row is in the findings.
 * Throws a `UserError` only where nothing can be planned at all.
 */
export function requestFromSheets(sheets: readonly Sheet[], options: SheetOptions = {}): SheetRequest {
  const collector = new Collector();
  const tables = options.tables ?? findTables(withoutOwnSheets(sheets));
  const of = (role: FoundTable["role"]): FoundTable[] => tables.filter((table) => table.role === role);
  for (const name of ["today", "now"] as const) {
    const date = options[name];
    if (date !== undefined && !isIsoDate(date))
      throw new UserError(`${name}: "${date}" is not a date; it must be like 2026-11-23.`);
  }
  const { demand, used } = readHistory(of("history"), options, collector);
  if (demand.skus.length === 0) {
    throw new UserError(
      `No demand history was found. A sheet must have either the columns Date, SKU and Quantity, or a SKU column and a column a period (2024-W05, Jan 2024, …). Seen: ${headersSeen(sheets)}.`,
    );
  }
  const supplierTable = largest(of("suppliers"), "a supplier table", collector);
  const suppliers: Suppliers = supplierTable
    ? readSuppliers(supplierTable, collector)
    : { terms: new Map(), rates: {} };
  const leadTimeDays = options.leadTimeDays ?? DEFAULT_LEAD_TIME_DAYS;
  const itemTable = largest(of("items"), "an item table", collector);
  const series = aggregate(
    demand,
    {
      period: options.period,
      today: options.today === undefined ? undefined : dayNumber(options.today),
      now: options.now === undefined ? undefined : dayNumber(options.now),
    },
    collector,
  );
  const rows = itemTable
    ? readItems(itemTable, { leadTimeDays, suppliers: suppliers.terms, dateOrder: options.dateOrder }, collector)
    : itemsOfHistory(series, demand, leadTimeDays, collector);
  const orderTables = of("open orders");
  const orders = new Map<string, OpenOrder[]>();
  const match = skuMatcher(rows);
  const unknownOrders = new Set<string>();
  for (const table of orderTables) {
    for (const [sku, list] of readOrders(table, collector, options.dateOrder)) {
      const known = match(sku);
      if (known === undefined) unknownOrders.add(sku);
      else orders.set(known, [...(orders.get(known) ?? []), ...list]);
    }
  }
  const promotionTables = of("promotions");
  const unknownPromotions = new Set<string>();
  const promotions = promotionTables.flatMap((table) =>
    readPromotions(table, series.period, collector, options.dateOrder).flatMap((promotion): Promotion[] => {
      if (promotion.sku === undefined) return [promotion];
      const sku = match(promotion.sku);
      if (sku === undefined) unknownPromotions.add(promotion.sku);
      return sku === undefined ? [] : [{ ...promotion, sku }];
    }),
  );
  for (const table of [itemTable, ...used, ...orderTables, supplierTable, ...promotionTables])
    if (table) describe(table, collector);

  const history: Record<string, (number | null)[]> = Object.create(null) as Record<string, (number | null)[]>;
  const unknown: string[] = [];
  for (const [sku, values] of series.bySku) {
    const known = match(sku);
    if (known === undefined) unknown.push(sku);
    else if (history[known] === undefined) history[known] = values;
    else history[known] = sum(history[known], values);
  }
  nameUnknown(unknown, "demand", used[0]?.sheet.name ?? "", collector);
  nameUnknown([...unknownOrders], "open orders", orderTables[0]?.sheet.name ?? "", collector);
  nameUnknown([...unknownPromotions], "promotions", promotionTables[0]?.sheet.name ?? "", collector);

  const today = isoDate(series.today);
  if (orderTables.length > 0 && itemTable?.columns.has("on_order"))
    collector.note(
      `Open orders are taken from "${orderTables[0]?.sheet.name}"; the column "${headerText(itemTable, itemTable.columns.get("on_order"))}" of "${itemTable.sheet.name}" is not added to them.`,
    );
  const rowByRow = used.every(({ periods }) => periods.length === 0);
  let unsold = 0;
  const items: Item[] = [...rows.values()].map((row) => {
    if (rowByRow && history[row.sku] === undefined) {
      unsold++;
      history[row.sku] = Array<number>(series.last - series.first + 1).fill(0);
    }
    return { ...row, on_order: orderTables.length > 0 ? (orders.get(row.sku) ?? []) : ownOrders(row, today, addDays) };
  });
  if (items.length === 0)
    throw new UserError(
      `The item table on sheet "${itemTable?.sheet.name ?? ""}" has no usable row: each must have a SKU.`,
    );
  if (unsold > 0)
    collector.note(
      `${unsold} item${unsold > 1 ? "s do" : " does"} not occur in the history: no demand (0) in every ${series.period}.`,
    );
  const company = Object.entries(suppliers.rates).find(([, rate]) => rate === 1)?.[0];
  const exchange = company === undefined ? {} : { currency: company, rates: suppliers.rates };
  const settings: Settings = { ...DEFAULT_SETTINGS, ...exchange, ...options.settings };
  const minimums = [...suppliers.terms].flatMap(([supplier, { minimum_value, currency }]): Supplier[] =>
    minimum_value === undefined ? [] : [{ supplier, currency, minimum_value }],
  );
  return {
    request: {
      today,
      period: series.period,
      items,
      history,
      last_period: isoDate(periodStart(series.last, series.period)),
      ...(promotions.length > 0 && { promotions }),
      ...(minimums.length > 0 && { suppliers: minimums }),
      settings,
    },
    findings: {
      tables: collector.tables,
      notes: collector.notes,
      bad_rows: collector.badRows(),
      today,
      period: series.period,
      first_period: isoDate(periodStart(series.first, series.period)),
      last_period: isoDate(periodStart(series.last, series.period)),
      periods: series.last - series.first + 1,
    },
  };
}

/** Adds two series that end together. */
function sum(a: readonly (number | null)[], b: readonly (number | null)[]): (number | null)[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  return long.map((value, i) =>
    i < offset ? value : value === null ? (short[i - offset] ?? null) : value + (short[i - offset] ?? 0),
  );
}
