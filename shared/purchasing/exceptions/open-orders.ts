import { daysBetween } from "../../calendar/dates.ts";
import { shortDate } from "../../calendar/words.ts";
import { arrivalDays, carrying, lostSales, unitsShort } from "./at-stake.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import { dateOf, firstDayBelow, type Arrival } from "../facts/projection.ts";
import { counted, units } from "../terms/words.ts";
import { defineExceptions, type Finding } from "./define-exceptions.ts";

/** "PO 118 of 300", "The order of 300". */
const named = ({ order, quantity }: Arrival): string =>
  `${order.reference ? `PO ${order.reference.replace(/^PO[\s-]*/i, "")}` : "The order"} of ${units(quantity)}`;

/** Units short before an order of today can arrive, where only so many of the late orders come. */
function shortWith(late: number, facts: ItemFacts): number {
  let seen = 0;
  const coming = facts.arrivals.filter((a) => !a.overdue || seen++ < late);
  return unitsShort(facts, coming, arrivalDays(facts).now);
}

/**
 * Orders whose date has passed: they still count as cover, so someone must ask. At stake is what is lost if they do not
 * come before an order of today would; each is charged what it adds to those before it.
 */
export const lateOrders = defineExceptions({
  kinds: { "late-order": "Orders that come too late" },
  find: (facts) => {
    const { today } = facts.context;
    const relief = shortDate(dateOf(today, arrivalDays(facts).now), today);
    let before = facts.arrivals.some((a) => a.overdue) ? shortWith(0, facts) : 0;
    return facts.arrivals
      .filter((a) => a.overdue)
      .map((a, i) => {
        const late = counted(daysBetween(a.order.due, today), "day");
        const after = shortWith(i + 1, facts);
        const spared = before - after;
        before = after;
        const without =
          spared < LEAST_SHORT
            ? ""
            : ` Without it ${units(spared, facts.whole)} more are short before an order of today arrives on ${relief}.`;
        return {
          code: "late-order",
          money: spared < LEAST_SHORT ? 0 : lostSales(spared, facts),
          message: `${named(a)} was due ${shortDate(a.order.due, today)}, ${late} ago: ask for a new date. It still counts as cover.${without}`,
        };
      });
  },
});

/** Less than half a unit is not short. */
const LEAST_SHORT = 0.5;

/** How much sooner than needed an order must come before it is worth a phone call. */
const EARLY_DAYS = 30;

/** Orders that come long before they are needed (postpone) or are not needed in the coming year at all (cancel). */
export const earlyOrders = defineExceptions({
  kinds: { postpone: "Open orders to postpone", cancel: "Open orders to cancel" },
  find: (facts, { policy }) => {
    const { context, demand, free, arrivals } = facts;
    const findings: Finding<"postpone" | "cancel">[] = [];
    const slack = Math.max(EARLY_DAYS, 2 * context.settings.review_days);
    // A low fill rate may leave the safety stock below 0; an order is needed before stock is.
    const floor = Math.max(0, policy.safetyStock);
    arrivals.forEach((a, i) => {
      if (a.overdue) return;
      const needed = firstDayBelow(floor, 0, demand.horizon, free, arrivals.slice(0, i), demand);
      const name = `${named(a)}, due ${shortDate(a.order.due, context.today)},`;
      if (needed === null)
        findings.push({
          code: "cancel",
          money: carrying(a.quantity, Infinity, facts),
          message: `${name} is not needed in the next 12 months: cancel it.`,
        });
      else if (needed - a.day > slack)
        findings.push({
          code: "postpone",
          money: carrying(a.quantity, needed - a.day, facts),
          message: `${name} is not needed before ${shortDate(dateOf(context.today, needed), context.today)}: postpone it.`,
        });
    });
    return findings;
  },
});
