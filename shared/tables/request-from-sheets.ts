import { dayNumber, isoDate } from "../calendar/dates.ts";
import { type Period, periodStart } from "../calendar/periods.ts";
import { UserError } from "../define/errors.ts";
import type { PlanRequest, Promotion, Settings, Supplier } from "../purchasing/terms/plan.ts";
import { aggregate, type Series } from "./aggregate.ts";
import { describe, describeUnread, describeUnused } from "./describe.ts";
import type { Collector, Findings } from "./findings.ts";
import { headerText, isKnown, type FoundTable } from "./find-tables.ts";
import { noHistory, OpenQuestionError } from "./no-history.ts";
import { chooseHistory } from "./read/choose-history.ts";
import type { Demand } from "./read/demand.ts";
import { itemsWithOrders } from "./read/items-with-orders.ts";
import type { ItemRow } from "./read/items.ts";
import { joinedItems } from "./read/joined-items.ts";
import { readOrders, type OrderRow } from "./read/orders.ts";
import { packsOf } from "./read/packs.ts";
import { readPromotions } from "./read/promotions.ts";
import { readSuppliers, type Suppliers } from "./read/suppliers.ts";
import { ofRole, startReading, type Reading, type SheetOptions } from "./reading.ts";
import { sumSeries } from "./series.ts";
import { whoseOrders } from "./settle/orders.ts";
import type { Sheet } from "./sheet.ts";
import { nameUnknown, skuMatcher, type SkuMatcher } from "./sku-matcher.ts";

export interface SheetRequest {
  readonly request: PlanRequest;
  readonly findings: Findings;
}

const DEFAULT_SETTINGS: Settings = { review_days: 7, overstock_days: 180 };

function readSupplierTable(reading: Reading): { suppliers: Suppliers; table: FoundTable | undefined } {
  const [table, ...others] = ofRole(reading, "suppliers").sort((a, b) => b.sheet.rows.length - a.sheet.rows.length);
  for (const other of others)
    reading.collector.note(
      `Sheet "${other.sheet.name}" also looks like a supplier table; it was left out, "${table?.sheet.name}" is used.`,
      "left out",
    );
  return { suppliers: table ? readSuppliers(table, reading.collector) : { terms: new Map(), rates: {} }, table };
}

/** Items made of the history alone, where the workbook has no item table. */
function itemsOfHistory(series: Series, demand: Demand, { leadTimeDays, collector }: Reading): Map<string, ItemRow> {
  const message = `No item table was found: every item is planned with 0 on hand and a lead time of ${leadTimeDays} days. Add a sheet with SKU, On hand, Lead time (days) and, where known, Supplier, Unit cost, MOQ and Multiple.`;
  collector.badRow("no item table", { sheet: "", row: 0, sku: "", message });
  collector.note(message, "missing");
  return new Map(
    [...series.bySku.keys()].map((sku) => [
      sku,
      { sku, description: demand.descriptions.get(sku), on_hand: 0, lead_time_days: leadTimeDays },
    ]),
  );
}

/** Orders to suppliers; where nothing tells, unless the buyer says that they are customers'. */
const ownOrderTables = (reading: Reading): FoundTable[] =>
  ofRole(reading, "open orders").filter(
    (table) => table.open !== "whose" || whoseOrders(table, "purchases", reading.collector) === "purchases",
  );

function readAllOrders(reading: Reading, tables: readonly FoundTable[], match: SkuMatcher): Map<string, OrderRow[]> {
  const { collector, options } = reading;
  const orders = new Map<string, OrderRow[]>();
  const unknown = new Set<string>();
  const packs = packsOf(ofRole(reading, "items"));
  for (const table of tables)
    for (const [sku, list] of readOrders(table, collector, options.dateOrder, packs)) {
      const known = match(sku);
      if (known !== undefined) orders.set(known, [...(orders.get(known) ?? []), ...list]);
      else if (list.some(({ quantity }) => quantity > 0)) unknown.add(sku);
    }
  nameUnknown([...unknown], "open orders", tables[0]?.sheet.name ?? "", collector);
  return orders;
}

function readAllPromotions(reading: Reading, period: Period, match: SkuMatcher): Promotion[] {
  const { collector, options } = reading;
  const tables = ofRole(reading, "promotions");
  const unknown = new Set<string>();
  const promotions = tables.flatMap((table) =>
    readPromotions(table, period, collector, options.dateOrder).flatMap((promotion): Promotion[] => {
      if (promotion.sku === undefined) return [promotion];
      const sku = match(promotion.sku);
      if (sku === undefined) unknown.add(promotion.sku);
      return sku === undefined ? [] : [{ ...promotion, sku }];
    }),
  );
  nameUnknown([...unknown], "promotions", tables[0]?.sheet.name ?? "", collector);
  return promotions;
}

/** The history by the item table's spelling of each SKU. */
function matchedHistory(
  series: Series,
  match: SkuMatcher,
  sheet: string,
  collector: Collector,
): Record<string, (number | null)[]> {
  const history = Object.create(null) as Record<string, (number | null)[]>;
  const unknown: string[] = [];
  for (const [sku, values] of series.bySku) {
    const known = match(sku);
    if (known === undefined) unknown.push(sku);
    else history[known] = history[known] === undefined ? values : sumSeries(history[known], values);
  }
  nameUnknown(unknown, "demand", sheet, collector);
  return history;
}

function findingsOf({ collector }: Reading, series: Series): Findings {
  return {
    tables: collector.tables,
    unused: collector.unused,
    notes: collector.notes,
    questions: collector.questions,
    bad_rows: collector.badRows(),
    today: isoDate(series.today),
    period: series.period,
    first_period: isoDate(periodStart(series.first, series.period)),
    last_period: isoDate(periodStart(series.last, series.period)),
    periods: series.last - series.first + 1,
  };
}

function seriesOf(demand: Demand, { options, collector }: Reading): Series {
  const day = (date: string | undefined): number | undefined => (date === undefined ? undefined : dayNumber(date));
  return aggregate(demand, { period: options.period, today: day(options.today), now: day(options.now) }, collector);
}

/** Where a question decides whether there is a history at all, it is the reason. */
function noDemandIn({ sheets, unused, unread, collector }: Reading): Error {
  const question = collector.questions.find(({ taken }) => taken === null);
  return question === undefined ? noHistory(sheets, unused, unread) : new OpenQuestionError(question);
}

/** Says what was used of which sheet, and what was not. */
function describeAll(reading: Reading, used: readonly (FoundTable | undefined)[]): void {
  for (const table of used) if (table) describe(table, reading.tables, reading.collector);
  for (const table of reading.unused) if (isKnown(table.named)) describeUnused(table, reading.collector);
  describeUnread(reading.unread, reading.collector);
}

function settingsOf({ rates }: Suppliers, { options }: Reading): Settings {
  const company = Object.entries(rates).find(([, rate]) => rate === 1)?.[0];
  const exchange = company === undefined ? {} : { currency: company, rates };
  return { ...DEFAULT_SETTINGS, ...exchange, ...options.settings };
}

/** The least value of an order of each supplier that has one. */
function minimumsOf({ terms }: Suppliers): Supplier[] {
  return [...terms].flatMap(([supplier, { minimum_value, currency }]): Supplier[] =>
    minimum_value === undefined ? [] : [{ supplier, currency, minimum_value }],
  );
}

/** Open orders of a sheet are the whole truth: a column of the item table is not added to them. */
function sayColumnUnused(tables: readonly FoundTable[], items: readonly FoundTable[], collector: Collector): void {
  const column = items.find(({ columns }) => columns.has("on_order"));
  if (tables.length > 0 && column !== undefined)
    collector.note(
      `Open orders are taken from "${tables[0]?.sheet.name}"; the column "${headerText(column, column.columns.get("on_order"))}" of "${column.sheet.name}" is not added to them.`,
    );
}

/**
 * Reads a plan's request from the sheets of a workbook: finds items, history, open orders, suppliers and promotions by
 * their headers and values in any of the known languages. What it understood, what it asks and what is wrong with which
 * row is in the findings. Throws a `UserError` only where nothing can be planned at all.
 */
export function requestFromSheets(sheets: readonly Sheet[], options: SheetOptions = {}): SheetRequest {
  const reading = startReading(sheets, options);
  const { collector } = reading;
  const packs = packsOf(ofRole(reading, "items"));
  const how = { order: options.dateOrder, packs, sheets, today: reading.today };
  const { demand, used } = chooseHistory(ofRole(reading, "history"), how, collector);
  if (demand.skus.length === 0) throw noDemandIn(reading);
  const { suppliers, table: supplierTable } = readSupplierTable(reading);
  const series = seriesOf(demand, reading);
  const joined = joinedItems(
    ofRole(reading, "items"),
    { leadTimeDays: reading.leadTimeDays, suppliers: suppliers.terms, dateOrder: options.dateOrder },
    collector,
  );
  const rows = joined?.rows ?? itemsOfHistory(series, demand, reading);
  const itemTables = joined?.used ?? [];
  if (rows.size === 0)
    throw new UserError(
      `The item table on sheet "${itemTables[0]?.sheet.name ?? ""}" has no usable row: each must have a SKU.`,
    );
  const match = skuMatcher(rows);
  const orderTables = ownOrderTables(reading);
  const history = matchedHistory(series, match, used[0]?.sheet.name ?? "", collector);
  const orders = readAllOrders(reading, orderTables, match);
  const promotions = readAllPromotions(reading, series.period, match);
  match.say(collector);
  describeAll(reading, [...itemTables, ...used, ...orderTables, supplierTable, ...ofRole(reading, "promotions")]);
  sayColumnUnused(orderTables, itemTables, collector);
  const rowByRow = used.every(({ periods }) => periods.length === 0);
  const items = itemsWithOrders(rows, orderTables.length > 0 ? orders : undefined, history, {
    series,
    rowByRow,
    collector,
  });
  const minimums = minimumsOf(suppliers);
  const request: PlanRequest = {
    today: isoDate(series.today),
    period: series.period,
    items,
    history,
    last_period: isoDate(periodStart(series.last, series.period)),
    ...(promotions.length > 0 && { promotions }),
    ...(minimums.length > 0 && { suppliers: minimums }),
    settings: settingsOf(suppliers, reading),
  };
  return { request, findings: findingsOf(reading, series) };
}
