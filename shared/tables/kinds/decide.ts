import { FIELDS_OF, type Field, type TableRole } from "../fields.ts";
import { parseHeader } from "../header/parse.ts";
import type { Region } from "../layout/region.ts";
import { headersOf, profileFor } from "../systems/profile.ts";
import type { Concept } from "../words/concept.ts";
import { assign, columnsOf, type Assigned, type Column } from "./columns.ts";
import { namedKind, type Named } from "./named.ts";
import { FEWEST_PERIODS, monthsWithoutYear, periodColumns, type PeriodColumn } from "./periods.ts";

/** What a region was taken for. */
export interface Decision {
  readonly role: TableRole | "unused";
  /** What an unused one is, in words. */
  readonly what: string;
  readonly assigned: Assigned;
  readonly periods: readonly PeriodColumn[];
  /** Months that name no year. */
  readonly yearless: readonly number[];
  /** Rows of a ledger may go in and out. */
  readonly named: Named | undefined;
  /** Both readings are open: named as neither sales nor purchases. */
  readonly open: boolean;
}

const NOTHING: Assigned = { columns: new Map(), certainty: new Map() };
/** In words, what a table is that no plan is made of. */
const WHAT: Readonly<Partial<Record<Named, string>>> = {
  forecast: "a forecast, no sales",
  budget: "a budget, no sales",
  returns: "returns, no sales",
  cancelled: "cancelled orders, no sales",
  quotes: "quotations, no sales",
  "stock history": "counts of stock, no sales",
  receipts: "receipts of goods, no sales",
  money: "money, no units",
  "price list": "prices",
  purchases: "past purchases, no sales",
  calendar: "a calendar",
  lanes: "routes",
};

export interface DecideContext {
  /** Day of the plan as a day number, where it is known: what is due after it is still to come. */
  readonly today: number | undefined;
  readonly lastDay: (region: Region, column: number) => number | null;
}

const has = ({ columns }: Assigned, ...fields: readonly Field[]): boolean =>
  fields.every((field) => columns.has(field));
const sureOf = ({ certainty }: Assigned, field: Field): number => certainty.get(field) ?? 0;

function decision(role: Decision["role"], assigned: Assigned, more: Partial<Decision> = {}): Decision {
  return { role, what: "", assigned, periods: [], yearless: [], named: undefined, open: false, ...more };
}

function unused(named: Named, assigned: Assigned): Decision {
  return decision("unused", assigned, { what: WHAT[named] ?? named, named });
}

/** What the header of a column says: a quantity "counted" or "forecast" is no sale. */
function headerKind(columns: readonly Column[], column: number | undefined): Named | undefined {
  const header = columns.find((one) => one.column === column)?.header;
  if (header === undefined) return undefined;
  const { sets } = parseHeader(header);
  const said = (concept: Concept): boolean => sets.some((set) => set.has(concept));
  if (said("forecast")) return "forecast";
  if (said("budget")) return "budget";
  if (said("counted") || said("stock")) return "stock history";
  if (said("received")) return "receipts";
  if (said("purchase")) return "purchases";
  return undefined;
}

const NOT_SALES: ReadonlySet<Named | undefined> = new Set<Named | undefined>([
  "forecast",
  "budget",
  "returns",
  "cancelled",
  "quotes",
  "stock history",
  "receipts",
  "money",
  "price list",
  "calendar",
  "lanes",
]);
const ITEM_FIELDS: readonly Field[] = [
  "on_hand",
  "available",
  "lead_time",
  "cost",
  "moq",
  "multiple",
  "supplier",
  "order_quantity",
  "on_order",
  "reorder_point",
  "status",
  "active",
  "discontinued",
  "blocked",
];

/** Columns a period wide. */
function wide(region: Region, columns: readonly Column[], named: Named | undefined): Decision[] {
  const periods = periodColumns(region);
  const yearless = periods.length > 0 ? [] : monthsWithoutYear(region);
  const dated = [...periods.map(({ column }) => column), ...yearless];
  if (dated.length < FEWEST_PERIODS) return [];
  const items = assign(columns, "items", new Set(dated));
  const sku = items.columns.get("sku") ?? firstText(columns, dated);
  if (sku === undefined) return [];
  if (NOT_SALES.has(named) || named === "purchases") return [unused(named ?? "forecast", items)];
  const only: Assigned = {
    columns: new Map([["sku", sku]]),
    certainty: new Map([["sku", items.certainty.get("sku") ?? 0.5]]),
  };
  const history = decision("history", only, { periods, yearless, named });
  const stocked = has(items, "on_hand") || has(items, "available") || has(items, "lead_time");
  return stocked ? [history, decision("items", items)] : [history];
}

/** Beside columns of periods the first other one with text holds the codes. */
function firstText(columns: readonly Column[], dated: readonly number[]): number | undefined {
  return columns.find(({ column, values }) => !dated.includes(column) && values.filled > 0 && values.numbers < 1)
    ?.column;
}

function promotions(columns: readonly Column[], named: Named | undefined): Decision | undefined {
  const found = assign(columns, "promotions");
  const items = assign(columns, "items", new Set(found.columns.values()));
  const date = assign(columns, "history").columns.get("date");
  if (named === "promotions" && !found.columns.has("start") && date !== undefined) {
    for (const [field, column] of found.columns) if (column === date) found.columns.delete(field);
    found.columns.set("start", date);
  }
  if (!found.columns.has("start") || stocked(items)) return undefined;
  const says = (["discount", "promotion_price", "uplift"] as const).some((field) => found.columns.has(field));
  const purchases = (["cost", "moq", "multiple", "on_order", "due"] as const).some((field) => items.columns.has(field));
  const otherwise = FIELDS_OF.items.some(
    (field) => !["sku", "description", "supplier"].includes(field) && items.columns.has(field),
  );
  const orders = assign(columns, "open orders", new Set(found.columns.values()));
  const quantity = has(orders, "quantity") || has(orders, "on_order") || has(orders, "reference");
  const purchaseLike = purchases || quantity;
  const timed = found.columns.has("sku") && found.columns.has("end") && !otherwise && !quantity;
  return named === "promotions" || (says && !purchaseLike) || timed ? decision("promotions", found) : undefined;
}

/** A row a dated quantity: sales, purchases, or what a plan is not made of. */
function dated(
  region: Region,
  columns: readonly Column[],
  named: Named | undefined,
  context: DecideContext,
): Decision | undefined {
  const history = assign(columns, "history");
  const orders = assign(columns, "open orders");
  const quantity = has(history, "quantity") || has(history, "quantity_out");
  const timed = has(history, "date") || (has(history, "year") && (has(history, "month") || has(history, "week")));
  const historyLike = has(history, "sku") && quantity && timed;
  const orderLike =
    has(orders, "sku") &&
    (has(orders, "due") || has(orders, "date")) &&
    (has(orders, "on_order") || has(orders, "quantity"));
  if (!historyLike && !orderLike) return undefined;
  const kind =
    named === "orders" || named === "items" || named === "suppliers" || named === "movements" || named === "promotions"
      ? undefined
      : named;
  if (NOT_SALES.has(kind)) return unused(kind ?? "forecast", history);
  const remaining = sureOf(orders, "on_order") >= 0.8;
  const purchaseSigns = remaining || has(orders, "supplier") || has(orders, "received") || has(orders, "closed");
  if (
    orderLike &&
    (kind === "open orders" || (kind === "purchases" && (remaining || stillToCome(region, orders, context))))
  )
    return asOrders(orders);
  if (kind === "purchases") return unused("purchases", history);
  if (historyLike && (kind === "history" || named === "movements")) return decision("history", history, { named });
  const said = headerKind(columns, history.columns.get("quantity"));
  if (said !== undefined && kind === undefined && !has(history, "movement")) {
    if (said === "purchases" && orderLike && stillToCome(region, orders, context)) return asOrders(orders);
    if (said !== "stock history" || !has(history, "quantity_out")) return unused(said, history);
  }
  const salesSigns = has(history, "customer") || has(history, "movement") || has(history, "quantity_out");
  if (
    orderLike &&
    !salesSigns &&
    (purchaseSigns || (has(orders, "due") && sureOf(orders, "due") > sureOf(history, "date")))
  ) {
    const open =
      namedKind(region.sheet.name) === "orders" &&
      !remaining &&
      !stillToCome(region, orders, context) &&
      !has(orders, "supplier");
    return open && historyLike ? decision("history", history, { named, open: true }) : asOrders(orders);
  }
  return historyLike ? decision("history", history, { named }) : undefined;
}

function asOrders(orders: Assigned): Decision {
  const due = orders.columns.get("due") ?? orders.columns.get("date");
  if (due !== undefined) orders.columns.set("due", due);
  return decision("open orders", orders);
}

/** Something is due on the day of the plan or after. */
function stillToCome(region: Region, orders: Assigned, { today, lastDay }: DecideContext): boolean {
  const due = orders.columns.get("due");
  const last = due === undefined || today === undefined ? null : lastDay(region, due);
  return last !== null && today !== undefined && last >= today;
}

/** The same codes stand in several rows, as in a list of sales. */
function repeated(columns: readonly Column[], history: Assigned): boolean {
  const values = columns.find(({ column }) => column === history.columns.get("sku"))?.values;
  return values !== undefined && values.codes.size < values.filled;
}

/** The stock of each item on several days, row by row. */
function stockByDay(columns: readonly Column[], items: Assigned, history: Assigned, repeats: boolean): boolean {
  const stock = items.columns.get("on_hand") ?? items.columns.get("available");
  const says = columns.find(({ column }) => column === stock)?.header ?? "";
  const named = parseHeader(says).sets.some((set) => set.has("stock") || set.has("onhand") || set.has("available"));
  if (!repeats || sureOf(history, "date") < SURE_DATE || !named || sureOf(history, "quantity") >= 0.85) return false;
  const days = columns.find(({ column }) => column === history.columns.get("date"))?.values.codes.size ?? 0;
  return days > 1 && !has(items, "lead_time");
}

const SURE_DATE = 0.7;

/** Prices that depend on the quantity bought, or that hold from a day on. */
function priceBreaks(columns: readonly Column[]): boolean {
  const says = (field: Field): boolean => columns.some(({ scores }) => (scores.get(field) ?? 0) >= 0.9);
  if (says("start") && says("cost") && !says("customer") && !says("date")) return true;
  return columns.some(({ header }) => parseHeader(header).sets.some((set) => set.has("break")));
}

/** A table of items: a stock, a lead time or another thing that only an item has. */
function stocked(items: Assigned): boolean {
  return sureOf(items, "on_hand") >= 0.7 || sureOf(items, "available") >= 0.7 || has(items, "lead_time");
}

/** Below this a header hardly says that it holds the items' codes. */
const SURE_CODE = 0.7;

const withoutLead = ({ columns }: Assigned): Map<Field, number> =>
  new Map([...columns].filter(([field]) => field !== "lead_time"));

/** What the sheet's name says; "Orders" and "Products" leave to the columns what they are. */
function byName({ sheet }: Region): Named | undefined {
  const named = namedKind(sheet.name);
  return named === "orders" || named === "items" ? undefined : named;
}

/** What a region is, by its name, its columns and their values; a sheet may hold items and their history in one table. */
export function decide(region: Region, context: DecideContext): Decision[] {
  const columns = columnsOf(region);
  const named = namedKind(region.title) ?? byName(region) ?? profileFor(headersOf(region))?.table.kind;
  const asWide = wide(region, columns, named);
  if (asWide.length > 0) return asWide;
  const promotion = promotions(columns, named);
  if (promotion) return [promotion];
  const items = assign(columns, "items");
  const history = assign(columns, "history");
  const ledger =
    has(history, "sku", "date") &&
    (has(history, "movement") || has(history, "quantity_out") || sureOf(history, "quantity") >= 0.85) &&
    sureOf(history, "date") >= 0.85;
  const repeats = repeated(columns, history);
  if (repeats && !stocked(items) && priceBreaks(columns)) return [unused("price list", history)];
  if (stockByDay(columns, items, history, repeats) && !has(history, "movement") && !has(history, "quantity_out"))
    return [unused("stock history", history)];
  if ((ledger && (repeats || !has(items, "lead_time"))) || (!has(items, "lead_time") && !stocked(items))) {
    const found = dated(region, columns, named, context);
    if (found) return [found];
  }
  const suppliers = assign(columns, "suppliers");
  const ofSuppliers = has(suppliers, "supplier") && suppliers.columns.size > 1;
  if (ofSuppliers && sureOf(items, "sku") < SURE_CODE && !stocked({ ...items, columns: withoutLead(items) }))
    return [decision("suppliers", suppliers)];
  if (has(items, "sku") && ITEM_FIELDS.some((field) => items.columns.has(field))) return [decision("items", items)];
  if (ofSuppliers) return [decision("suppliers", suppliers)];
  if (has(history, "sku") && (has(history, "date") || has(history, "year")) && has(history, "amount"))
    return [{ ...unused("money", history), what: "money, no units" }];
  return [
    decision("unused", NOTHING, {
      what: named === undefined ? "no table the plan knows" : (WHAT[named] ?? "no table the plan knows"),
      named,
    }),
  ];
}
