import { DAY_MS, dayNumber, EXCEL_EPOCH } from "../calendar/dates.ts";
import { NUMBER_FORMATS } from "../define/shows.ts";
import type { ColumnKind, SpecCell, Tone } from "./spec.ts";

/** Colours of written sheets, as Excel takes them. */
export const COLOURS = {
  ink: "#1F3B4D",
  paper: "#FFFFFF",
  muted: "#5B6770",
  line: "#D9DEE3",
  total: "#EEF2F5",
  heading: "#DCE6EC",
  input: "#FFF8DC",
  inputText: "#0B4F9E",
} as const;

/** Text and fill of a highlighted cell. */
export const TONES: Readonly<Record<Tone, { readonly text: string; readonly fill: string }>> = {
  bad: { text: "#A8071A", fill: "#FFE3E0" },
  warning: { text: "#7A3E00", fill: "#FFD591" },
  good: { text: "#135200", fill: "#D9F7BE" },
};

export const TEXT_FORMAT = "@";
const TENTHS = "#,##0.0";
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: TEXT_FORMAT,
  wrapped: TEXT_FORMAT,
  entry: TEXT_FORMAT,
  quantity: "#,##0",
  input: "#,##0",
  money: NUMBER_FORMATS.money,
  rate: "0.0000",
  date: NUMBER_FORMATS.date,
};

/** Format codes of each kind; quantities below 10 that are not whole show a tenth, so that 0.4 is not shown as 0. */
export function numberFormat(kind: ColumnKind, cell: SpecCell | undefined): string {
  if (typeof cell === "string") return TEXT_FORMAT;
  if (typeof cell === "number" && !Number.isInteger(cell) && Math.abs(cell) < 10 && FORMATS[kind] === "#,##0")
    return TENTHS;
  // A formula in a text cell would be shown, not calculated.
  if (typeof cell === "object" && cell !== null && "formula" in cell && isTextKind(kind)) return "General";
  return FORMATS[kind];
}

export function isTextKind(kind: ColumnKind): boolean {
  return FORMATS[kind] === TEXT_FORMAT;
}

/** Kinds that the buyer fills in: shown on a light ground. */
export function isForInput(kind: ColumnKind): boolean {
  return kind === "input" || kind === "entry";
}

/** Longest text of a cell in Excel (specifications and limits). */
const MAX_TEXT = 32_767;

/** Text as a cell can hold it: no characters that no workbook file can hold, none beyond Excel's limit. */
export function cellString(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must go: XML 1.0 has no way to write them.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").slice(0, MAX_TEXT);
}

/** Excel's day number of a date. */
export function excelDay(date: string): number {
  return Math.round(dayNumber(date)) + EXCEL_EPOCH;
}

/** The date of an Excel day number, UTC. */
export function dateOfExcelDay(day: number): Date {
  return new Date(Math.round(day * DAY_MS) - EXCEL_EPOCH * DAY_MS);
}

/** Whether a number format shows its number as a date: has a day, month or year outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").split(";")[0] ?? "";
  return /[dy]|m{3,}/i.test(bare) && !/general|standard/i.test(bare);
}
