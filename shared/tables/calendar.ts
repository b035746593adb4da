import type { IsoDate, Period } from "../purchasing/plan.ts";

const DAY_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Days since 1 January 1970. */
export type DayNumber = number;

/** The day of a calendar date, or null where the calendar has none (31 February). Years 1990 to 2099. */
export function dayOf(year: number, month: number, day: number): DayNumber | null {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time / DAY_MS : null;
}

export function isoDate(day: DayNumber): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a valid ISO date. */
export function dayNumber(date: IsoDate): DayNumber {
  return Date.parse(date) / DAY_MS;
}

/** Monday of an ISO 8601 week, null where the year has no such week: week 1 is the one that holds 4 January. */
export function mondayOfWeek(year: number, week: number): DayNumber | null {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (week - 1);
  // Most years have no week 53: its Thursday would lie in the next one.
  return new Date((monday + 3) * DAY_MS).getUTCFullYear() === year ? monday : null;
}

/** Number of the period that holds a day; consecutive periods have consecutive numbers. Weeks start on Monday. */
export function periodIndex(day: DayNumber, period: Period): number {
  if (period === "day") return day;
  if (period === "week") return Math.floor((day + 3) / 7);
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a period. */
export function periodStart(index: number, period: Period): DayNumber {
  if (period === "day") return index;
  if (period === "week") return index * 7 - 3;
  return Date.UTC(Math.floor(index / 12), index % 12, 1) / DAY_MS;
}

/** A day as a buyer reads it: "16 Nov 2026". */
export function dayLabel(day: DayNumber): string {
  const date = new Date(day * DAY_MS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A period as a buyer reads it: "Week of 16 Nov 2026", "Nov 2026", "16 Nov 2026". */
export function periodLabel(index: number, period: Period): string {
  const start = periodStart(index, period);
  if (period === "month") return dayLabel(start).slice(2);
  return period === "week" ? `Week of ${dayLabel(start)}` : dayLabel(start);
}
