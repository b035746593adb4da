import { plain } from "../words/plain.ts";
import type { CellValue } from "./sheet.ts";

const YES = new Set(
  "yes y true t 1 x ja j wahr oui o vrai si s verdadero verdadeiro sim vero waar 是 有 对 ✓ ✔ on".split(" "),
);
const NO = new Set("no n false f 0 nein falsch non faux falso nee onwaar nao 否 无 不 ✗ off - –".split(" "));

const word = (cell: CellValue | undefined): string =>
  typeof cell === "string"
    ? plain(cell) || cell.trim()
    : typeof cell === "number" || typeof cell === "boolean"
      ? String(cell)
      : "";

/** A cell that says yes in any language, by a sign or as 1. */
export function isYes(cell: CellValue | undefined): boolean {
  return YES.has(word(cell));
}

/** A cell that says no in any language, by a sign or as 0. */
export function isNo(cell: CellValue | undefined): boolean {
  return NO.has(word(cell));
}
