import { DAY_MS, dayNumber, type DayNumber } from "../../shared/calendar/dates.ts";
import type { Holiday, HolidayCalendar } from "../../shared/demand/causes/holidays.ts";

/** The local date at the head of "2026-04-03 00:00:00". */
const dayOf = (text: string): DayNumber => dayNumber(text.slice(0, 10));

let loading: Promise<HolidayCalendar> | undefined;

/** Reads the calendars of `date-holidays`, 13 MB of rules, when a holiday is first asked for. */
async function load(): Promise<HolidayCalendar> {
  const { default: Holidays } = await import("date-holidays");
  const known = new Map<string, readonly Holiday[] | undefined>();
  return {
    holidaysOf(code, year) {
      const key = `${code.toUpperCase()} ${year}`;
      if (!known.has(key)) known.set(key, read(code.toUpperCase(), year));
      return known.get(key);
    },
  };

  function read(code: string, year: number): readonly Holiday[] | undefined {
    const [country = "", state = "", region = ""] = code.split("-");
    const all = new Holidays();
    if (!(country in all.getCountries())) return undefined;
    if (state !== "" && !(state in (all.getStates(country) ?? {}))) return undefined;
    if (region !== "" && !(region in (all.getRegions(country, state) ?? {}))) return undefined;
    return new Holidays(country, state, region).getHolidays(year).map(({ date, start, end, type }) => {
      const from = dayOf(date);
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      return { from, to: from + length, isPublic: type === "public" };
    });
  }
}

export function holidayCalendar(): Promise<HolidayCalendar> {
  loading ??= load();
  return loading;
}
