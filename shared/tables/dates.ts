import { DAY_MS, EXCEL_EPOCH, dayOf, mondayOfWeek, type DayNumber } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";
import { plain } from "./plain.ts";
import type { CellValue } from "./sheet.ts";
import { LANGUAGES } from "./synonyms/index.ts";
import { wordsOf } from "./matches.ts";

/** Which comes first in 03/04/2024. */
export type DateOrder = "day" | "month";

/** A date with how long it lasts: "2024-W05" is a week, "Jan 2024" a month. */
export interface DatedSpan {
  readonly day: DayNumber;
  readonly span: Period;
}

const MONTH_OF = new Map<string, number>();
for (const language of LANGUAGES) {
  language.months.forEach((names, index) => names.forEach((name) => MONTH_OF.set(plain(name), index + 1)));
}
const WEEK_WORDS = [...wordsOf((language) => language.week)].sort((a, b) => b.length - a.length).join("|");
const YEAR = "((?:19|20)\\d{2}|\\d{2})";
const WEEK_LAST = new RegExp(`^((?:19|20)\\d{2}) ?(?:年 ?)?(?:${WEEK_WORDS}) ?(\\d{1,2})(?: ?(?:周|週))?$`, "u");
const WEEK_FIRST = new RegExp(`^(?:${WEEK_WORDS}) ?(\\d{1,2}) ${YEAR}$`, "u");
const NUMERIC = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\.?(?:[ T,]+\d{1,2}:\d{2}.*)?$/;
const YEAR_FIRST = /^((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$/;

/** Words between the parts of a date: "5 de enero de 2024". */
const FILLERS = new Set(["de", "of", "del", "do", "den"]);

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function spanned(day: DayNumber | null, span: Period): DatedSpan | null {
  return day === null ? null : { day, span };
}

/** Month by its name beside a year, a day or both, in any order: "Jan 2024", "5. Januar 2024", "Mar-24". */
function named(words: readonly string[]): DatedSpan | null {
  const month = words.map((word) => MONTH_OF.get(word)).find((found) => found !== undefined);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const fillers = words.filter((word) => FILLERS.has(word)).length;
  if (month === undefined || words.length !== numbers.length + fillers + 1) return null;
  if (numbers.length === 1)
    return (numbers[0] ?? "").length < 2 ? null : spanned(dayOf(fullYear(numbers[0]), month, 1), "month");
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) return null;
  return first.length === 4
    ? spanned(dayOf(Number(first), month, Number(second)), "day")
    : spanned(dayOf(fullYear(second), month, Number(first)), "day");
}

function fromText(raw: string, order: DateOrder): DatedSpan | null {
  const text = raw.normalize("NFKC").trim();
  if (text.length < 4 || text.length > 40 || !/\d/.test(text)) return null;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return spanned(dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])), "day");
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const [day, month] = order === "day" ? [first, second] : [second, first];
    return spanned(dayOf(fullYear(numeric[3]), month, day), "day");
  }
  const compact = /^(20\d{2}|19\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (compact) {
    const day = dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3] ?? 1));
    return spanned(day, compact[3] === undefined ? "month" : "day");
  }
  const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?$/.exec(text);
  if (chinese) {
    const day = dayOf(Number(chinese[1]), Number(chinese[2]), Number(chinese[3] ?? 1));
    return spanned(day, chinese[3] === undefined ? "month" : "day");
  }
  const words = plain(text);
  const weekLast = WEEK_LAST.exec(words);
  if (weekLast) return spanned(mondayOfWeek(Number(weekLast[1]), Number(weekLast[2])), "week");
  const weekFirst = WEEK_FIRST.exec(words);
  if (weekFirst) return spanned(mondayOfWeek(fullYear(weekFirst[2]), Number(weekFirst[1])), "week");
  const monthLast = /^((?:19|20)\d{2})[-./ ](\d{1,2})$/.exec(text);
  if (monthLast) return spanned(dayOf(Number(monthLast[1]), Number(monthLast[2]), 1), "month");
  const monthFirst = /^(\d{1,2})[-./ ]((?:19|20)\d{2})$/.exec(text);
  if (monthFirst) return spanned(dayOf(Number(monthFirst[2]), Number(monthFirst[1]), 1), "month");
  return named(
    words
      .replace(/(\p{L})(\d)/gu, "$1 $2")
      .replace(/(\d)(\p{L})/gu, "$1 $2")
      .split(" "),
  );
}

/**
 * A cell as a date: a date cell, an Excel serial (from 1990 on), or text in the forms people write. Null where it is
 * none. `order` decides 03/04/2024.
 */
export function dateOf(cell: CellValue | undefined, order: DateOrder): DatedSpan | null {
  if (cell instanceof Date) {
    const day = Math.floor(cell.getTime() / DAY_MS);
    return Number.isFinite(day) ? { day, span: "day" } : null;
  }
  if (typeof cell === "number") {
    if (cell >= 32_874 && cell < 73_051) return { day: Math.floor(cell) - EXCEL_EPOCH, span: "day" };
    return Number.isInteger(cell) && cell >= 199_001 ? fromText(String(cell), order) : null;
  }
  return typeof cell === "string" ? fromText(cell, order) : null;
}

/** A column header as a period. Plain numbers count only as Excel serials. */
export function periodHeader(cell: CellValue | undefined, order: DateOrder): DatedSpan | null {
  if (typeof cell === "string")
    return fromText(cell.replace(/^\s*(week of|w\/c|wc|week commencing|ab|semaine du)\s+/i, ""), order);
  return dateOf(cell, order);
}

/** What a column of dates says about 03/04/2024: the order, and whether anything in it proves that. */
export function dateOrder(cells: Iterable<CellValue | undefined>): {
  readonly order: DateOrder;
  readonly proof: "proven" | "assumed" | "unneeded";
} {
  let dayFirst = 0;
  let monthFirst = 0;
  let ambiguous = 0;
  let dotted = 0;
  for (const cell of cells) {
    const match = typeof cell === "string" ? NUMERIC.exec(cell.normalize("NFKC").trim()) : null;
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) dayFirst++;
    else if (second > 12 && first <= 12) monthFirst++;
    else if (first !== second) ambiguous++;
    if (match[0].includes(".")) dotted++;
  }
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? "day" : "month", proof: "proven" };
  return { order: "day", proof: ambiguous === 0 ? "unneeded" : dotted > 0 ? "proven" : "assumed" };
}
