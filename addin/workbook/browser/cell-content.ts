import { cellString, excelDay, numberFormat } from "../../../shared/sheets/look.ts";
import type { ColumnKind, SpecCell } from "../../../shared/sheets/spec.ts";

/** The grid makes a link of text that is wholly `[label](address)`, whatever the address may be. */
const LINK = /^\[.+\]\(.+\)$/;

/** Text with the apostrophe that keeps it text ("00123", "=1+1"); a space after it where it would become a link. */
function textContent(text: string): string {
  return `'${LINK.test(text) ? `${text} ` : text}`;
}

/** What to type into a cell of the grid for it to hold this. */
export function cellContent(cell: SpecCell): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return textContent(cellString(cell));
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return "formula" in cell ? cell.formula : String(excelDay(cell.date));
}

/** Its number format; none for text, which the apostrophe keeps, but for blanks that the buyer will type a code into. */
export function cellFormat(kind: ColumnKind, cell: SpecCell): string | undefined {
  if (typeof cell === "string") return undefined;
  const format = numberFormat(kind, cell);
  if (format === "General") return undefined;
  return format === "@" && kind !== "entry" ? undefined : format;
}
