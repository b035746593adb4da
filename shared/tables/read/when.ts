import { dayOf, mondayOfWeek } from "../../calendar/dates.ts";
import { dateReader } from "../columns.ts";
import { monthNamed, type DatedSpan, type DateOrder } from "../dates.ts";
import type { Collector } from "../findings.ts";
import { columnCells, headerText, type FoundTable } from "../find-tables.ts";
import { parseHeader } from "../header/parse.ts";
import { cellText, type CellValue } from "../sheet.ts";
import { weeksInColumn } from "../settle/weeks.ts";
import type { Concept } from "../words/concept.ts";

/** When a row happened: a date, or a year beside a week or a month. */
export interface When {
  readonly of: (row: readonly CellValue[]) => DatedSpan | null;
  /** The column to name where it is none. */
  readonly column: number | undefined;
}

const saysOf = (table: FoundTable, column: number | undefined, concept: Concept): boolean =>
  parseHeader(headerText(table, column)).sets.some((set) => set.has(concept));

/** The number in a cell that holds a week or a month: 7, "07", "W07", "KW 7", "Jul". */
function partOf(cell: CellValue | undefined): number {
  return monthNamed(cell) ?? Number(/^\D{0,4}(\d{1,2})\D?$/.exec(cellText(cell))?.[1] ?? NaN);
}

function partColumn(table: FoundTable): number | undefined {
  const { columns } = table;
  const own = columns.get("week") ?? columns.get("month");
  const date = columns.get("date");
  if (own !== undefined || date === undefined) return own;
  const small = columnCells(table, date)
    .slice(0, 200)
    .every((cell) => partOf(cell) >= 1);
  return small ? date : undefined;
}

/** Puts year and week or month of two columns together. */
function inTwoColumns(table: FoundTable, year: number, part: number): When {
  const weeks =
    table.columns.has("week") ||
    saysOf(table, part, "week") ||
    columnCells(table, part).some((cell) => partOf(cell) > 12);
  return {
    column: part,
    of(row) {
      const [of, number] = [Number(/(?:19|20)\d{2}/.exec(cellText(row[year]))?.[0]), partOf(row[part])];
      const day = weeks ? mondayOfWeek(of, number) : dayOf(of, number, 1);
      return day === null || Number.isNaN(day) ? null : { day, span: weeks ? "week" : "month" };
    },
  };
}

export function whenReader(
  table: FoundTable,
  collector: Collector,
  { order, today }: { readonly order?: DateOrder | undefined; readonly today?: number | undefined } = {},
): When {
  if (table.when !== undefined)
    return { of: table.when, column: table.columns.get("date") ?? table.columns.get("month") };
  const year = table.columns.get("year");
  const part = year === undefined ? undefined : partColumn(table);
  if (year !== undefined && part !== undefined) return inTwoColumns(table, year, part);
  const column = table.columns.get("date");
  const weeks = weeksInColumn(table, column, today, collector);
  const date = dateReader(table, "date", collector, order, weeks);
  return { column, of: (row) => date(row[column ?? -1]) };
}
