import { isoDate, type DayNumber } from "../calendar/dates.ts";
import { type Period, periodIndex, periodStart } from "../calendar/periods.ts";
import { dayLabel, periodLabel } from "../calendar/words.ts";
import { UserError } from "../define/errors.ts";
import { oldSales, salesEnd } from "../purchasing/terms/plan-time.ts";
import type { Collector } from "./findings.ts";
import type { Demand } from "./read/demand.ts";
import { planningPeriod, spacing } from "./spacing.ts";

export interface Series {
  readonly period: Period;
  readonly today: DayNumber;
  /** First and last period used. */
  readonly first: number;
  readonly last: number;
  readonly bySku: ReadonlyMap<string, (number | null)[]>;
}

export interface AggregateOptions {
  readonly period?: Period | undefined;
  /** The day the plan is for. */
  readonly today?: DayNumber | undefined;
  /** The real date, which is `today` where it is not given and the history ends near it. */
  readonly now?: DayNumber | undefined;
}

const LENGTH: Readonly<Record<Period, number>> = { day: 0, week: 1, month: 2 };
/** A history that ends at most so many days before the real date is a current one. */
const NEAR_DAYS = 31;
/** Days without sales (weekend, holiday) that an incomplete first or last period may not exceed. */
const SLACK_DAYS = 3;

function choosePeriod(
  demand: Demand,
  wanted: Period | undefined,
  collector: Collector,
): { period: Period; found: Period } {
  const found = spacing(demand);
  const period = wanted ?? planningPeriod(found, demand.days);
  if (LENGTH[period] < LENGTH[found] || (found === "week" && period === "month")) {
    throw new UserError(
      `period: the history has a value a ${found}, which cannot be planned by the ${period}; it must be "${found}".`,
    );
  }
  if (found === "day" && period !== "day")
    collector.note(
      `The history has dates; demand is added up by the ${period}${wanted ? "" : ` (--period day, week or month chooses)`}.`,
    );
  return { period, found };
}

/** The last day the history speaks of, and the day to plan for. */
function chooseToday(
  demand: Demand,
  found: Period,
  { today, now }: AggregateOptions,
): { lastDay: DayNumber; today: DayNumber } {
  let latest = -Infinity;
  for (const day of demand.days) latest = Math.max(latest, day);
  const start = found === "day" ? latest : periodStart(periodIndex(latest, found), found);
  const lastDay = found === "day" ? latest : periodStart(periodIndex(latest, found) + 1, found) - 1;
  const current = now !== undefined && now >= start && now <= lastDay + NEAR_DAYS;
  return { lastDay, today: today ?? (current ? now : lastDay + 1) };
}

/** Demand by SKU and period; returns are netted within their period. */
function totals(demand: Demand, period: Period): Map<string, Map<number, number>> {
  const bySku = new Map<string, Map<number, number>>();
  const indexOf = new Map<DayNumber, number>();
  demand.skus.forEach((sku, i) => {
    const day = demand.days[i] ?? 0;
    let index = indexOf.get(day);
    if (index === undefined) indexOf.set(day, (index = periodIndex(day, period)));
    let own = bySku.get(sku);
    if (own === undefined) bySku.set(sku, (own = new Map()));
    const quantity = demand.quantities[i] ?? 0;
    const before = own.get(index);
    // A missing value beside a known one of the same period adds nothing.
    own.set(
      index,
      before === undefined || Number.isNaN(before)
        ? Number.isNaN(quantity)
          ? (before ?? NaN)
          : quantity
        : before + (Number.isNaN(quantity) ? 0 : quantity),
    );
  });
  return bySku;
}

/**
 * An item that first sold four or more periods after the start and steadily since (in at least half of four or more) is
 * new: the time before its launch is no demand of 0. Any other item's early zeros count.
 */
function afterLaunch(values: (number | null)[]): (number | null)[] {
  const launch = values.findIndex((value) => value !== 0);
  const since = values.length - launch;
  const selling = values.slice(launch).filter((value) => value !== 0).length;
  return launch >= 4 && since >= 4 && selling >= since / 2 ? values.slice(launch) : values;
}

const labelOf = (index: number, period: Period): string => periodLabel(periodStart(index, period), period);

interface Span {
  readonly period: Period;
  /** What a row of the history lasts. */
  readonly found: Period;
  readonly first: number;
  readonly last: number;
}

/** One series an item from the first period to the last, and what was done with gaps, returns and new items. */
function seriesBySku(demand: Demand, { period, found, first, last }: Span, collector: Collector): Series["bySku"] {
  const bySku = new Map<string, (number | null)[]>();
  let floored = 0;
  let filled = 0;
  let launched = 0;
  // Where a row a period also says 0, an item without a row was not on sale yet.
  const zerosWritten = found === period && demand.quantities.includes(0);
  for (const [sku, own] of totals(demand, period)) {
    const values: (number | null)[] = [];
    const start = zerosWritten ? Math.max(first, Math.min(...own.keys())) : first;
    for (let index = start; index <= last; index++) {
      const value = own.get(index);
      if (value === undefined) filled++;
      if (value !== undefined && value < 0) floored++;
      values.push(value === undefined ? 0 : Number.isNaN(value) ? null : Math.max(0, value));
    }
    const kept = afterLaunch(values);
    if (kept.length < last - first + 1) launched++;
    bySku.set(sku, kept);
  }
  const returns = demand.quantities.reduce((count, quantity) => count + (quantity < 0 ? 1 : 0), 0);
  if (filled > 0) collector.note(`A ${period} without an entry for an item counts as no demand (0).`);
  if (returns > 0)
    collector.note(
      `${returns} negative quantities are taken as returns and netted within their ${period}${floored > 0 ? `; ${floored} ${period}s that stayed negative count as 0` : ""}.`,
    );
  if (launched > 0)
    collector.note(
      `${launched} item${launched > 1 ? "s" : ""} came later: new items, whose history begins with their first sale.`,
    );
  return bySku;
}

/** Turns demand into one series an item, oldest first, of complete periods only; says what it left out. */
export function aggregate(demand: Demand, options: AggregateOptions, collector: Collector): Series {
  const { period, found } = choosePeriod(demand, options.period, collector);
  const { lastDay, today } = chooseToday(demand, found, options);
  let firstDay = Infinity;
  for (const day of demand.days) firstDay = Math.min(firstDay, day);
  const current = periodIndex(today, period);
  let first = periodIndex(firstDay, period);
  let last = periodIndex(lastDay, period);
  if (last >= current) {
    const later = last - current;
    collector.note(
      `${labelOf(current, period)} is not over: left out.${later > 0 ? ` So are ${later} later period${later > 1 ? "s" : ""}, up to ${labelOf(last, period)}.` : ""}`,
    );
    last = current - 1;
  } else if (found !== period && lastDay < periodStart(last + 1, period) - 1 - SLACK_DAYS && last > first) {
    collector.note(`${labelOf(last, period)} ends after the history: left out.`);
    last--;
  }
  if (found !== period && firstDay > periodStart(first, period) + SLACK_DAYS && last - first >= 8) {
    collector.note(`${labelOf(first, period)} begins before the history: left out.`);
    first++;
  }
  if (last < first)
    throw new UserError(
      `The history has no complete ${period} before ${dayLabel(today)}: it must end before the day of the plan (--today).`,
    );
  if (options.today === undefined && options.now !== undefined && today < options.now)
    collector.note(
      `The plan is for ${dayLabel(today)}, the day after the history ends, and not for ${dayLabel(options.now)}: the sales between are not known (--today chooses the day).`,
    );
  const end = { today: isoDate(today), period, last_period: isoDate(periodStart(last, period)) };
  collector.note(oldSales(end) ?? `${salesEnd(end).says}.`);

  const bySku = seriesBySku(demand, { period, found, first, last }, collector);
  return { period, today, first, last, bySku };
}
