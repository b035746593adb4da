import type { Collector } from "./findings.ts";
import { columnCells, headerText, type FoundTable } from "./find-tables.ts";
import { decimalSign, numberOf, type DecimalSign } from "./numbers.ts";
import { dateOf, dateOrder, serialText, yearPart, type DatedSpan, type DateForm, type DateOrder } from "./dates.ts";
import { languageOf } from "./header/language.ts";
import { parseHeader } from "./header/parse.ts";
import { plain } from "../words/plain.ts";
import { quoted, type CellValue } from "./sheet.ts";
import type { Field } from "./fields/index.ts";

/** Languages that write 1.860 for one thousand eight hundred and sixty. */
const COMMA_LANGUAGES: ReadonlySet<string> = new Set(["German", "Spanish", "Italian", "Dutch", "Portuguese", "French"]);

const headersOf = (table: FoundTable): string[] =>
  [...table.columns.values()].map((column) => headerText(table, column));

/** Decides the decimal sign of each of these columns: by the column, else by the sheet, else by the language of its headers; and says so. */
export function decimalSigns(
  table: FoundTable,
  columns: readonly number[],
  collector: Collector,
): ReadonlyMap<number, DecimalSign> {
  const cells = new Map(columns.map((column) => [column, columnCells(table, column)]));
  const sheetSign = decimalSign([...cells.values()].flat());
  const ofLanguage = COMMA_LANGUAGES.has(languageOf(headersOf(table)) ?? "") ? "," : ".";
  const signs = new Map<number, DecimalSign>();
  const commas: string[] = [];
  const open: string[] = [];
  for (const [column, values] of cells) {
    const own = decimalSign(values);
    signs.set(column, own ?? sheetSign ?? ofLanguage);
    if (signs.get(column) === "," && values.some((value) => typeof value === "string" && value.includes(",")))
      commas.push(headerText(table, column));
    const unclear =
      own === null &&
      sheetSign === null &&
      values.some((value) => typeof value === "string" && /^\s*-?\d{1,3}[.,]\d{3}\s*$/.test(value));
    if (unclear) open.push(headerText(table, column));
  }
  const list = (names: readonly string[]): string =>
    `"${names.slice(0, 5).join('", "')}"${names.length > 5 ? " and others" : ""}`;
  if (commas.length > 0)
    collector.note(
      `${table.sheet.name}: numbers in ${list(commas)} are text with a decimal comma ("1.234,5" is 1234.5).`,
    );
  if (open.length > 0)
    collector.note(
      `${table.sheet.name}: nothing in ${list(open)} tells a decimal sign from a thousands sign; ${ofLanguage === "," ? '"1.234" is taken as 1234 and "1,234" as 1.234' : '"1,234" is taken as 1234 and "1.234" as 1.234'}.`,
    );
  return signs;
}

/** Reads cells of one column as dates, with 03/04/2024 and 202403 decided from the whole column, and says how. */
export function dateReader(
  table: FoundTable,
  field: Field,
  collector: Collector,
  preferred: DateOrder | undefined,
  weeks = false,
): (cell: CellValue | undefined) => DatedSpan | null {
  const column = table.columns.get(field);
  const cells = column === undefined ? [] : columnCells(table, column);
  const order = orderOf(table, column, cells, collector, preferred);
  const counts = yearPart(cells, weeks || parseHeader(headerText(table, column)).sets.some((set) => set.has("week")));
  const serials = cells.some((cell) => serialText(cell) !== null);
  if (serials)
    collector.note(
      `${table.sheet.name}: "${headerText(table, column)}" holds dates as a spreadsheet's numbers in text ("45845" is 7 Jul 2025).`,
    );
  const seen = new Map<string, DatedSpan | null>();
  return (cell) => {
    if (typeof cell !== "string") return dateOf(cell, order, counts);
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const date = dateOf(cell, order, counts) ?? (serials ? serialText(cell) : null);
    if (seen.size < 100_000) seen.set(cell, date);
    return date;
  };
}

const FORMS: Readonly<Record<DateForm, string>> = {
  day: "day/month/year",
  month: "month/day/year",
  year: "year/month/day",
};

/** Whether the day or the month comes first; asked where neither the values nor their order tell. */
function orderOf(
  table: FoundTable,
  column: number | undefined,
  cells: readonly CellValue[],
  collector: Collector,
  preferred: DateOrder | undefined,
): DateForm {
  const found = dateOrder(cells);
  const header = headerText(table, column);
  const where = `${table.sheet.name}: dates in "${header}"`;
  if (found.proof === "unneeded") return preferred ?? found.order;
  if (found.proof === "proven") {
    collector.note(`${where} are read as ${FORMS[found.order]}.`);
    return found.order;
  }
  if (preferred !== undefined) return preferred;
  const example = cells.find((cell) => typeof cell === "string" && /^\d{1,2}\D\d{1,2}\D/.test(cell));
  const answer = collector.ask({
    id: `date order: ${plain(header)}`,
    sheet: table.sheet.name,
    about: `${where} could be day/month or month/day (${quoted(example)}): which comes first?`,
    choices: [
      { answer: "day", says: "The day comes first: 03/04/2025 is 3 April" },
      { answer: "month", says: "The month comes first: 03/04/2025 is March 4" },
    ],
    taken: "day",
  });
  return answer === "month" ? "month" : "day";
}

/** Reads a number from a field's column; undefined where the table has no such column or the cell is blank. */
export function numberReader(
  table: FoundTable,
  signs: ReadonlyMap<number, DecimalSign>,
): (row: readonly CellValue[], field: Field) => number | null | undefined {
  return (row, field) => {
    const column = table.columns.get(field);
    const cell = column === undefined ? undefined : row[column];
    if (column === undefined || cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === ""))
      return undefined;
    return numberOf(cell, signs.get(column) ?? ".");
  };
}
