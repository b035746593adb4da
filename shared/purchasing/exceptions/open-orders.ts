import { daysBetween } from "../../calendar/dates.ts";
import { shortDate } from "../../calendar/words.ts";
import { atCost } from "../item-facts.ts";
import type { PlanException } from "../plan.ts";
import { dateOf, firstDayBelow, type Arrival } from "../projection.ts";
import { counted, units } from "../words.ts";
import type { Check } from "./check.ts";

/** "PO 118 of 300", "The order of 300". */
const named = ({ order, quantity }: Arrival): string =>
  `${order.reference ? `PO ${order.reference.replace(/^PO[\s-]*/i, "")}` : "The order"} of ${units(quantity)}`;

/** Orders whose date has passed: they still count as cover, so someone must ask. */
export const lateOrders: Check = (facts) =>
  facts.arrivals
    .filter((a) => a.overdue)
    .map((a) => {
      const { today } = facts.context;
      const late = counted(daysBetween(a.order.due, today), "day");
      return {
        code: "late-order",
        money: atCost(a.quantity, facts),
        message: `${named(a)} was due ${shortDate(a.order.due, today)}, ${late} ago: ask for a new date. It still counts as cover.`,
      };
    });

/** How much sooner than needed an order must come before it is worth a phone call. */
const EARLY_DAYS = 30;

/** Orders that come long before they are needed (postpone) or are not needed in the coming year at all (cancel). */
export const earlyOrders: Check = (facts) => {
  const { context, demand, free, policy, arrivals } = facts;
  const findings: Omit<PlanException, "sku">[] = [];
  const slack = Math.max(EARLY_DAYS, 2 * context.settings.review_days);
  // A low fill rate may leave the safety stock below 0; an order is needed before stock is.
  const floor = Math.max(0, policy.safetyStock);
  arrivals.forEach((a, i) => {
    if (a.overdue) return;
    const needed = firstDayBelow(floor, 0, demand.horizon, free, arrivals.slice(0, i), demand);
    const money = atCost(a.quantity, facts);
    const name = `${named(a)}, due ${shortDate(a.order.due, context.today)},`;
    if (needed === null)
      findings.push({ code: "cancel", money, message: `${name} is not needed in the next 12 months: cancel it.` });
    else if (needed - a.day > slack)
      findings.push({
        code: "postpone",
        money,
        message: `${name} is not needed before ${shortDate(dateOf(context.today, needed), context.today)}: postpone it.`,
      });
  });
  return findings;
};
