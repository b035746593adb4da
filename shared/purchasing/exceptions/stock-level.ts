import { shortDate } from "../../calendar/words.ts";
import { carrying, carryingExcess, lostBy } from "./at-stake.ts";
import { dateOf } from "../facts/projection.ts";
import { counted, units } from "../terms/words.ts";
import { defineExceptions } from "./define-exceptions.ts";

/** Stock on hand far beyond what is ordered up to and what the overstock setting's days need. */
export const overstock = defineExceptions({
  kinds: { overstock: "Overstock" },
  find: (facts, { policy }) => {
    const { context, demand, free, hasHistory, whole } = facts;
    const days = context.settings.overstock_days;
    const excess = free - Math.max(policy.orderUpTo, demand.until(days));
    if (!hasHistory || excess < 1) return [];
    const lasts = demand.dayUsedUp(free);
    const message =
      demand.total <= 0
        ? `${units(free)} in stock and no demand expected: sell off or return.`
        : `${units(free)} in stock last ${lasts === null ? "over 12 months" : `until ${shortDate(dateOf(context.today, lasts), context.today)}`}: ${units(excess, whole)} more than ${counted(days, "day")} need.`;
    return [{ code: "overstock", money: carryingExcess(excess, facts), message }];
  },
});

/** The supplier's or the store's maximum allows less than is needed; a buyer's own quantity is judged by itself. */
export const overMaximum = defineExceptions({
  kinds: { "over-maximum": "Over the maximum" },
  find: (facts, { wanted, allowed }) => {
    const { item, canOrder } = facts;
    if (!canOrder || !item.maximum || item.order_quantity !== undefined || allowed >= wanted - 1e-9) return [];
    const missing = wanted - allowed;
    return [
      {
        code: "over-maximum",
        money: lostBy(allowed, wanted, facts),
        message: `${units(wanted)} are needed but the maximum is ${units(item.maximum)}: ${units(missing)} less than should last to the next order.`,
      },
    ];
  },
});

/** A lot that the supplier's minimum or pack size makes last this much longer than the need is worth a word. */
const LARGE = 2;

/** The supplier's minimum or pack, or the buyer's own quantity, makes an order last well over a year. */
export const largeLot = defineExceptions({
  kinds: { "large-lot": "Lots larger than demand needs" },
  find: (facts, { wanted, quantity }) => {
    const { item, canOrder, demand, whole } = facts;
    const excess = quantity - Math.max(wanted, demand.until(365));
    if (!canOrder || quantity < LARGE * wanted || excess < 1) return [];
    const own = item.order_quantity !== undefined;
    const rule = own
      ? `Your ${units(quantity)}`
      : (item.moq ?? 0) >= (item.multiple ?? 0)
        ? `The minimum order of ${units(item.moq ?? 0)}`
        : `The pack of ${units(item.multiple ?? 0)}`;
    return [
      {
        code: "large-lot",
        money: carrying(excess, Infinity, facts),
        message: `${rule} buys ${units(excess, whole)} more than a year's demand (${units(demand.until(365), whole)}): ${own ? "order" : "ask for"} less, or let it run out.`,
      },
    ];
  },
});

/** An item that may not be ordered but would be. */
export const statusBlocks = defineExceptions({
  kinds: { status: "Blocked or discontinued" },
  find: (facts, { wanted }) => {
    const { item, canOrder, context, demand, free } = facts;
    if (canOrder || wanted <= 0) return [];
    const ends = demand.dayUsedUp(free);
    const until =
      free <= 0
        ? "there is no stock"
        : ends === null
          ? ""
          : `stock ends on ${shortDate(dateOf(context.today, ends), context.today)}`;
    return [
      {
        code: "status",
        money: 0,
        message: `Marked "${item.status?.trim()}", so not ordered${until ? `; ${until}` : ""}.${item.successor === undefined ? " Name a successor or take it off the list." : ""}`,
      },
    ];
  },
});
