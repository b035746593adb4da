import { shortDate } from "../../calendar/words.ts";
import { arrivalDays, lostSales, unitsShort, withOrder } from "./at-stake.ts";
import { dateOf, firstDayBelow, stockAt, type Arrival } from "../facts/projection.ts";
import { units } from "../terms/words.ts";
import { defineExceptions } from "./define-exceptions.ts";

/** An open order's name for a buyer: its number, or its quantity where it has none. */
const orderName = ({ order, quantity }: Arrival): string =>
  order.reference ? `PO ${order.reference.replace(/^PO[\s-]*/i, "")}` : `the order of ${units(quantity)}`;

/** Less than half a unit is not short. */
const LEAST_SHORT = 0.5;

const STOCK_OUT = { "stock-out": "Stock-outs expected" } as const;

/** A stock-out before an order of today could arrive: expedite what is on its way, or say that nothing is. */
export const stockOut = defineExceptions({
  kinds: { ...STOCK_OUT, expedite: "Open orders to expedite" },
  find: (facts) => {
    const { context, demand, free, arrivals, canOrder, whole } = facts;
    if (!canOrder || demand.total <= 0) return [];
    const { now: relief } = arrivalDays(facts);
    const day = firstDayBelow(0, 0, Math.min(relief, demand.horizon), free, arrivals, demand);
    if (day === null) return [];
    const later = arrivals.find((a) => a.day > day);
    const missing = unitsShort(facts, arrivals, Math.max(day + 1, Math.min(relief, later?.day ?? relief)));
    if (missing < LEAST_SHORT) return [];
    const out = stockAt(0, free, arrivals, demand) <= 0;
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
    return [
      {
        code: "stock-out",
        money,
        message: `${risk}; nothing is due before, an order of today arrives on ${arrival}: ask for faster delivery.`,
      },
    ];
  },
});

/** A buyer's own quantity that is too little to last until an order of the next review arrives. */
export const ownTooLittle = defineExceptions({
  kinds: STOCK_OUT,
  find: (facts, { allowed, quantity }) => {
    const { item, context, demand, free, canOrder, whole } = facts;
    if (!canOrder || item.order_quantity === undefined || quantity >= allowed) return [];
    const { now, next } = arrivalDays(facts);
    const receipts = withOrder(quantity, facts);
    const short = unitsShort(facts, receipts, next) - unitsShort(facts, withOrder(allowed, facts), next);
    const day = firstDayBelow(0, now, Math.min(next, demand.horizon), free, receipts, demand);
    if (short < LEAST_SHORT || day === null) return [];
    const date = (on: number): string => shortDate(dateOf(context.today, on), context.today);
    return [
      {
        code: "stock-out",
        money: lostSales(short, facts),
        message: `With your ${units(quantity)} instead of ${units(allowed)} ${units(short, whole)} more are short, from ${date(day)} until an order of the next review arrives on ${date(next)}.`,
      },
    ];
  },
});
