import { shortDate } from "../../calendar/words.ts";
import { atPrice, type ItemFacts } from "../item-facts.ts";
import { dateOf, firstDayBelow, stockAt, type Arrival } from "../projection.ts";
import { units } from "../words.ts";
import type { Check } from "./check.ts";

/** An open order's name for a buyer: its number, or its quantity where it has none. */
const orderName = ({ order, quantity }: Arrival): string =>
  order.reference ? `PO ${order.reference.replace(/^PO[\s-]*/i, "")}` : `the order of ${units(quantity)}`;

/** Expected shortage from the first day without stock until relief comes, in units. */
function shortage(from: number, until: number, facts: ItemFacts): number {
  let worst = 0;
  for (let day = from; day <= until; day++)
    worst = Math.max(worst, -stockAt(day, facts.free, facts.arrivals, facts.demand));
  return worst;
}

/** A stock-out before an order of today could arrive: expedite what is on its way, or say that nothing is. */
export const stockOut: Check = (facts) => {
  const { item, context, demand, free, arrivals, canOrder } = facts;
  if (!canOrder || demand.total <= 0) return [];
  const relief = Math.ceil(item.lead_time_days);
  const day = firstDayBelow(0, 0, Math.min(relief, demand.horizon), free, arrivals, demand);
  if (day === null) return [];
  const later = arrivals.find((a) => a.day > day);
  const until = Math.max(day, Math.min(relief, later?.day ?? relief) - 1);
  const missing = shortage(day, until, facts);
  if (missing < 0.5) return [];
  const when =
    free <= 0 && day === 0
      ? "Out of stock now"
      : `Out of stock on ${shortDate(dateOf(context.today, day), context.today)}`;
  const risk = `${when}, ${units(missing)} units at risk`;
  const money = atPrice(missing, facts);
  if (later)
    return [
      {
        code: "expedite",
        money,
        message: `${risk}; expedite ${orderName(later)} (due ${shortDate(later.order.due, context.today)}).`,
      },
    ];
  const arrival = shortDate(dateOf(context.today, item.lead_time_days), context.today);
  return [
    {
      code: "stock-out",
      money,
      message: `${risk}; nothing is due before, an order of today arrives on ${arrival}: ask for faster delivery.`,
    },
  ];
};
