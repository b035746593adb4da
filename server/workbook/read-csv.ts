import { UserError } from "../../shared/define/errors.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const CELLS = 30_000_000;

/** UTF-8 or UTF-16 by the byte order mark or by validity, else Windows-1252, as Excel's plain "CSV" is. */
function decode(data: Buffer): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder("utf-16le").decode(data);
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder("utf-16be").decode(data);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    return new TextDecoder("windows-1252").decode(data);
  }
}

/** The separator that occurs most in the first lines, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const counts = [";", "\t", ",", "|"].map((separator) => ({ separator, count: head.split(separator).length - 1 }));
  // A semicolon wins ties: in files with decimal commas the comma is as frequent.
  return counts.reduce((best, one) => (one.count > best.count * (best.separator === ";" ? 1.5 : 1) ? one : best))
    .separator;
}

/** Reads delimited text (RFC 4180, any usual separator) as a sheet whose cells are all text: nothing is guessed here. */
export function readCsv(data: Buffer, name: string): Sheet {
  const text = decode(data);
  if (text.includes("\0")) throw new UserError("The file is not text; it must be .xlsx, .xlsm or .csv.");
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const separator = declared?.[1] ?? separatorOf(text);
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let cells = 0;
  const pattern = new RegExp(
    `(?:"((?:[^"]|"")*)"|((?!")[^${separator === "|" ? "\\|" : separator}\r\n]*))(${separator === "|" ? "\\|" : separator}|\r\n|\n|\r|$)`,
    "gy",
  );
  pattern.lastIndex = declared?.[0].length ?? (text.startsWith("\uFEFF") ? 1 : 0);
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null)
      throw new UserError(
        `Row ${rows.length + 1} of the file has a quotation mark that does not close; it must be doubled ("") inside quoted text.`,
      );
    const value = match[1]?.replaceAll('""', '"') ?? match[2] ?? "";
    row.push(value === "" ? null : value);
    if (++cells > CELLS) throw new UserError("The file has more cells than can be read; split it and retry.");
    if (match[3] !== separator) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return { name, rows };
}
