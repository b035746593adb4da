import { parseHeader } from "./header/parse.ts";
import { plain } from "../words/plain.ts";
import { wordsOf } from "./wordlists.ts";
import { numberOf, type DecimalSign } from "./numbers.ts";
import type { CellValue } from "./sheet.ts";

const WORKING = { name: "working days", days: 7 / 5, concept: "workday" } as const;
const UNITS = [
  { name: "days", days: 1, words: wordsOf((language) => language.days) },
  { name: "weeks", days: 7, words: wordsOf((language) => language.weeks) },
  { name: "months", days: 365.25 / 12, words: wordsOf((language) => language.monthUnits) },
];

export interface LeadTimeUnit {
  readonly name: string;
  readonly days: number;
}

/** Letters of a duration formula: "14D", "2W", "1M". */
const LETTERS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 365.25 / 12 };

/** The unit a header names ("Lead time (weeks)", "Lieferzeit in Arbeitstagen"), or undefined. */
export function leadTimeUnit(header: string): LeadTimeUnit | undefined {
  if (saysWorkingDays(header)) return WORKING;
  const words = plain(header.replace(/[()[\]{}【】（）]/g, " ")).split(" ");
  return UNITS.find((unit) => words.some((word) => unit.words.has(word)));
}

function saysWorkingDays(text: string): boolean {
  return parseHeader(text).sets.some((set) => set.has(WORKING.concept));
}

function unitWritten(text: string): number | undefined {
  if (saysWorkingDays(text)) return WORKING.days;
  const word = plain(text);
  return UNITS.find(({ words }) => words.has(word))?.days ?? LETTERS[word];
}

/** A lead-time cell in days: a number in the header's unit, or text with its own ("6 weeks", "10-12 Tage": the longer). */
export function leadTimeDays(
  cell: CellValue | undefined,
  unit: LeadTimeUnit | undefined,
  sign: DecimalSign,
): number | null {
  const own =
    typeof cell === "string" ? /^\s*(?:[\d.,]+\s*(?:-|–|to|bis|a|à)\s*)?([\d.,]+)\s*(\D*)$/u.exec(cell) : null;
  const value = numberOf(own?.[1] ?? cell, sign);
  if (value === null || value < 0) return null;
  const words = own?.[2]?.trim() ?? "";
  const days = words === "" ? (unit?.days ?? 1) : unitWritten(words);
  return days === undefined ? null : Math.round(value * days);
}
