import { own } from "../../define/own.ts";
import { isClosed } from "../../words/item-status.ts";
import type { Item, PlanRequest, Receipt } from "./plan.ts";
import type { RowException } from "./row-exception.ts";

type History = readonly (number | null)[];

/** Adds two histories that end together; a value missing in one is the other's. */
function together(a: History, b: History): History {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  return long.map((value, i) => {
    const other = i < offset ? null : (short[i - offset] ?? null);
    return value === null ? other : value + (other ?? 0);
  });
}

/**
 * Finds the first item down each item's line of successors that may be ordered, or says what is wrong with the line. What
 * was found for one item is kept for all behind it, so that long lines are walked once.
 */
function heirFinder(items: ReadonlyMap<string, Item>): (item: Item) => Item | string {
  const found = new Map<string, Item | string>();
  const next = (at: Item, line: ReadonlySet<string>): Item | string => {
    const sku = at.successor;
    if (sku === undefined) return `Its successor ${at.sku} may not be ordered either and names none.`;
    if (line.has(sku)) {
      const circle = [...line].slice([...line].indexOf(sku));
      return `Its successors lead back to ${circle.reduce((a, b) => (a < b ? a : b))}: name one that may be ordered.`;
    }
    const heir = items.get(sku);
    return heir ?? `Its successor ${sku} has no row in the item table, so its demand is not planned.`;
  };
  return (item) => {
    const line = new Set<string>();
    let at: Item | string = item;
    while (typeof at !== "string" && isClosed(at.status) && !found.has(at.sku)) {
      line.add(at.sku);
      at = next(at, line);
    }
    const heir = typeof at === "string" ? at : (found.get(at.sku) ?? at);
    for (const sku of line) found.set(sku, heir);
    return heir;
  };
}

/**
 * Adds the demand history of each item that may not be ordered to that of its successor, which thereby is planned for
 * both, as are its promotions and receipts. Needs the whole request: do it once, before items are planned apart.
 */
export function passOnDemand(request: PlanRequest): { request: PlanRequest; exceptions: readonly RowException[] } {
  const leaving = request.items.filter(({ status, successor }) => successor !== undefined && isClosed(status));
  if (leaving.length === 0) return { request, exceptions: [] };
  const items = new Map(request.items.map((item) => [item.sku, item]));
  const history: Record<string, History> = Object.assign(Object.create(null) as Record<string, never>, request.history);
  const heirOf = heirFinder(items);
  const heirs = new Map<string, string>();
  const received = new Map<string, readonly Receipt[]>();
  const exceptions: RowException[] = [];
  for (const item of leaving) {
    const heir = heirOf(item);
    if (typeof heir === "string") exceptions.push({ sku: item.sku, code: "data", money: 0, message: heir });
    else {
      const past = own(request.history, item.sku) ?? [];
      history[heir.sku] = together(own(history, heir.sku) ?? [], past);
      heirs.set(item.sku, heir.sku);
      if (item.receipts) received.set(heir.sku, [...(received.get(heir.sku) ?? []), ...item.receipts]);
      const message = `Marked "${item.status?.trim()}": its demand is planned with its successor ${heir.sku}.`;
      exceptions.push({ sku: item.sku, code: "status", money: 0, message });
    }
  }
  const promotions = request.promotions?.flatMap((promotion) => {
    const sku = heirs.get(promotion.sku ?? "");
    return sku === undefined ? [promotion] : [promotion, { ...promotion, sku }];
  });
  const heirItems = request.items.map((item) => {
    const more = received.get(item.sku);
    return more === undefined ? item : { ...item, receipts: [...(item.receipts ?? []), ...more] };
  });
  return { request: { ...request, items: heirItems, history, promotions }, exceptions };
}
