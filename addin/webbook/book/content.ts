import { helpers } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { unlinked } from "../../workbook/grid/link-text.ts";
import { withSignedBases } from "../excel-functions/negative-base.ts";
import type { BookCell } from "./book.ts";
import { knownFormula } from "./known-formula.ts";

export interface Content {
  readonly content: string;
  readonly format?: string;
}

const TEXT = "@";

const known = new Map<string, string | undefined>();

/** Formats the grid understands; a date stays one, anything else it does not know is shown plainly. */
function gridFormat(format: string | undefined): string | undefined {
  if (format === undefined || format === "General") return undefined;
  if (!known.has(format)) known.set(format, understood(format));
  return known.get(format);
}

function understood(format: string): string | undefined {
  const [positive = ""] = format.split(";");
  const plain = positive
    .replace(/\[\$[^\]]*\]|\[(?:[A-Z][a-z]+|Color\d+)\]/g, "")
    .replace(/_.|\*./g, "")
    .trim();
  for (const candidate of [format, plain]) {
    try {
      helpers.parseFormat(candidate);
      return candidate;
    } catch {
      continue;
    }
  }
  return /[yd]/i.test(plain.replace(/"[^"]*"/g, "")) ? "yyyy-mm-dd" : undefined;
}

function textContent(written: string, format: string | undefined): Content {
  const text = unlinked(written);
  // A leading equals sign would make it a formula and a leading apostrophe would vanish, even in a text cell.
  if (/^[='+]/.test(text)) return { content: `'${text}` };
  return { content: text, format: format === undefined || format === "General" ? TEXT : (gridFormat(format) ?? TEXT) };
}

/** What is typed into the grid for this cell to hold. */
export function contentOf(cell: BookCell): Content | undefined {
  const { value, formula, error } = cell;
  const format = gridFormat(cell.format);
  const formatted = (content: string): Content => ({ content, ...(format !== undefined && { format }) });
  if (formula !== undefined && knownFormula(formula)) return formatted(withSignedBases(formula));
  if (error !== undefined) return formatted(error);
  if (value === null) return format === undefined ? undefined : formatted("");
  if (typeof value === "string") return value === "" ? undefined : textContent(value, cell.format);
  // A number in a text cell would become text.
  if (format === TEXT) return { content: String(value).toUpperCase() };
  return formatted(typeof value === "boolean" ? String(value).toUpperCase() : String(value));
}
