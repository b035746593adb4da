import { conceptsOf } from "../fields/field.ts";
import type { Field } from "../fields/index.ts";
import { parseHeader, says } from "../header/parse.ts";
import { TABLE_KINDS, type KindName } from "../kinds/index.ts";
import type { TableKind } from "../kinds/kind.ts";
import type { Assigned } from "./columns.ts";
import { namedKind } from "./named.ts";
import {
  decision,
  has,
  neverSales,
  repeated,
  stocked,
  sureOf,
  unused,
  type Decision,
  type Evidence,
  type Rule,
} from "./decision.ts";

const COUNTS = TABLE_KINDS.flatMap(({ name, counts }: TableKind<KindName>) =>
  counts === undefined ? [] : [{ name, counts: conceptsOf(counts) }],
);

/** What the header of the quantity says: one "counted" or "forecast" is no sale. */
function headerKind({ columns, history }: Evidence): KindName | undefined {
  const header = columns.find((one) => one.column === history.columns.get("quantity"))?.header;
  if (header === undefined) return undefined;
  const { sets } = parseHeader(header);
  return COUNTS.find(({ counts }) => sets.some((set) => counts.some((one) => set.has(one))))?.name;
}

/** Something is due on the day of the plan or after. */
function stillToCome({ region, orders, context: { today, lastDay } }: Evidence): boolean {
  const due = orders.columns.get("due");
  const last = due === undefined || today === undefined ? null : lastDay(region, due);
  return last !== null && today !== undefined && last >= today;
}

function asOrders(orders: Assigned): Decision {
  const due = orders.columns.get("due") ?? orders.columns.get("date");
  if (due !== undefined) orders.columns.set("due", due);
  return decision("open orders", orders);
}

/** Names that leave to the columns what the rows are. */
const LOOSE: ReadonlySet<KindName | undefined> = new Set<KindName | undefined>([
  "orders",
  "items",
  "suppliers",
  "movements",
  "promotions",
]);

function isHistory({ history }: Evidence): boolean {
  const timed = has(history, "date") || (has(history, "year") && (has(history, "month") || has(history, "week")));
  return has(history, "sku") && (has(history, "quantity") || has(history, "quantity_out")) && timed;
}

const isOrders = ({ orders }: Evidence): boolean =>
  has(orders, "sku") &&
  (has(orders, "due") || has(orders, "date")) &&
  (has(orders, "on_order") || has(orders, "quantity"));

/** A header this sure says units, whatever the sheet is called. */
const SURELY_UNITS = 0.9;

/** A row a dated quantity: sales, purchases, or what a plan is not made of. */
function datedLines(evidence: Evidence): Decision | undefined {
  const { history, orders, named } = evidence;
  const [historyLike, orderLike] = [isHistory(evidence), isOrders(evidence)];
  if (!historyLike && !orderLike) return undefined;
  // "Umsätze" over a column of units are sales.
  const kind =
    LOOSE.has(named) || (named === "money" && sureOf(history, "quantity") >= SURELY_UNITS) ? undefined : named;
  if (neverSales(kind)) return unused(kind, history);
  const remaining = sureOf(orders, "on_order") >= 0.8;
  const comes = (): boolean => stillToCome(evidence);
  if (orderLike && (kind === "open orders" || (kind === "purchases" && (remaining || comes()))))
    return asOrders(orders);
  if (kind === "purchases") return unused("purchases", history);
  if (historyLike && (kind === "history" || named === "movements")) return decision("history", history, { named });
  const said = headerKind(evidence);
  if (said !== undefined && kind === undefined && !has(history, "movement")) {
    if (said === "purchases" && orderLike && comes()) return asOrders(orders);
    if (said !== "stock history" || !has(history, "quantity_out")) return unused(said, history);
  }
  return byColumns(evidence, remaining, comes);
}

/** Fields of which a header may say whose orders these are. */
const TELLING: readonly Field[] = ["quantity", "on_order", "reference", "due", "date"];

/** Orders to suppliers say so: by a supplier, a purchase, what was received of it or when it is to arrive. */
function saysPurchase({ columns, orders }: Evidence): boolean {
  if (has(orders, "supplier") || has(orders, "received") || has(orders, "closed")) return true;
  return TELLING.some((field) => {
    const header = columns.find(({ column }) => column === orders.columns.get(field))?.header ?? "";
    return (["purchase", "supplier", "onorder", "incoming", "received"] as const).some((one) => says(header, one));
  });
}

/** What neither a name nor the quantity's header says, the other columns do. */
function byColumns(evidence: Evidence, remaining: boolean, comes: () => boolean): Decision | undefined {
  const { region, history, orders, named } = evidence;
  const historyLike = isHistory(evidence);
  const ofCustomers = has(history, "customer") || says(region.title, "customer") || says(region.sheet.name, "customer");
  const salesSigns = ofCustomers || has(history, "movement") || has(history, "quantity_out");
  const purchaseSigns = remaining || has(orders, "supplier") || has(orders, "received") || has(orders, "closed");
  const dueSurer = has(orders, "due") && sureOf(orders, "due") > sureOf(history, "date");
  if (isOrders(evidence) && !salesSigns && (purchaseSigns || dueSurer)) {
    const open = !remaining && !saysPurchase(evidence) ? "whose" : undefined;
    return open && historyLike && !comes() && namedKind(region.sheet.name) === "orders"
      ? decision("history", history, { named, open })
      : { ...asOrders(orders), open };
  }
  return historyLike ? decision("history", history, { named }) : undefined;
}

/** Orders by their number and day, and by name or a balance, which beside them is no stock. */
function calledOrders({ columns, orders, named, items }: Evidence): boolean {
  const stock = columns.find(({ column }) => column === items.columns.get("on_hand"))?.header ?? "";
  const called = named === "open orders" || named === "purchases" || says(stock, "balance");
  return called && has(orders, "due", "reference") && !has(items, "lead_time");
}

/** Lists of dated quantities, unless a stock or a lead time makes them items. */
export const dated: Rule = (evidence) => {
  const { items, history } = evidence;
  const ledger =
    has(history, "sku", "date") &&
    (has(history, "movement") || has(history, "quantity_out") || sureOf(history, "quantity") >= 0.85) &&
    sureOf(history, "date") >= 0.85;
  const lines = ledger && (repeated(evidence) || !has(items, "lead_time"));
  if (!lines && stocked(items) && !calledOrders(evidence)) return undefined;
  const found = datedLines(evidence);
  return found && [found];
};
