/** A calendar date as ISO text, "2026-11-23". Dates are calendar days: no hour, no zone, so no clock change moves them. */
export type IsoDate = string;

/** Days since 1 January 1970. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;

/** Excel's serial number of 1 January 1970: 1 is 1 January 1900, with the 29 February 1900 that Excel believes in. */
export const EXCEL_EPOCH = 25_569;

/** The day of a calendar date, or null where the calendar has none (31 February). Years 1990 to 2099. */
export function dayOf(year: number, month: number, day: number): DayNumber | null {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time / DAY_MS : null;
}

/** Midnight of a day, UTC, for what asks for a `Date`. */
export function dateAt(day: DayNumber): Date {
  return new Date(day * DAY_MS);
}

export function isoDate(day: DayNumber): IsoDate {
  return dateAt(day).toISOString().slice(0, 10);
}

/** The day of a valid ISO date. */
export function dayNumber(date: IsoDate): DayNumber {
  return Date.parse(date) / DAY_MS;
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // The parser takes 30 February for 2 March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The date so many days later; a part of a day counts as the day it falls in. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(dayNumber(date) + Math.floor(days));
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the year, 0 for 1 January. */
export function dayOfYear(date: IsoDate): number {
  return daysBetween(`${date.slice(0, 4)}-01-01`, date);
}

export function yearOf(day: DayNumber): number {
  return dateAt(day).getUTCFullYear();
}

/** Monday of an ISO 8601 week, null where the year has no such week: week 1 is the one that holds 4 January. */
export function mondayOfWeek(year: number, week: number): DayNumber | null {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (week - 1);
  // Most years have no week 53: its Thursday would lie in the next one.
  return yearOf(monday + 3) === year ? monday : null;
}
