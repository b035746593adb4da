import type { IsoDate, Period } from "./plan.ts";

/** Days in a period, on average: a month is a twelfth of 365.25 days. */
export const DAYS_IN: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 365.25 / 12 };

/** The season of a year's (or, for days, a week's) rhythm in each period. */
export const SEASON_OF: Readonly<Record<Period, number>> = { day: 7, week: 52, month: 12 };

const DAY = 86_400_000;

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The date so many days later; a part of a day counts as the day it falls in. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + Math.floor(days) * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "11 Jan", with the year where it is not the year of `today`'s next twelve months: "11 Jan 2028". */
export function shortDate(date: IsoDate, today: IsoDate): string {
  const text = `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
  return Math.abs(daysBetween(today, date)) > 330 ? `${text} ${date.slice(0, 4)}` : text;
}
