import { addDays } from "../calendar/dates.ts";
import { TODAY } from "./weeks.ts";
import type { ShopItem, ShopOrder } from "./types.ts";

/** An SKU that no item has, as a typing error leaves one in a list of open orders. */
const UNKNOWN_SKU = "09999";

/** Real tables have gaps; these rows are damaged on purpose, so that a plan has something to report. */
export function withOddItems(items: readonly ShopItem[]): ShopItem[] {
  return items.map((item, index) => {
    if (index === 40 || index === 171) return { ...item, lead_time_days: null };
    if (index === 97) return { ...item, on_hand: -4 };
    return item;
  });
}

export function withOddOrders(orders: readonly ShopOrder[], items: readonly ShopItem[]): ShopOrder[] {
  const outdoor = items.filter((item) => item.category === "Outdoor" && item.status === "active").slice(0, 4);
  const discontinued = items.filter((item) => item.status === "discontinued").slice(0, 2);
  const order = (item: ShopItem, reference: string, packs: number, due: number): ShopOrder => ({
    reference,
    sku: item.sku,
    supplier: item.supplier,
    quantity: Math.max(item.moq, packs * item.multiple),
    ordered: addDays(TODAY, -20),
    due: addDays(TODAY, due),
  });
  return [
    ...orders,
    // The spring collection, ordered long ahead.
    ...outdoor.map((item) => order(item, "PO-26-SPRING", 4, 112)),
    ...discontinued.map((item) => order(item, "PO-26-LAST", 2, 9)),
    { ...order(items[0]!, "PO-26-TYPO", 1, 4), sku: UNKNOWN_SKU },
  ];
}
