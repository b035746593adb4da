import { DAY_MS, EXCEL_EPOCH, dayOf, mondayOfWeek, type DayNumber } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";
import { plain } from "../words/plain.ts";
import type { CellValue } from "./sheet.ts";
import { LANGUAGES } from "./synonyms/index.ts";
import { wordsOf } from "./wordlists.ts";
import { WEEKDAYS } from "./weekdays.ts";

/** Which comes first in 03/04/2024. */
export type DateOrder = "day" | "month";
/** How a column writes its days: "year" is 25/09/14, which nobody needs to be asked about. */
export type DateForm = DateOrder | "year";
/** What the number beside a year counts in 202403, 2024-03 or 03.2024. */
export type YearPart = "month" | "week";

/** A date with how long it lasts: "2024-W05" is a week, "Jan 2024" a month. */
export interface DatedSpan {
  readonly day: DayNumber;
  readonly span: Period;
  /** How many of them it lasts, where it is more than one: a fiscal period of 4 or 5 weeks. */
  readonly weeks?: number | undefined;
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

/** Words between the parts of a date: "5 de enero de 2024", "the 5th". */
const FILLERS = new Set([
  ...["de", "of", "del", "do", "den", "the", "le", "el", "il", "am", "th", "st", "nd", "rd", "er", "º"],
  ...WEEKDAYS,
]);

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

/** The forms in which a year stands beside one number: the year and the number. */
function yearAndPart(text: string): readonly [year: number, part: number] | null {
  const last = /^((?:19|20)\d{2})(?:[-./ ]?)(\d{2})$/.exec(text) ?? /^((?:19|20)\d{2})[-./ ](\d{1,2})$/.exec(text);
  if (last) return [Number(last[1]), Number(last[2])];
  const first = /^(\d{1,2})[-./ ]((?:19|20)\d{2})$/.exec(text);
  return first ? [Number(first[2]), Number(first[1])] : null;
}

function ofYear([year, part]: readonly [number, number], counts: YearPart): DatedSpan | null {
  return counts === "week" ? spanned(mondayOfWeek(year, part), "week") : spanned(dayOf(year, part, 1), "month");
}

function fromText(raw: string, order: DateForm, counts: YearPart): DatedSpan | null {
  const text = raw.normalize("NFKC").trim();
  if (text.length < 4 || text.length > 40 || !/\d/.test(text)) return null;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return spanned(dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])), "day");
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    if (order === "year" && (numeric[3] ?? "").length === 2)
      return spanned(dayOf(2000 + first, second, Number(numeric[3])), "day");
    const [day, month] = order === "day" ? [first, second] : [second, first];
    return spanned(dayOf(fullYear(numeric[3]), month, day), "day");
  }
  const compact = /^(20\d{2}|19\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return spanned(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])), "day");
  const pair = yearAndPart(text);
  if (pair) return ofYear(pair, counts);
  const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?(?:\s*(?:星期|周|週)\S)?$/.exec(text);
  if (chinese) {
    const day = dayOf(Number(chinese[1]), Number(chinese[2]), Number(chinese[3] ?? 1));
    return spanned(day, chinese[3] === undefined ? "month" : "day");
  }
  const words = plain(text);
  const weekLast = WEEK_LAST.exec(words);
  if (weekLast) return spanned(mondayOfWeek(Number(weekLast[1]), Number(weekLast[2])), "week");
  const weekFirst = WEEK_FIRST.exec(words);
  if (weekFirst) return spanned(mondayOfWeek(fullYear(weekFirst[2]), Number(weekFirst[1])), "week");
  return named(
    words
      .replace(/(\p{L})(\d)/gu, "$1 $2")
      .replace(/(\d)(\p{L})/gu, "$1 $2")
      .split(" "),
  );
}

/**
 * A cell as a date: a date cell, an Excel serial (from 1990 on), or text in the forms people write. Null where it is
 * none. `order` decides 03/04/2024 and `counts` what 202403 is.
 */
export function dateOf(cell: CellValue | undefined, order: DateForm, counts: YearPart = "month"): DatedSpan | null {
  if (cell instanceof Date) {
    const day = Math.floor(cell.getTime() / DAY_MS);
    return Number.isFinite(day) ? { day, span: "day" } : null;
  }
  if (typeof cell === "number") {
    if (isSerial(cell)) return { day: Math.floor(cell) - EXCEL_EPOCH, span: "day" };
    return Number.isInteger(cell) && cell >= 199_001 ? fromText(String(cell), order, counts) : null;
  }
  return typeof cell === "string" ? fromText(cell, order, counts) : null;
}

/** Excel's own count of a day between 1990 and 2099. */
export function isSerial(value: number): boolean {
  return value >= 32_874 && value < 73_051;
}

/** The day of an Excel serial that stands as text, "45845"; null for anything else. */
export function serialText(cell: CellValue | undefined): DatedSpan | null {
  const value = typeof cell === "string" && /^\d{5}(?:[.,]\d+)?$/.test(cell.trim()) ? Number.parseFloat(cell) : NaN;
  return isSerial(value) ? { day: Math.floor(value) - EXCEL_EPOCH, span: "day" } : null;
}

/** A month's name alone, without a year: 1 to 12, else undefined. */
export function monthNamed(cell: CellValue | undefined): number | undefined {
  return typeof cell === "string" && cell.length < 16 ? MONTH_OF.get(plain(cell)) : undefined;
}

/** A column header as a period. Plain numbers count only as Excel serials or as year and month or week. */
export function periodHeader(cell: CellValue | undefined, order: DateForm, counts?: YearPart): DatedSpan | null {
  if (typeof cell === "string")
    return fromText(
      cell.replace(/^\s*(week of|w\/c|wc|week commencing|ab|semaine du)\s+/i, ""),
      order,
      counts ?? "month",
    );
  return dateOf(cell, order, counts);
}

/** Whether the numbers beside years in these cells are weeks: one above 12 proves it, else the header's word does. */
export function yearPart(cells: Iterable<CellValue | undefined>, saysWeek: boolean): YearPart {
  for (const cell of cells) {
    if (typeof cell !== "string" && typeof cell !== "number") continue;
    const pair = yearAndPart(String(cell).normalize("NFKC").trim());
    if (pair !== null && pair[1] > 12 && pair[1] <= 53) return "week";
  }
  return saysWeek ? "week" : "month";
}

/** The numbers beside years in cells of which each is one: [year, number]. */
function partsOf(cells: Iterable<CellValue | undefined>): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  for (const cell of cells) {
    const pair =
      typeof cell === "string" || typeof cell === "number" ? yearAndPart(String(cell).normalize("NFKC").trim()) : null;
    if (pair !== null) parts.push(pair);
  }
  return parts;
}

/** Whether numbers like 202601 to 202610, read as months, lie ahead of a day, and read as weeks do not. */
export function weeksRather(cells: Iterable<CellValue | undefined>, today: DayNumber): boolean {
  const parts = partsOf(cells);
  if (parts.some(([, part]) => part > 12)) return false;
  const days = parts.map((pair) => [ofYear(pair, "month")?.day, ofYear(pair, "week")?.day] as const);
  if (days.length === 0 || days.some(([, week]) => week === undefined)) return false;
  const last = (which: 0 | 1): number => days.reduce((most, day) => Math.max(most, day[which] ?? -Infinity), -Infinity);
  return last(0) > today && last(1) <= today;
}

/** What a column of dates says about 03/04/2024: the order, and whether anything in it proves that. */
export function dateOrder(cells: Iterable<CellValue | undefined>): {
  readonly order: DateForm;
  readonly proof: "proven" | "assumed" | "unneeded";
} {
  const pairs: (readonly [number, number, number])[] = [];
  const seen = { day: 0, month: 0, ambiguous: 0, dotted: 0 };
  for (const cell of cells) {
    const match = typeof cell === "string" ? NUMERIC.exec(cell.normalize("NFKC").trim()) : null;
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (pairs.length < ROWS_IN_ORDER) pairs.push([first, second, fullYear(match[3])]);
    if (first > 12 && second <= 12) seen.day++;
    else if (second > 12 && first <= 12) seen.month++;
    else if (first !== second) seen.ambiguous++;
    if (match[0].includes(".")) seen.dotted++;
  }
  if (yearStands(pairs)) return { order: "year", proof: "proven" };
  if (seen.day !== seen.month) return { order: seen.day > seen.month ? "day" : "month", proof: "proven" };
  if (seen.ambiguous === 0) return { order: "day", proof: "unneeded" };
  const byRows = rowsInOrder(pairs);
  if (byRows !== undefined) return { order: byRows, proof: "proven" };
  return { order: "day", proof: seen.dotted > 0 ? "proven" : "assumed" };
}

const ROWS_IN_ORDER = 5000;
const FEWEST_DAYS = 8;

/** Where the first of three short numbers is the same few years and the last runs through a month, the year stands first. */
function yearStands(pairs: readonly (readonly [number, number, number])[]): boolean {
  const [firsts, lasts] = [0, 2].map((part) => new Set(pairs.map((pair) => pair[part] ?? 0)));
  if (firsts === undefined || lasts === undefined || lasts.size < FEWEST_DAYS) return false;
  const years = [...firsts].sort((a, b) => a - b);
  const inRow = years.every((year, i) => year > 12 && (i === 0 || year === (years[i - 1] ?? 0) + 1));
  return (
    inRow &&
    years.length * 2 < lasts.size &&
    pairs.every(([, second, last]) => second <= 12 && last >= 2001 && last <= 2031)
  );
}

/** The only reading in which the rows stand in order of time, upwards or downwards. */
function rowsInOrder(pairs: readonly (readonly [number, number, number])[]): DateOrder | undefined {
  const sorted = (order: DateOrder): boolean => {
    const days = pairs.map(([a, b, year]) => year * 10_000 + (order === "day" ? b * 100 + a : a * 100 + b));
    const steps = days.slice(1).map((day, i) => Math.sign(day - (days[i] ?? 0)));
    return steps.length >= 3 && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0));
  };
  const [day, month] = [sorted("day"), sorted("month")];
  return day === month ? undefined : day ? "day" : "month";
}
