import path from "node:path/posix";
import { UserError } from "../../shared/define/errors.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";
import { Memory } from "./bytes/memory.ts";
import { Texts } from "./bytes/texts.ts";
import type { XmlScanner } from "./bytes/xml-scanner.ts";
import { ZipReader } from "./unzip.ts";
import { sheetScanner, type BookContext } from "./xlsx-sheet.ts";
import { stringsScanner } from "./xlsx-strings.ts";
import { readStyles } from "./xlsx-styles.ts";
import { parseXml } from "./xml.ts";

export interface ReadLimits {
  /** Bytes that all parts together may unpack to. */
  readonly unpacked?: number;
  /** Bytes of memory that all cells may take. */
  readonly memory?: number;
}

/** A million rows of ten columns; with what reading takes on top it stays under 700 MB of memory. */
const UNPACKED = 500e6;
export const CELLS_MEMORY = 300e6;
/** What the parts beside sheets and their texts may unpack to, each. */
const SMALL = 64e6;

interface Relationship {
  readonly type: string;
  readonly target: string;
}

function relationships(part: Buffer | undefined, folder: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  if (part === undefined) return found;
  parseXml(part, {
    open(name, { Id, Type, Target }) {
      if (name !== "Relationship" || Id === undefined || Target === undefined) return;
      found.set(Id, {
        type: Type?.split("/").at(-1) ?? "",
        target: Target.startsWith("/") ? Target.slice(1) : path.join(folder, Target),
      });
    },
  });
  return found;
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[];
  readonly date1904: boolean;
}

function readBook(part: Buffer): Book {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  parseXml(part, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      if (name === "sheet" && id !== undefined)
        sheets.push({ name: attributes.name ?? "", id, hidden: /hidden/i.test(attributes.state ?? "") });
    },
  });
  return { sheets, date1904 };
}

async function scan(part: AsyncIterable<Buffer>, scanner: XmlScanner): Promise<void> {
  for await (const piece of part) scanner.push(piece);
  scanner.end();
}

/**
 * Reads an .xlsx or .xlsm workbook: values only, never a macro, a link or an outside reference. Sheets are read while they
 * unpack, so that a part takes no memory but that of its cells. Throws a `UserError` that says what to do for anything
 * else.
 */
export async function readXlsx(data: Buffer, limits: ReadLimits = {}): Promise<Sheet[]> {
  const zip = new ZipReader(data, limits.unpacked ?? UNPACKED);
  const bookPath =
    [...relationships(zip.read("_rels/.rels", SMALL), "").values()].find(({ type }) => type === "officeDocument")
      ?.target ?? "xl/workbook.xml";
  const bookPart = zip.read(bookPath, SMALL);
  if (bookPart === undefined)
    throw new UserError("The file is a zip archive but not an Excel workbook; it must be .xlsx, .xlsm or .csv.");
  if (bookPath.endsWith(".bin"))
    throw new UserError("Binary workbooks (.xlsb) cannot be read: save it as .xlsx and retry.");
  const folder = path.dirname(bookPath);
  const links = relationships(zip.read(path.join(folder, "_rels", `${path.basename(bookPath)}.rels`), SMALL), folder);
  const target = (type: string): string => [...links.values()].find((one) => one.type === type)?.target ?? "";
  const book = readBook(bookPart);
  const memory = new Memory(limits.memory ?? CELLS_MEMORY);
  const texts = new Texts(memory);
  const strings: string[] = [];
  const stringsPart = zip.stream(target("sharedStrings"));
  if (stringsPart !== undefined) await scan(stringsPart, stringsScanner(strings, texts, memory));
  const styles = readStyles(zip.read(target("styles"), SMALL));
  const context: BookContext = { strings, styles, date1904: book.date1904, texts, memory };
  const sheets: Sheet[] = [];
  for (const { name, id, hidden } of book.sheets) {
    const link = links.get(id);
    const part = link?.type === "worksheet" ? zip.stream(link.target) : undefined;
    if (part === undefined) continue;
    const { scanner, rows } = sheetScanner(context);
    await scan(part, scanner);
    // A copy is no longer than it needs to be, as a list that grew is.
    sheets.push({ name, rows: rows.slice(), ...(hidden && { hidden }) });
  }
  return sheets;
}
