import { holdingCost } from "../terms/holding-cost.ts";
import { arrivalOfOrder, type ItemFacts } from "../facts/item-facts.ts";
import { missedCost, USUAL_SHORTAGE_RATE } from "../terms/missed-cost.ts";
import type { Arrival } from "../facts/projection.ts";

/*
 * What is at stake: the money that is expected to be lost if nothing is done, in the company's currency. One scale for
 * every exception, so that they can be ranked.
 *
 * - Too little: the units that are short until help can come (`unitsShort`), each at what a missed sale costs.
 * - Too much: the units beyond need at their holding cost, for as long as they lie there unneeded, at most a year. It is
 *   not the value of the stock: that is still there.
 *
 * Help is the next arrival, else an order of today; where the order itself is in doubt, an order of the next review.
 */

/** What a unit costs in the company's currency; by the price and the usual margin where no cost is known, else 0. */
function unitCost({ item: { cost, price }, rate }: ItemFacts): number {
  if (cost !== undefined) return cost * rate;
  return price === undefined ? 0 : price / (1 + USUAL_SHORTAGE_RATE);
}

/** The most units that are owed on any day before this one, by mean demand; receipts are sorted by day. */
export function unitsShort({ free, demand }: ItemFacts, receipts: readonly Arrival[], before: number): number {
  let worst = 0;
  let stock = free;
  let next = 0;
  for (let day = 0; day < before; day++) {
    for (; next < receipts.length && receipts[next]!.day <= day; next++) stock += receipts[next]!.quantity;
    worst = Math.max(worst, demand.until(day) - stock);
  }
  return worst;
}

/** What units that are short lose. */
export const lostSales = (units: number, facts: ItemFacts): number =>
  Math.max(0, units) * missedCost(facts.item, unitCost(facts), facts.context.settings);

const YEAR = 365.25;

/** What it costs to hold units for some days, at most a year. */
export const carrying = (units: number, days: number, facts: ItemFacts): number =>
  (Math.max(0, units) * Math.min(Math.max(0, days), YEAR) * holdingCost(unitCost(facts), facts.context.settings)) /
  YEAR;

/** What it costs to hold the last `excess` of the free units until they are used up, at most a year. */
export function carryingExcess(excess: number, facts: ItemFacts): number {
  const { free, demand } = facts;
  let unitDays = 0;
  for (let day = 0; day < YEAR; day++) unitDays += Math.min(excess, Math.max(0, free - demand.until(day)));
  return carrying(Math.max(0, unitDays), 1, facts);
}

/** The day an order of today arrives, and the day one of the next review does. */
export const arrivalDays = ({ item, protectionDays }: ItemFacts): { readonly now: number; readonly next: number } => ({
  now: Math.ceil(item.lead_time_days),
  next: Math.ceil(protectionDays),
});

/** The open orders with one of today, by day. */
export function withOrder(quantity: number, facts: ItemFacts): readonly Arrival[] {
  const { now: day } = arrivalDays(facts);
  if (quantity <= 0) return facts.arrivals;
  return [
    ...facts.arrivals.filter((a) => a.day <= day),
    { day, quantity, overdue: false, order: { quantity, due: arrivalOfOrder(facts) } },
    ...facts.arrivals.filter((a) => a.day > day),
  ];
}

/** What is lost until an order of the next review arrives, if today's is of `quantity` and not of `instead`. */
export function lostBy(quantity: number, instead: number, facts: ItemFacts): number {
  const { next } = arrivalDays(facts);
  const short = (ordered: number): number => unitsShort(facts, withOrder(ordered, facts), next);
  return lostSales(short(quantity) - short(instead), facts);
}
