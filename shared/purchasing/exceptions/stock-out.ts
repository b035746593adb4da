import { shortDate } from "../calendar.ts";
import { arrivalDays, lostSales, unitsShort, withOrder } from "../at-stake.ts";
import { dateOf, firstDayBelow, stockAt, type Arrival } from "../projection.ts";
import { units } from "../words.ts";
import type { Check } from "./check.ts";

/** An open order's name for a buyer: its number, or its quantity where it has none. */
const orderName = ({ order, quantity }: Arrival): string =>
  order.reference ? `PO ${order.reference.replace(/^PO[\s-]*/i, "")}` : `the order of ${units(quantity)}`;

/**
 * A stock-out before help can come: expedite what is on its way, or say that nothing is. Help is an order of today; where
 * the buyer gave it a quantity of his own, which may be too little, an order of the next review.
 */
export const stockOut: Check = (facts, { quantity }) => {
  const { item, context, demand, free, canOrder, whole } = facts;
  if (!canOrder || demand.total <= 0) return [];
  const { now, next } = arrivalDays(facts);
  const own = item.order_quantity !== undefined;
  const receipts = own ? withOrder(quantity, facts) : facts.arrivals;
  const horizon = Math.min(own ? next : now, demand.horizon);
  const day = firstDayBelow(0, 0, horizon, free, receipts, demand);
  if (day === null) return [];
  const later = facts.arrivals.find((a) => a.day > day);
  const relief = own && (quantity <= 0 || day >= now) ? next : now;
  const missing = unitsShort(facts, receipts, Math.max(day + 1, Math.min(relief, later?.day ?? relief)));
  if (missing < 0.5) return [];
  const out = stockAt(0, free, receipts, demand) <= 0;
  const when = out ? "Out of stock now" : `Out of stock on ${shortDate(dateOf(context.today, day), context.today)}`;
  const risk = `${when}, ${units(missing, whole)} units at risk`;
  const money = lostSales(missing, facts);
  if (later)
    return [
      {
        code: "expedite",
        money,
        message: `${risk}; expedite ${orderName(later)} (due ${shortDate(later.order.due, context.today)}).`,
      },
    ];
  const arrival = shortDate(dateOf(context.today, relief), context.today);
  const nothing =
    relief === now
      ? `nothing is due before, an order of today arrives on ${arrival}: ask for faster delivery`
      : `with your ${units(quantity)} nothing more comes before an order of the next review arrives on ${arrival}: order more, or ask for faster delivery`;
  return [{ code: "stock-out", money, message: `${risk}; ${nothing}.` }];
};
