import { dayOf, type DayNumber } from "../../calendar/dates.ts";
import type { DatedSpan } from "../dates.ts";
import type { FiscalPeriod } from "./label.ts";

/** Where the periods of fiscal years lie. */
export type FiscalYears = (period: FiscalPeriod) => DatedSpan | null;

/** When fiscal years begin. */
export interface YearStart {
  readonly answer: string;
  readonly month: number;
  /** Of the calendar year that the fiscal year is called after, 0, or of the one before, -1. */
  readonly shift: 0 | -1;
}

export const YEAR_STARTS: readonly YearStart[] = [
  { answer: "january", month: 1, shift: 0 },
  { answer: "february", month: 2, shift: 0 },
  { answer: "april", month: 4, shift: 0 },
  { answer: "july", month: 7, shift: -1 },
  { answer: "october", month: 10, shift: -1 },
];

const WEEK = 7;
/** Day number 0 was a Thursday. */
const MONDAY = 3;
const SUNDAY = 4;

function nearest(day: DayNumber, offset: number): DayNumber {
  const since = (day + offset) % WEEK;
  return since > WEEK / 2 ? day + WEEK - since : day - since;
}

/** First day of a fiscal year of weeks: the Monday nearest the first of its month, of February the Sunday, as US retailers count (NRF 4-5-4 calendar). */
export function firstDay({ month, shift }: YearStart, year: number, inWeeks: boolean): DayNumber {
  const first = dayOf(year + shift, month, 1) ?? 0;
  return inWeeks ? nearest(first, month === 2 ? SUNDAY : MONDAY) : first;
}

/** Calendar months from a month on. */
export const inMonths =
  (start: YearStart): FiscalYears =>
  ({ year, period }) => {
    const month = start.month - 1 + period - 1;
    const day = period > 12 ? null : dayOf(year + start.shift + Math.floor(month / 12), (month % 12) + 1, 1);
    return day === null ? null : { day, span: "month" };
  };

/** Periods of whole weeks, the same in every quarter or year; the last of a year has its 53rd week. */
export const inWeeks =
  (start: YearStart, weeks: readonly number[]): FiscalYears =>
  ({ year, period }) => {
    const lengths = Array.from(
      { length: Math.round(52 / (sum(weeks) / weeks.length)) },
      (_, i) => weeks[i % weeks.length] ?? 4,
    );
    if (period > lengths.length) return null;
    const first = firstDay(start, year, true);
    const all = (firstDay(start, year + 1, true) - first) / WEEK;
    const before = sum(lengths.slice(0, period - 1));
    const count = period === lengths.length ? all - before : (lengths[period - 1] ?? 4);
    return { day: first + before * WEEK, span: "week", weeks: count };
  };

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
