import { cellString, excelDay, numberFormat, TEXT_FORMAT } from "../../../shared/sheets/look.ts";
import { unlinked } from "./link-text.ts";
import type { ColumnKind, SpecCell } from "../../../shared/sheets/spec.ts";

/** Text for a cell that is formatted as text needs no apostrophe, and would show it; a formula would still be one. */
const isPlain = (text: string): boolean => !/^[=']/.test(text);

/** Text with the apostrophe that keeps it text ("00123", "=1+1"); a space after it where it would become a link. */
function textContent(kind: ColumnKind, text: string): string {
  const shown = unlinked(text);
  return kind === "entry" && isPlain(shown) ? shown : `'${shown}`;
}

/** The grid reads no exponents ("1e-7" would be text). Below its digits a number is 0. */
function numberContent(x: number): string {
  if (!Number.isFinite(x)) return "";
  const text = String(x);
  if (!text.includes("e")) return text;
  return Math.abs(x) < 1 ? x.toFixed(20) : BigInt(x).toString();
}

/** What to type into a cell of the grid for it to hold this. */
export function cellContent(kind: ColumnKind, cell: SpecCell): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return textContent(kind, cellString(cell));
  if (typeof cell === "number") return numberContent(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return "formula" in cell ? cell.formula : String(excelDay(cell.date));
}

/**
 * Its number format. Text has none, for the apostrophe keeps it, but where the buyer fills in: a code typed there must
 * stay text too.
 */
export function cellFormat(kind: ColumnKind, cell: SpecCell): string | undefined {
  if (kind === "entry") return cell === null || (typeof cell === "string" && isPlain(cell)) ? TEXT_FORMAT : undefined;
  const format = numberFormat(kind, cell);
  return cell === null || format === "General" || format === TEXT_FORMAT ? undefined : format;
}
