import { plain } from "./plain.ts";
import { wordsOf } from "./matches.ts";
import { numberOf, type DecimalSign } from "./numbers.ts";
import type { CellValue } from "./sheet.ts";

const UNITS = [
  { name: "days", days: 1, words: wordsOf((language) => language.days) },
  { name: "weeks", days: 7, words: wordsOf((language) => language.weeks) },
  { name: "months", days: 365.25 / 12, words: wordsOf((language) => language.monthUnits) },
];

export interface LeadTimeUnit {
  readonly name: string;
  readonly days: number;
}

/** The unit a header names ("Lead time (weeks)", "Lieferzeit in Wochen"), or undefined. */
export function leadTimeUnit(header: string): LeadTimeUnit | undefined {
  const words = plain(header.replace(/[()[\]{}【】（）]/g, " ")).split(" ");
  return UNITS.find((unit) => words.some((word) => unit.words.has(word)));
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
  const word = plain(own?.[2] ?? "");
  const written = word === "" ? unit : UNITS.find(({ words }) => words.has(word));
  return word !== "" && written === undefined ? null : Math.round(value * (written?.days ?? 1));
}
