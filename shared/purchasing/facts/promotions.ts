import { dayNumber, type DayNumber, type IsoDate } from "../../calendar/dates.ts";
import type { PromotionColumns } from "../../demand/causes/promotion-effect.ts";
import type { Item, Promotion } from "../terms/plan.ts";
import { planTime, type HistoryTimes } from "../terms/plan-time.ts";

/** A discount ahead counts as at most this many times the deepest one that demand is known for. */
const DEEPEST_AHEAD = 1.5;

/** The promotions under each key, as their places in the list. */
function placesBy<K>(promotions: readonly Promotion[], key: (promotion: Promotion) => K): ReadonlyMap<K, number[]> {
  const places = new Map<K, number[]>();
  promotions.forEach((promotion, i) => {
    const known = places.get(key(promotion));
    if (known) known.push(i);
    else places.set(key(promotion), [i]);
  });
  return places;
}

/** Finds the promotions of an item among those of a whole request, by its SKU or supplier. */
export function promotionFinder(promotions: readonly Promotion[]): (item: Item) => readonly Promotion[] {
  const bySku = placesBy(promotions, ({ sku }) => sku);
  const wider = (bySku.get(undefined) ?? []).map((i) => promotions[i]!);
  const bySupplier = placesBy(wider, ({ supplier }) => supplier);
  return ({ sku, supplier }) => {
    const places = [
      ...(bySupplier.get(undefined) ?? []),
      ...(supplier === undefined ? [] : (bySupplier.get(supplier) ?? [])),
    ];
    return [
      ...(bySku.get(sku) ?? []).map((i) => promotions[i]!),
      ...places.sort((a, b) => a - b).map((i) => wider[i]!),
    ];
  };
}

/** The half-open time from one day to another. */
interface Time {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const timeOf = ({ start, end }: Promotion): Time => ({ from: dayNumber(start), to: dayNumber(end) + 1 });

/** How much of `of` the other time covers, as a share. */
const shareOf = (of: Time, { from, to }: Time): number =>
  Math.max(0, Math.min(to, of.to) - Math.max(from, of.from)) / (of.to - of.from);

/** By how much it makes the item cheaper, as a share; undefined where that is not said. */
function discountOf({ discount, price }: Promotion, item: Item): number | undefined {
  const cut = discount ?? (price === undefined || !item.price ? undefined : 1 - price / item.price);
  return cut !== undefined && cut > 0 ? cut : undefined;
}

/**
 * The promotions of an item, period by period, by the calendar: over its history of `length` periods, and over the
 * `horizon` periods of the forecast, which follow it. Promotions that overlap add up, to no more than the
 * strongest one.
 */
export function promotionColumns(
  item: Item,
  promotions: readonly Promotion[],
  length: number,
  horizon: number,
  requested: HistoryTimes,
): PromotionColumns {
  const { startOf } = planTime(requested);
  const starts = Array.from({ length: length + horizon + 1 }, (_, t) => dayNumber(startOf(t - length)));
  const periods = starts.slice(1).map((to, t): Time => ({ from: starts[t]!, to }));
  const [past, ahead] = [periods.slice(0, length), periods.slice(length)];
  const times = promotions.map(timeOf);
  const cuts = promotions.map((promotion) => discountOf(promotion, item));
  const unsaid = cuts.includes(undefined);
  const strengths = cuts.map((cut) => (unsaid ? 1 : cut!));
  const strongest = strengths.reduce((a, b) => Math.max(a, b), 0);
  const deepest = strengths.reduce(
    (most, strength, i) =>
      times[i]!.from < starts[length]! && times[i]!.to > starts[0]! ? Math.max(most, strength) : most,
    0,
  );
  const sums = (during: readonly Time[], amounts: readonly number[]): number[] =>
    during.map((each) => times.reduce((sum, time, i) => sum + amounts[i]! * shareOf(each, time), 0));
  const bounded = (strength: number): number => Math.min(strongest, strength);
  const learned = promotions.map(({ uplift }, i) =>
    uplift === undefined ? Math.min(strengths[i]!, DEEPEST_AHEAD * deepest) : 0,
  );
  return {
    past: sums(past, strengths).map(bounded),
    ahead: sums(ahead, learned).map(bounded),
    given: sums(
      ahead,
      promotions.map(({ uplift }) => uplift ?? 0),
    ),
  };
}

/** The promotions that touch the time from today until `days` later, soonest first. */
export function promotionsAhead(promotions: readonly Promotion[], today: IsoDate, days: number): Promotion[] {
  const from = dayNumber(today);
  const soon: Time = { from, to: from + Math.max(1, days) };
  return promotions
    .filter((promotion) => shareOf(soon, timeOf(promotion)) > 0)
    .sort((a, b) => dayNumber(a.start) - dayNumber(b.start));
}
