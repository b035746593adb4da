import { shown } from "../define/cells.ts";
import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { choice, integer, withDefault } from "../define/parameters.ts";
import { yearOf } from "../calendar/dates.ts";
import { PERIODS, startOf } from "../calendar/periods.ts";
import { countHolidays, LAST_YEAR } from "../demand/causes/holidays.ts";
import type { Engines } from "./engines.ts";
import { calendarDate } from "./parameters/calendar-date.ts";
import { countryCode } from "./parameters/country-code.ts";

export const holidays = defineServer({
  name: "HOLIDAYS",
  category: "Forecasting",
  summary: "Counts the holidays of each period in a country, as a driver for forecasts.",
  returns: "A column, one number a period: how many of its days are holidays.",
  spills: true,
  details: [
    "Holidays that move (Easter, Ramadan, Thanksgiving) and days given instead of one on a weekend are where they fall each year. Days give 0 or 1; weeks have seven days from the start date on; months begin on the start date's day of the month. Use it twice: for the history as drivers and for the periods ahead as future_drivers, or once for both.",
    'The kind "public" counts days when shops and offices are closed by law; "all" also half days and observances such as Halloween, Mother\'s Day or the day after Thanksgiving.',
  ],
  source: "the calendars of date-holidays, with data under CC BY 3.0",
  parameters: {
    country: countryCode({ doc: "Country, with region if wanted, such as DE, DE-BY or US-CA." }),
    start_date: calendarDate({ doc: "First day of the first period." }),
    periods: integer({ doc: "How many periods.", unit: "periods", min: 1, max: 10_000 }),
    period: withDefault(choice(PERIODS, { doc: "Length of a period: day, week or month." }), "day"),
    kind: withDefault(
      choice(["public", "all"], { doc: "Which days count: public holidays, or observances too." }),
      "public",
    ),
  },
  examples: [
    {
      says: "Germany, Maundy Thursday 2 April 2026 to Easter Tuesday",
      args: ["DE", "2026-04-02", 6],
      answer: [[0], [1], [0], [0], [1], [0]],
      source: "German law: Good Friday (3 April 2026) and Easter Monday (6 April) are holidays",
    },
    {
      says: "United States, the weeks from Monday 16 November 2026: Thanksgiving is in the second",
      args: ["us", 46342, 3, "week"],
      answer: [[0], [1], [0]],
      source: "5 U.S.C. 6103: fourth Thursday of November, 26 November 2026",
    },
    {
      says: "England, the months from December 2026: Christmas, Boxing Day and a Monday for it; New Year's Day",
      args: ["GB-ENG", "2026-12-01", 2, "month"],
      answer: [[3], [1]],
      source: "Banking and Financial Dealings Act 1971: 26 December 2026 is a Saturday, so Monday 28 December is given",
    },
  ],
  async compute({ country, start_date, periods, period, kind }, engines: Pick<Engines, "holidays">) {
    if (yearOf(startOf(start_date, period, periods) - 1) > LAST_YEAR)
      throw new UserError(`periods: must end by the year ${LAST_YEAR}; got ${periods}`);
    const calendar = await engines.holidays();
    const counts = countHolidays(
      calendar,
      country,
      start_date,
      periods,
      period,
      (day) => kind === "all" || day.isPublic,
    );
    if (counts === undefined)
      throw new UserError(
        `country: must be a country's two-letter code, with a region if wanted, such as DE, DE-BY or US-CA; got ${shown(country)}`,
      );
    return counts.map((count) => [count]);
  },
});
