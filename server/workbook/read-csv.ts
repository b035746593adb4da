import { UserError } from "../../shared/define/errors.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";
import { GROWING_PLACE, LIST, Memory, PLACE } from "./bytes/memory.ts";
import { Texts } from "./bytes/texts.ts";
import { utf8Of } from "./bytes/utf8.ts";
import { CELLS_MEMORY } from "./read-xlsx.ts";

const [RETURN, NEWLINE, QUOTE] = [13, 10, 34];
const HEAD = 20_000;
const MOST_COLUMNS = 16_384;

/** The separator that occurs most in the first lines, outside quotes. */
function separatorOf(bytes: Buffer): string {
  const head = bytes.toString("latin1", 0, HEAD).replace(/"[^"]*"/g, "");
  const counts = [";", "\t", ",", "|"].map((separator) => ({ separator, count: head.split(separator).length - 1 }));
  // A semicolon wins ties: in files with decimal commas the comma is as frequent.
  return counts.reduce((best, one) => (one.count > best.count * (best.separator === ";" ? 1.5 : 1) ? one : best))
    .separator;
}

/** Excel's first line "sep=;" names the separator, which may be any character but a quotation mark. */
function declared(bytes: Buffer): { readonly separator: string; readonly length: number } | undefined {
  const [line, separator] = /^sep=([^"\r\n])\r?\n/iu.exec(bytes.toString("utf8", 0, 16)) ?? [];
  return line === undefined || separator === undefined ? undefined : { separator, length: Buffer.byteLength(line) };
}

/** The cells of delimited text, one after another. */
class CsvScanner {
  private at: number;
  private readonly last: Buffer;
  private readonly first: number;
  private readonly texts: Texts;
  readonly rows: (readonly CellValue[])[] = [];

  constructor(
    private readonly bytes: Buffer,
    start: number,
    separator: string,
    private readonly memory: Memory,
  ) {
    this.at = start;
    const mark = Buffer.from(separator);
    this.first = mark[0]!;
    // What follows the first byte of a separator outside ASCII.
    this.last = mark.subarray(1);
    this.texts = new Texts(memory);
  }

  read(): void {
    const row: CellValue[] = [];
    while (this.at < this.bytes.length) {
      const text = this.bytes[this.at] === QUOTE ? this.quoted() : this.plain();
      row.push(text === "" ? null : text);
      if (row.length > MOST_COLUMNS)
        throw new UserError(
          `Row ${this.rows.length + 1} of the file has more than ${MOST_COLUMNS} cells, which no workbook has: save it again as .csv or .xlsx and retry.`,
        );
      if (this.pass()) continue;
      this.keep(row);
      row.length = 0;
    }
    if (row.length > 0) this.keep(row);
  }

  private keep(row: readonly CellValue[]): void {
    this.memory.take(LIST + PLACE * row.length + GROWING_PLACE);
    this.rows.push(row.slice());
  }

  private atSeparator(at: number): boolean {
    const { bytes, first, last } = this;
    return bytes[at] === first && (last.length === 0 || bytes.subarray(at + 1, at + 1 + last.length).equals(last));
  }

  private plain(): string {
    const { bytes, first } = this;
    const from = this.at;
    let to = from;
    for (; to < bytes.length; to++) {
      const byte = bytes[to];
      if (byte === NEWLINE || byte === RETURN || (byte === first && this.atSeparator(to))) break;
    }
    this.at = to;
    return this.texts.of(bytes, from, to);
  }

  private quoted(): string {
    const { bytes } = this;
    const from = this.at + 1;
    let doubled = false;
    let to = bytes.indexOf(QUOTE, from);
    while (to >= 0 && bytes[to + 1] === QUOTE) {
      doubled = true;
      to = bytes.indexOf(QUOTE, to + 2);
    }
    this.at = to + 1;
    const after = bytes[this.at];
    if (to < 0 || !(after === undefined || after === NEWLINE || after === RETURN || this.atSeparator(this.at)))
      throw new UserError(
        `Row ${this.rows.length + 1} of the file has a quotation mark that does not close; it must be doubled ("") inside quoted text.`,
      );
    const text = this.texts.of(bytes, from, to);
    return doubled ? text.replaceAll('""', '"') : text;
  }

  /** Goes past what ends a cell; false where its row ends with it. */
  private pass(): boolean {
    const { bytes, at } = this;
    if (at < bytes.length && this.atSeparator(at)) {
      this.at += 1 + this.last.length;
      return true;
    }
    this.at += bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? 2 : 1;
    return false;
  }
}

/** Reads delimited text (RFC 4180, any usual separator) as a sheet whose cells are all text: nothing is guessed here. */
export function readCsv(data: Buffer, name: string, memory = CELLS_MEMORY): Sheet {
  const bytes = utf8Of(data);
  if (bytes.includes(0)) throw new UserError("The file is not text; it must be .xlsx, .xlsm or .csv.");
  const head = declared(bytes);
  const scanner = new CsvScanner(bytes, head?.length ?? 0, head?.separator ?? separatorOf(bytes), new Memory(memory));
  scanner.read();
  return { name, rows: scanner.rows };
}
