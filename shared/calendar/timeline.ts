import type { DayNumber } from "./dates.ts";
import { DAYS_IN, periodIndex, periodStart, startOf, type Period } from "./periods.ts";

/**
 * Consecutive periods by the calendar and the place of every day in them: position 0 is the start of the first period,
 * 1.5 the middle of the second. Months are months of 28 to 31 days, and days are calendar days, so no clock change
 * makes one longer.
 */
export interface Timeline {
  /** First day of period `i`; below 0, of one before the first. */
  startOf(i: number): DayNumber;
  /** Position of a day, which may be a fraction of one. */
  at(day: DayNumber): number;
  /** The day, and fraction of it, at a position. */
  dayAt(position: number): DayNumber;
}

/** The periods from a first day on. */
export function timeline(start: DayNumber, period: Period): Timeline {
  const first = (i: number): DayNumber => startOf(start, period, i);
  return {
    startOf: first,
    at(day) {
      let i = Math.floor((day - start) / DAYS_IN[period]);
      while (first(i) > day) i -= 1;
      while (first(i + 1) <= day) i += 1;
      return i + (day - first(i)) / (first(i + 1) - first(i));
    },
    dayAt(position) {
      const i = Math.floor(position);
      return first(i) + (position - i) * (first(i + 1) - first(i));
    },
  };
}

/** The day after a period that begins on `first`; a month is the calendar's, whichever day of it is given. */
export function dayAfter(first: DayNumber, period: Period): DayNumber {
  return startOf(period === "month" ? periodStart(periodIndex(first, period), period) : first, period, 1);
}
