import { weeksRather } from "../dates.ts";
import type { Collector } from "../findings.ts";
import { columnCells, headerText, type FoundTable } from "../find-tables.ts";
import { says } from "../header/parse.ts";
import { plain } from "../../words/plain.ts";
import { cellText } from "../sheet.ts";

function ask(table: FoundTable, names: string, collector: Collector): boolean {
  const answer = collector.ask({
    id: `weeks or months: ${plain(names.replace(/\d/g, ""))}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: are ${names} weeks or months of the year? As months the last would lie ahead.`,
    choices: [
      { answer: "weeks", says: "Weeks: the history ends with the last of them" },
      { answer: "months", says: "Months: those that are not over yet are left out" },
    ],
    taken: "weeks",
  });
  return answer !== "months";
}

/** A column a week or a column a month, where only the day of the plan tells. */
export function settleWeeks(table: FoundTable, collector: Collector): FoundTable {
  const { weeks = [], periods } = table;
  if (weeks.length === 0) return table;
  const [first, last] = [periods[0]?.column, periods.at(-1)?.column];
  const names = `"${headerText(table, first)}" to "${headerText(table, last)}"`;
  return ask(table, names, collector) ? { ...table, periods: weeks } : table;
}

/** Whether the numbers of a column of dates are weeks although none is above 12. */
export function weeksInColumn(
  table: FoundTable,
  column: number | undefined,
  today: number | undefined,
  collector: Collector,
): boolean {
  if (column === undefined || today === undefined || says(headerText(table, column), "week")) return false;
  const cells = columnCells(table, column);
  if (!weeksRather(cells, today)) return false;
  const examples = `"${cellText(cells[0])}" to "${cellText(cells.at(-1))}" in "${headerText(table, column)}"`;
  return ask(table, examples, collector);
}
