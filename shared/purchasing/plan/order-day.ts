import type { Decision } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import { firstDayBelow } from "../facts/projection.ts";

/** When the position is expected to reach the reorder point: the day to order, from today on; null beyond a year. */
function dueDay({ demand, free, arrivals, protectionDays }: ItemFacts, { policy }: Decision): number | null {
  const low = firstDayBelow(policy.safetyStock, protectionDays, demand.horizon, free, arrivals, demand);
  return low === null ? null : Math.max(0, low - Math.ceil(protectionDays));
}

/**
 * The day to order, from today on: today where something is ordered, else when it is expected to be due, but not before
 * the next review where the buyer decided against it; null beyond a year or where nothing can be said.
 */
export function orderDay(facts: ItemFacts, decision: Decision): number | null {
  if (decision.quantity > 0) return 0;
  if (!facts.canOrder || !facts.hasHistory) return null;
  const day = dueDay(facts, decision);
  const own = facts.item.order_quantity !== undefined;
  return day === null || !own ? day : Math.max(day, Math.ceil(facts.context.settings.review_days));
}
