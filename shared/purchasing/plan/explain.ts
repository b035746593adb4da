import { addDays } from "../../calendar/dates.ts";
import type { Period } from "../../calendar/periods.ts";
import { shortDate } from "../../calendar/words.ts";
import type { Decision } from "../decide/decide.ts";
import { ownQuantityFaults } from "../decide/own-quantity.ts";
import type { Policy } from "../decide/policy.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import { promotionReason } from "../facts/promotion-words.ts";
import { daysSpan, span, units } from "../terms/words.ts";
import { costReason } from "./cost-words.ts";
import { why } from "./why.ts";

/**
 * Levels as they are said of an item that is counted in whole units: no part of one can be ordered. From ten on the reorder
 * point is said as the sheets show it.
 */
function inWhole(policy: Policy): Policy {
  const up = (x: number): number => Math.ceil(x - 1e-9) || 0;
  const { reorderPoint: s } = policy;
  return { ...policy, reorderPoint: s < 10 ? up(s) : Math.round(s), orderUpTo: up(policy.orderUpTo) };
}

/** What the buyer's own quantity does, in sentences of their own; "" without one. */
function ownReason({ item, canOrder }: ItemFacts, { suggested, rules }: Decision): string {
  if (item.order_quantity === undefined) return "";
  const faults = ownQuantityFaults(item, rules);
  if (!canOrder) return faults.join(" ");
  const instead = suggested > 0 ? units(suggested) : "nothing";
  const stands = `Your ${units(item.order_quantity)} stands; ${instead} would be suggested.`;
  return [stands, ...faults].join(" ");
}

/** "the 4 weeks"; months differ, so what is planned by them is said in days. */
const covered = (days: number, period: Period): string => (period === "week" ? daysSpan(days) : span(days, "day"));

/** Why the rules' quantity is what it is. */
function reasons(facts: ItemFacts, decision: Decision): string {
  const { item, context, counted, protectionDays, hasHistory, whole } = facts;
  const undecided = context.settings.policy === "optimal";
  if (!hasHistory && undecided) return "";
  if (!hasHistory) return "No sales history, so nothing can be forecast: decide this one yourself.";
  const { today } = context;
  const { wanted, allowed, conflict, rules, target } = decision;
  const policy = whole ? inWhole(decision.policy) : decision.policy;
  const end = shortDate(addDays(today, protectionDays), today);
  return why({
    policy,
    whole,
    target,
    covering: `${covered(protectionDays, context.period)} to ${end}`,
    promotions: promotionReason(facts),
    costs: costReason(facts, decision),
    onHand: Math.max(0, item.on_hand),
    arriving: counted.map((a) =>
      a.overdue
        ? `${units(a.quantity)} overdue since ${shortDate(a.order.due, today)}`
        : `${units(a.quantity)} arriving ${shortDate(a.order.due, today)}`,
    ),
    owed: [
      ...(facts.owed > 0 ? [`${units(facts.owed)} owed to customers`] : []),
      ...(item.reserved ? [`${units(item.reserved)} reserved`] : []),
    ],
    position: facts.position,
    wanted: wanted > 0 && whole ? policy.orderUpTo - facts.position : wanted,
    quantity: conflict === undefined ? allowed : 0,
    rules,
    undecided,
  });
}

/** A status that nobody knows does not keep an item from being ordered, and the line that orders it says so. */
const asActive = ({ item, status }: ItemFacts, says: string): string =>
  status === null ? `Status "${item.status?.trim()}" is not known; planned as active. ${says}` : says;

/** Why an item's line is what it is: its status, the buyer's own quantity, the reasons, rules that cannot be met. */
export function explain(facts: ItemFacts, decision: Decision): string {
  const { item, canOrder } = facts;
  const own = ownReason(facts, decision);
  const barred =
    item.never === true ? "Never ordered, as you decided." : `Not ordered, marked "${item.status?.trim()}".`;
  return [canOrder || own ? "" : barred, own, asActive(facts, reasons(facts, decision)), decision.conflict ?? ""]
    .filter(Boolean)
    .join(" ");
}
