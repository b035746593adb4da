import { dateAt, type DayNumber } from "../../calendar/dates.ts";
import { dateOf, dateOrder } from "../dates.ts";
import { columnsOf, type Column } from "../decide/columns.ts";
import { says } from "../header/parse.ts";
import { sheetRegions } from "../layout/blocks.ts";
import type { Region } from "../layout/region.ts";
import { cellText, type Sheet } from "../sheet.ts";
import { fiscalLabel, fiscalPeriod, type FiscalPeriod } from "./label.ts";
import type { FiscalYears } from "./years.ts";

/** Longer lists are no calendar of periods. */
const MOST_ROWS = 600;
const WEEK = 7;
/** Days of a year of 52 weeks. */
const YEAR = 52 * WEEK;
const keyOf = ({ year, period }: FiscalPeriod): string => `${year}-${period}`;

interface Columns {
  readonly year: number | undefined;
  readonly period: number;
  readonly start: number;
}

/** The columns of a calendar: a period (with a year beside it or in it) and the day on which it begins. */
function calendarColumns(region: Region): Columns | undefined {
  const columns = columnsOf(region);
  const dated = columns.filter(({ values }) => values.dates >= 0.4);
  const start =
    dated.find(({ scores }) => (scores.get("start") ?? 0) > 0.7) ?? (dated.length > 0 ? dated[0] : undefined);
  const others = columns.filter((column) => column !== start);
  const labels = (column: Column): boolean =>
    column.values.filled > 0 && [...column.values.codes].every((code) => fiscalLabel(code) !== undefined);
  const year = others.find(({ header, values }) => says(header, "year") && values.numbers > 0.9);
  const period =
    others.find(labels) ??
    others.find((one) => one !== year && (says(one.header, "time") || says(one.header, "month")));
  if (start === undefined || period === undefined || (year === undefined && !labels(period))) return undefined;
  return { year: year?.column, period: period.column, start: start.column };
}

function entriesOf(region: Region): Map<string, DayNumber> {
  const columns = calendarColumns(region);
  const rows = region.sheet.rows.slice(region.header + 1, region.bottom);
  const found = new Map<string, DayNumber>();
  if (columns === undefined || rows.length > MOST_ROWS) return found;
  const { order } = dateOrder(rows.map((row) => row[columns.start]));
  for (const row of rows) {
    const number = Number(/\d+/.exec(cellText(row[columns.period]))?.[0]);
    const at =
      columns.year === undefined
        ? fiscalLabel(row[columns.period])
        : fiscalPeriod(Number(/\d+/.exec(cellText(row[columns.year]))?.[0]), number);
    const day = dateOf(row[columns.start], order)?.day;
    if (at !== undefined && day !== undefined && !found.has(keyOf(at))) found.set(keyOf(at), day);
  }
  return found;
}

/** Periods as a table of the workbook says when each begins; each ends where the next begins, the last of a year after 52 weeks. */
export function statedYears(
  sheets: readonly Sheet[],
): { readonly sheet: string; readonly years: FiscalYears } | undefined {
  for (const sheet of sheets)
    for (const region of sheetRegions(sheet)) {
      const starts = entriesOf(region);
      if (starts.size < 2) continue;
      return { sheet: sheet.name, years: (period) => spanFrom(starts, period) };
    }
  return undefined;
}

function spanFrom(starts: ReadonlyMap<string, DayNumber>, period: FiscalPeriod): ReturnType<FiscalYears> {
  const day = starts.get(keyOf(period));
  if (day === undefined) return null;
  const days = [...starts.values()].sort((a, b) => a - b);
  const first = starts.get(keyOf({ ...period, period: 1 }));
  const whole = first !== undefined && period.period >= 12 ? first + YEAR : undefined;
  const next = days[days.indexOf(day) + 1] ?? whole ?? day + 4 * WEEK;
  if (dateAt(day).getUTCDate() === 1 && dateAt(next).getUTCDate() === 1) return { day, span: "month" };
  return { day, span: "week", weeks: Math.max(1, Math.round((next - day) / WEEK)) };
}
