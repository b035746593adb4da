import { addDays } from "../calendar/dates.ts";
import { WEEKS, mondayOf } from "./weeks.ts";
import type { Random } from "../numeric/random.ts";

/** A promotion of one item: whole weeks, from `first` to `last` inclusive. */
export interface Offer {
  readonly first: number;
  readonly last: number;
  readonly discount: number;
}

const DISCOUNTS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4];

/** Offers this many weeks ahead are announced, so that a forecast can use them. */
const PLANNED_WEEKS = 6;

/** Offers of an item that has been on sale since `launch`: about one a year for a third of the items. */
export function drawOffers(launch: number, random: Random): Offer[] {
  if (!random.chance(0.35)) return [];
  const offers: Offer[] = [];
  for (let week = launch + random.integer(10, 60); week < WEEKS + PLANNED_WEEKS; week += random.integer(26, 70)) {
    offers.push({ first: week, last: week + random.integer(0, 1), discount: random.pick(DISCOUNTS) });
  }
  return offers;
}

/** Demand multiplies by this during an offer: 20% off sells a little under twice as much. */
export function liftOf(offers: readonly Offer[], week: number): number {
  const offer = offers.find(({ first, last }) => first <= week && week <= last);
  return offer ? 1 + 4.5 * offer.discount : 1;
}

export function datesOf({ first, last }: Offer): { start: string; end: string } {
  return { start: mondayOf(first), end: addDays(mondayOf(last), 6) };
}
