import { dayNumber, isIsoDate } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";
import { UserError } from "../define/errors.ts";
import type { Settings } from "../purchasing/terms/plan.ts";
import type { DateOrder } from "./dates.ts";
import { Collector } from "./findings.ts";
import { findAllTables, type FoundTable, type UnreadSheet, type UnusedTable } from "./find-tables.ts";
import { withYear } from "./no-history.ts";
import { withoutOwnSheets } from "./own-sheets.ts";
import type { Answers } from "./questions.ts";
import { settleWeeks } from "./settle/weeks.ts";
import type { Sheet } from "./sheet.ts";

export interface SheetOptions {
  /** Day of the plan, ISO. */
  readonly today?: string | undefined;
  /** The real date, used as `today` where the history ends near it. */
  readonly now?: string | undefined;
  readonly period?: Period | undefined;
  /** How to read 03/04/2024 where the column does not tell. */
  readonly dateOrder?: DateOrder | undefined;
  /** Lead time of items without one. Default 14. */
  readonly leadTimeDays?: number | undefined;
  readonly settings?: Partial<Settings> | undefined;
  /** The tables as someone confirmed or corrected them; found by their headers where not given. */
  readonly tables?: readonly FoundTable[] | undefined;
  /** What was found besides those tables and is not used. */
  readonly unused?: readonly UnusedTable[] | undefined;
  /** Sheets of which nothing is used. */
  readonly unread?: readonly UnreadSheet[] | undefined;
  /** What was answered to the questions of an earlier reading. */
  readonly answers?: Answers | undefined;
}

const DEFAULT_LEAD_TIME_DAYS = 14;
/** What the parts of one reading share. */
export interface Reading {
  readonly sheets: readonly Sheet[];
  readonly tables: readonly FoundTable[];
  readonly unused: readonly UnusedTable[];
  readonly unread: readonly UnreadSheet[];
  readonly options: SheetOptions;
  readonly collector: Collector;
  readonly leadTimeDays: number;
  /** Day of the plan, where it is known. */
  readonly today: number | undefined;
}

export const ofRole = ({ tables }: Reading, role: FoundTable["role"]): FoundTable[] =>
  tables.filter((table) => table.role === role);

export function startReading(all: readonly Sheet[], options: SheetOptions): Reading {
  for (const name of ["today", "now"] as const) {
    const date = options[name];
    if (date !== undefined && !isIsoDate(date))
      throw new UserError(`${name}: "${date}" is not a date; it must be like 2026-11-23.`);
  }
  const sheets = withoutOwnSheets(all);
  const date = options.today ?? options.now;
  const today = date === undefined ? undefined : dayNumber(date);
  const found =
    options.tables === undefined
      ? findAllTables(sheets, today)
      : { tables: options.tables, unused: options.unused ?? [], unread: options.unread ?? [] };
  const collector = new Collector(options.answers);
  const dated = found.tables.filter(({ role, yearless = [] }) => role === "history" && yearless.length === 0);
  // Months without a year are asked about only where nothing else tells of sales.
  const tables = found.tables.flatMap((table) =>
    (table.yearless ?? []).length === 0
      ? [settleWeeks(table, collector)]
      : dated.length > 0
        ? []
        : [withYear(table, today, collector)],
  );
  return {
    sheets: all,
    tables,
    unused: found.unused,
    unread: found.unread,
    options,
    collector,
    today,
    leadTimeDays: options.leadTimeDays ?? DEFAULT_LEAD_TIME_DAYS,
  };
}
