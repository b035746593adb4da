import { dateAt, DAY_MS, type DayNumber } from "./dates.ts";

export const PERIODS = ["day", "week", "month"] as const;
/** The spacing of a history. */
export type Period = (typeof PERIODS)[number];

/** Days in a period, on average: a month is a twelfth of 365.25 days. */
export const DAYS_IN: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 365.25 / 12 };

/** The season of a year's (or, for days, a week's) rhythm in each period. */
export const SEASON_OF: Readonly<Record<Period, number>> = { day: 7, week: 52, month: 12 };

/** Number of the period that holds a day; consecutive periods have consecutive numbers. Weeks start on Monday. */
export function periodIndex(day: DayNumber, period: Period): number {
  if (period === "day") return day;
  if (period === "week") return Math.floor((day + 3) / 7);
  const date = dateAt(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a period. */
export function periodStart(index: number, period: Period): DayNumber {
  if (period === "day") return index;
  if (period === "week") return index * 7 - 3;
  return Date.UTC(Math.floor(index / 12), index % 12, 1) / DAY_MS;
}

const LENGTH = { day: 1, week: 7 } as const;

/** First day of period `i` from a start day. Months go by the calendar, from the start's day of the month. */
export function startOf(start: DayNumber, period: Period, i: number): DayNumber {
  if (period !== "month") return start + i * LENGTH[period];
  const date = dateAt(start);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + i + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + i, Math.min(date.getUTCDate(), last)) / DAY_MS;
}
