import { dateAt, daysBetween, type DayNumber, type IsoDate } from "./dates.ts";
import type { Period } from "./periods.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as a buyer reads it: "16 Nov 2026". */
export function dayLabel(day: DayNumber): string {
  const date = dateAt(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A period, by its first day, as a buyer reads it: "Week of 16 Nov 2026", "Nov 2026", "16 Nov 2026". */
export function periodLabel(start: DayNumber, period: Period): string {
  if (period === "month") return dayLabel(start).slice(2);
  return period === "week" ? `Week of ${dayLabel(start)}` : dayLabel(start);
}

/** "11 Jan", with the year where it is not the year of `today`'s next twelve months: "11 Jan 2028". */
export function shortDate(date: IsoDate, today: IsoDate): string {
  const text = `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
  return Math.abs(daysBetween(today, date)) > 330 ? `${text} ${date.slice(0, 4)}` : text;
}
