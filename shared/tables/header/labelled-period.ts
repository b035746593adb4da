import { periodHeader } from "../dates.ts";
import { cellText, type CellValue } from "../sheet.ts";
import { parseHeader } from "./parse.ts";

/** Words beside a period in one header, at most. */
const MOST_WORDS = 3;

/** A header that names a period and what is counted in it: "Jan 2026" and "Qty". */
export interface LabelledPeriod {
  readonly period: string;
  readonly label: string;
}

/** "Jan 2026 Qty" taken apart, where the words before or behind a period are known; undefined for anything else. */
export function labelledPeriod(cell: CellValue | undefined): LabelledPeriod | undefined {
  if (typeof cell !== "string" || !/\d/.test(cell) || cell.length > 60) return undefined;
  const words = cellText(cell).split(/[\s_:]+/);
  for (let count = 1; count <= MOST_WORDS && count < words.length; count++)
    for (const [period, label] of [
      [words.slice(0, -count), words.slice(-count)],
      [words.slice(count), words.slice(0, count)],
    ] as const) {
      const one = { period: period.join(" "), label: label.join(" ").replace(/[()]/g, "") };
      if (periodHeader(one.period, "day") !== null && parseHeader(one.label).sets.length > 0) return one;
    }
  return undefined;
}
