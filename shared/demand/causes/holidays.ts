import { yearOf, type DayNumber } from "../../calendar/dates.ts";
import { startOf, type Period } from "../../calendar/periods.ts";

/** One holiday or observance: the days from `from` up to but not `to`. */
export interface Holiday {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Whether shops and offices are closed by law; otherwise an observance or a half day. */
  readonly isPublic: boolean;
}

export interface HolidayCalendar {
  /**
   * Holidays of a year by country and region, such as "DE", "DE-BY" or "US-CA"; undefined where the code is unknown.
   */
  holidaysOf(code: string, year: number): readonly Holiday[] | undefined;
}

/** The last year of the calendars: those that follow the moon are not computed much further. */
export const LAST_YEAR = 2100;

/** How many days of each period are holidays; undefined where the code is unknown. A day counts once. */
export function countHolidays(
  calendar: HolidayCalendar,
  code: string,
  start: DayNumber,
  count: number,
  period: Period,
  counts: (holiday: Holiday) => boolean,
): number[] | undefined {
  const starts = Array.from({ length: count + 1 }, (_, i) => startOf(start, period, i));
  const days = new Set<DayNumber>();
  // A holiday of several days may have begun in the year before.
  for (let year = yearOf(start) - 1; year <= yearOf(starts[count]! - 1); year += 1) {
    const holidays = calendar.holidaysOf(code, year);
    if (holidays === undefined) return undefined;
    for (const holiday of holidays)
      if (counts(holiday)) for (let day = holiday.from; day < holiday.to; day += 1) days.add(day);
  }
  return starts.slice(0, count).map((from, i) => {
    let sum = 0;
    for (let day = from; day < starts[i + 1]!; day += 1) sum += days.has(day) ? 1 : 0;
    return sum;
  });
}
