import { dayLabel } from "../../calendar/words.ts";
import type { Collector } from "../findings.ts";
import { columnCells, headerText, type FoundTable } from "../find-tables.ts";
import { statedYears } from "../fiscal/calendar.ts";
import {
  fiscalLabel,
  fiscalPeriod,
  MOST_PERIODS,
  quarterWeeks,
  saysFiscal,
  type FiscalPeriod,
} from "../fiscal/label.ts";
import { firstDay, inMonths, inWeeks, YEAR_STARTS, type FiscalYears } from "../fiscal/years.ts";
import { says } from "../header/parse.ts";
import { cellText, type CellValue, type Sheet } from "../sheet.ts";

/** Reads a cell, or the two cells of a row, as a period of a fiscal year. */
type PeriodOf = (row: readonly CellValue[]) => FiscalPeriod | undefined;

/** Rows above a table in which it may be said how its periods lie. */
const ROWS_ABOVE = 12;
const SAMPLE = 300;

const numberIn = (cell: CellValue | undefined): number => Number(/\d+/.exec(cellText(cell))?.[0]);

/** How the rows of a history name fiscal periods; undefined where they have dates, weeks or months. */
function rowPeriods(table: FoundTable): PeriodOf | undefined {
  const [year, date] = [table.columns.get("year"), table.columns.get("date") ?? table.columns.get("month")];
  if (date === undefined) return undefined;
  const cells = columnCells(table, date).slice(0, SAMPLE);
  if (cells.length > 0 && cells.every((cell) => fiscalLabel(cell) !== undefined))
    return (row) => fiscalLabel(row[date]);
  const header = headerText(table, date);
  if (year === undefined || says(header, "week") || says(header, "month") || says(header, "day")) return undefined;
  const numbers = cells.map(numberIn);
  const most = Math.max(...numbers);
  const fiscal =
    most === MOST_PERIODS || [header, headerText(table, year)].some(saysFiscal) || stated(table) !== undefined;
  if (!fiscal || !numbers.every((one) => one >= 1 && one <= MOST_PERIODS)) return undefined;
  return (row) => fiscalPeriod(numberIn(row[year]), numberIn(row[date]));
}

/** Weeks of the periods, where the sheet's name, a row above the table or one of its headers states them. */
function stated({ sheet, header }: FoundTable): readonly number[] | undefined {
  const above = sheet.rows.slice(Math.max(0, header - ROWS_ABOVE), header + 1).flat();
  for (const text of [sheet.name, ...above]) {
    const weeks = typeof text === "string" ? quarterWeeks(text) : undefined;
    if (weeks !== undefined) return weeks;
  }
  return undefined;
}

/** Asks when the fiscal years begin, with the first day of one in each choice. */
function askStart(
  table: FoundTable,
  weeks: readonly number[] | undefined,
  year: number,
  collector: Collector,
): FiscalYears {
  const form = weeks === undefined ? "months" : weeks.length === 1 ? "four weeks each" : weeks.join("-");
  const answer = collector.ask({
    id: `fiscal year: ${form}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name} has periods of fiscal years (${form}): on which day does fiscal year ${year} begin?`,
    choices: YEAR_STARTS.map((start) => ({
      answer: start.answer,
      says: `On ${dayLabel(firstDay(start, year, weeks !== undefined))}: period 1 begins there`,
    })),
    taken: YEAR_STARTS[0]?.answer ?? null,
  });
  const start = YEAR_STARTS.find((one) => one.answer === answer) ?? YEAR_STARTS[0];
  if (start === undefined) return () => null;
  return weeks === undefined ? inMonths(start) : inWeeks(start, weeks);
}

function yearsFor(
  table: FoundTable,
  periods: readonly FiscalPeriod[],
  sheets: readonly Sheet[],
  collector: Collector,
): FiscalYears {
  const calendar = statedYears(sheets.filter(({ name }) => name !== table.sheet.name));
  if (calendar !== undefined) {
    collector.note(`${table.sheet.name}: fiscal periods lie as sheet "${calendar.sheet}" says.`);
    return calendar.years;
  }
  const most = periods.reduce((all, { period }) => Math.max(all, period), 0);
  const weeks = most === MOST_PERIODS ? [4] : stated(table);
  if (weeks !== undefined)
    collector.note(`${table.sheet.name}: the demand of a fiscal period is spread evenly over its weeks.`);
  return askStart(
    table,
    weeks,
    periods.reduce((last, { year }) => Math.max(last, year), 0),
    collector,
  );
}

/** Gives a history in fiscal periods the days on which they lie: by a calendar of the workbook, by what is stated, or by asking. */
export function settleFiscal(table: FoundTable, sheets: readonly Sheet[], collector: Collector): FoundTable {
  const { fiscal = [] } = table;
  if (fiscal.length > 0) {
    const years = yearsFor(
      table,
      fiscal.map(({ at }) => at),
      sheets,
      collector,
    );
    const periods = fiscal.flatMap(({ column, at }) => {
      const span = years(at);
      return span === null ? [] : [{ column, span }];
    });
    return { ...table, periods };
  }
  const periodOf = table.role === "history" && table.periods.length === 0 ? rowPeriods(table) : undefined;
  if (periodOf === undefined) return table;
  const rows = table.sheet.rows.slice(table.header + 1, table.region?.bottom);
  const known = rows.flatMap((row) => periodOf(row) ?? []);
  const years = yearsFor(table, known, sheets, collector);
  return {
    ...table,
    when: (row) => {
      const at = periodOf(row);
      return at === undefined ? null : years(at);
    },
  };
}
