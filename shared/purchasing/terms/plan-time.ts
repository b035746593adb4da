import { dayNumber, isoDate, type IsoDate } from "../../calendar/dates.ts";
import { periodIndex, periodStart, type Period } from "../../calendar/periods.ts";
import { dayAfter, timeline } from "../../calendar/timeline.ts";
import { dayLabel, shortDate } from "../../calendar/words.ts";
import { UserError } from "../../define/errors.ts";
import { counted } from "./words.ts";

/** What a request says of when its history ended and the day it is planned for. */
export interface HistoryTimes {
  readonly today: IsoDate;
  readonly period: Period;
  /** First day of the history's last period; the last complete one before `today` where it is not given. */
  readonly last_period?: IsoDate | undefined;
}

/** The days from today and the periods of the forecast, whose first one starts where the history's last one ends. */
export interface PlanTime {
  /** First day of the forecast's period `i`; below 0, of the history's. */
  startOf(i: number): IsoDate;
  /** Position in the forecast's periods of a day from today: 0.5 where half of the first is over by then. */
  at(day: number): number;
  /** The day from today at a position. */
  dayAt(position: number): number;
}

/** The day after the history's last one. */
function historyEnd({ today, period, last_period }: HistoryTimes): number {
  return last_period === undefined
    ? periodStart(periodIndex(dayNumber(today), period), period)
    : dayAfter(dayNumber(last_period), period);
}

export function planTime(times: HistoryTimes): PlanTime {
  const today = dayNumber(times.today);
  const periods = timeline(historyEnd(times), times.period);
  return {
    startOf: (i) => isoDate(periods.startOf(i)),
    at: (day) => periods.at(today + day),
    dayAt: (position) => periods.dayAt(position) - today,
  };
}

/** Where the sales end and how long ago that is. */
export interface SalesEnd {
  readonly date: IsoDate;
  readonly days: number;
  /** "Sales end 22 Nov, 6 days ago". */
  readonly says: string;
  /** Whether a whole period or more has no sales yet; a weekend and a holiday are no gap in a history of days. */
  readonly old: boolean;
}

const SLACK_DAYS = 4;
/** From here on weeks are said, not days. */
const WEEKS_FROM = 28;

function ago(days: number): string {
  if (days <= 1) return "yesterday";
  return `${days < WEEKS_FROM ? counted(days, "day") : counted(Math.floor(days / 7), "week")} ago`;
}

export function salesEnd(times: HistoryTimes): SalesEnd {
  const last = historyEnd(times) - 1;
  const days = dayNumber(times.today) - last;
  const date = isoDate(last);
  return {
    date,
    days,
    says: `Sales end ${shortDate(date, times.today)}, ${ago(days)}`,
    old: planTime(times).at(0) >= 1 && days > SLACK_DAYS,
  };
}

/** What to ask where sales are old; undefined where they are not. */
export function oldSales(times: HistoryTimes): string | undefined {
  const { says, old, date } = salesEnd(times);
  if (!old) return undefined;
  const next = shortDate(planTime(times).startOf(0), times.today);
  return `${says}: what was sold since ${shortDate(date, times.today)} is forecast, not known, while the stock is today's. Add the sales since, or plan for ${next}.`;
}

/** Throws a `UserError` where the history's last period is not over on the day of the plan. */
export function refuseUnfinished(times: HistoryTimes): void {
  const { days, date } = salesEnd(times);
  if (days > 0) return;
  const next = isoDate(dayNumber(date) + 1);
  throw new UserError(
    `last_period: the ${times.period} that begins on ${times.last_period} is not over before today, ${times.today}: leave it out of the history, or plan for ${next} or later`,
  );
}

/**
 * Days without sales beyond which nothing is planned: a quarter, or three periods, of which no three are longer. A
 * season has changed by then, and what was sold meanwhile is more than what is on hand tells.
 */
export const OLDEST_SALES_DAYS = 92;

/** Throws a `UserError` where the sales are too old to plan by. */
export function refuseOldSales(times: HistoryTimes): void {
  const { days, date } = salesEnd(times);
  if (days <= OLDEST_SALES_DAYS) return;
  const [end, day] = [date, times.today].map((iso) => dayLabel(dayNumber(iso)));
  throw new UserError(
    `the sales end ${end}, ${counted(days, "day")} before the day of the plan, ${day}, and must end at most ${OLDEST_SALES_DAYS} days before it: add the sales since, or plan for an earlier day`,
  );
}
