import { EXCEL_EPOCH } from "../calendar/dates.ts";
import { dayLabel } from "../calendar/words.ts";
import { isMissingMark, type Answer } from "./cells.ts";
import type { FunctionDefinition } from "./define.ts";

/** A range with more cells than this is shown as a block of the sheet rather than as an array constant. */
const INLINE_CELLS = 12;

/** A block of cells and where it stands: what an example needs on its sheet. */
export interface Block {
  /** Such as "A1:A36". */
  readonly reference: string;
  readonly firstColumn: number;
  readonly rows: readonly (readonly unknown[])[];
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** A cell's constant as it is typed into a formula. Array constants cannot hold a blank, which counts as 0. */
function constant(value: unknown, inArray = false): string {
  if (value === null || value === undefined || value === "") return inArray ? "0" : "";
  if (isMissingMark(value)) return '"NA"';
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : `"${String(value).replaceAll('"', '""')}"`;
}

const isRange = (argument: unknown): argument is unknown[][] => Array.isArray(argument) && Array.isArray(argument[0]);

function lastGiven(args: readonly unknown[]): number {
  return args.findLastIndex((value) => value !== null && value !== undefined && value !== "");
}

/** A call as it is typed into a cell, and the blocks of cells it refers to. Arguments left out at the end stay out. */
export function worksheetFormula(name: string, args: readonly unknown[]): { formula: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let column = 0;
  const typed = args.slice(0, lastGiven(args) + 1).map((argument) => {
    if (!isRange(argument)) return constant(argument);
    const width = argument[0]!.length;
    if (argument.length * width <= INLINE_CELLS)
      return `{${argument.map((row) => row.map((cell) => constant(cell, true)).join(",")).join(";")}}`;
    const reference = `${columnName(column)}1:${columnName(column + width - 1)}${argument.length}`;
    blocks.push({ reference, firstColumn: column, rows: argument });
    column += width + 1;
    return reference;
  });
  const list = typed.map((text, i) => (i === 0 ? text : text === "" ? "," : `, ${text}`)).join("");
  return { formula: `=${name}(${list})`, blocks };
}

/** What to know of an answer that fills several cells; undefined for others. */
export function spillNote({ name, spills }: Pick<FunctionDefinition, "name" | "spills">): string | undefined {
  return spills
    ? `The answer fills as many cells as it needs. In an Excel table nothing may spill (#SPILL!): take one cell of it, =INDEX(${name}(…), 1, 1).`
    : undefined;
}

/** Ten significant digits: more than a cell shows, fewer than the noise of the last bits. */
function shownNumber(x: number): string {
  const rounded = Number(x.toPrecision(10));
  return rounded.toLocaleString("en", { maximumSignificantDigits: 10 });
}

export function shownCell(cell: unknown): string {
  if (typeof cell === "number") return shownNumber(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell === null || cell === undefined ? "" : String(cell);
}

/** A cell of an answer; a serial number in the column of dates is the day it stands for, "15 Sep 2026". */
export function shownAnswer(cell: unknown, column: number, dates: number | undefined): string {
  return column === dates && typeof cell === "number" ? dayLabel(Math.floor(cell) - EXCEL_EPOCH) : shownCell(cell);
}

export function answerRows(answer: Answer): (number | string | boolean)[][] {
  return Array.isArray(answer) ? answer : [[answer]];
}
