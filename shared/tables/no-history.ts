import { UserError } from "../define/errors.ts";
import { dateAt, dayOf } from "../calendar/dates.ts";
import { periodLabel } from "../calendar/words.ts";
import { monthNamed } from "./dates.ts";
import { assign, columnsOf } from "./decide/columns.ts";
import type { Collector } from "./findings.ts";
import { headerText, type FoundTable, type UnreadSheet, type UnusedTable } from "./find-tables.ts";
import { sheetRegions } from "./layout/blocks.ts";
import { ownHeader } from "./layout/region.ts";
import { plain } from "../words/plain.ts";
import type { Question } from "./questions.ts";
import { cellText, type Sheet } from "./sheet.ts";

/** Thrown where nothing can be planned before the buyer has answered. */
export class OpenQuestionError extends UserError {
  constructor(readonly question: Question) {
    super(`${question.about} ${question.choices.map(({ says }) => says).join("; ")}.`);
  }
}

function headersSeen(sheets: readonly Sheet[]): string {
  const seen = sheets.slice(0, 5).map(({ name, rows }) => {
    const header = rows.find((row) => row.filter((cell) => typeof cell === "string").length > 1) ?? [];
    return `"${name}" (${header.map(cellText).filter(Boolean).slice(0, 8).join(", ") || "empty"})`;
  });
  return seen.join("; ");
}

/** What a sheet has of a history and what it lacks; undefined where it has nothing of one, or all. */
function lackOf(sheet: Sheet): string | undefined {
  const [region] = sheetRegions(sheet);
  if (region === undefined) return undefined;
  const { columns } = assign(columnsOf(region), "history");
  const parts = [
    { name: "the SKU", column: columns.get("sku") },
    { name: "the date", column: columns.get("date") ?? columns.get("year") },
    { name: "the quantity", column: columns.get("quantity") ?? columns.get("quantity_out") },
  ];
  const there = parts.flatMap(({ name, column }) =>
    column === undefined ? [] : [`"${ownHeader(region, column)}" is ${name}`],
  );
  const lacking = parts.filter(({ column }) => column === undefined).map(({ name }) => name);
  if (there.length === 0 || lacking.length === 0) return undefined;
  return `On "${sheet.name}", ${there.join(" and ")}; no column is known as ${lacking.join(" or ")}.`;
}

/** Why there is nothing to forecast from: what was seen and what is missing. */
export function noHistory(
  sheets: readonly Sheet[],
  unused: readonly UnusedTable[],
  unread: readonly UnreadSheet[],
): UserError {
  const money = unused.find((table) => table.money.length > 0);
  const left = unused.filter(({ named }) => named !== undefined && named !== "items");
  const reasons = [
    ...(money
      ? [`"${money.money[0]}" on "${money.sheet}" is money: add a column "Quantity" with the units sold.`]
      : []),
    ...left.filter((table) => table !== money).map(({ sheet, what }) => `"${sheet}" is ${what}.`),
    ...sheets.filter(({ name }) => unread.some(({ sheet }) => sheet === name)).flatMap((sheet) => lackOf(sheet) ?? []),
  ];
  return new UserError(
    `No demand history was found. ${reasons
      .slice(0, 4)
      .map((reason) => `${reason} `)
      .join(
        "",
      )}A sheet must have either the columns Date, SKU and Quantity, or a SKU column and a column a period (2024-W05, Jan 2024, …). Seen: ${headersSeen(sheets)}.`,
  );
}

/** Gives months without a year the year that the buyer says; asks for it where it is not known. */
export function withYear(table: FoundTable, today: number | undefined, collector: Collector): FoundTable {
  const columns = table.yearless ?? [];
  if (columns.length === 0) return table;
  const months = columns.map((column) => monthNamed(table.sheet.rows[table.header]?.[column]) ?? 1);
  const [first, last] = [headerText(table, columns[0]), headerText(table, columns.at(-1))];
  const now = dateAt(today ?? 0).getUTCFullYear();
  const years = today === undefined ? [] : [now, now - 1, now - 2];
  const question: Question = {
    id: `year: ${plain(first)} to ${plain(last)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: the columns "${first}" to "${last}" are months without a year: which year do they begin in?`,
    choices: years.map((year) => ({ answer: String(year), says: `"${first}" is ${monthLabel(year, months[0] ?? 1)}` })),
    taken: null,
  };
  const answer = collector.ask(question);
  if (answer === null) throw new OpenQuestionError(question);
  let year = Number(answer);
  const periods = columns.map((column, i) => {
    if (i > 0 && (months[i] ?? 1) <= (months[i - 1] ?? 0)) year++;
    return { column, span: { day: dayOf(year, months[i] ?? 1, 1) ?? 0, span: "month" as const } };
  });
  return { ...table, periods, yearless: [] };
}

function monthLabel(year: number, month: number): string {
  const day = dayOf(year, month, 1) ?? 0;
  return periodLabel(day, "month");
}
