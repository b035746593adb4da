import path from "node:path/posix";
import { UserError } from "../../shared/define/errors.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";
import { readSheet, sharedStringsHandler, type BookContext } from "./xlsx-sheet.ts";
import { readStyles } from "./xlsx-styles.ts";
import { parseXml } from "./xml.ts";
import { ZipReader } from "./zip.ts";

export interface ReadLimits {
  /** Bytes that all parts together may unpack to. */
  readonly unpacked?: number;
  readonly cells?: number;
}

/** A million rows of ten columns; with what reading takes on top it stays under 800 MB of memory. */
const UNPACKED = 500e6;
const CELLS = 30_000_000;

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

/**
 * Reads an .xlsx or .xlsm workbook: values only, never a macro, a link or an outside reference. Throws a `UserError`
 * that says what to do for anything else.
 */
export function readXlsx(data: Buffer, limits: ReadLimits = {}): Sheet[] {
  const zip = new ZipReader(data, limits.unpacked ?? UNPACKED);
  const bookPath =
    [...relationships(zip.read("_rels/.rels"), "").values()].find(({ type }) => type === "officeDocument")?.target ??
    "xl/workbook.xml";
  const book = zip.read(bookPath);
  if (book === undefined)
    throw new UserError("The file is a zip archive but not an Excel workbook; it must be .xlsx, .xlsm or .csv.");
  if (bookPath.endsWith(".bin"))
    throw new UserError("Binary workbooks (.xlsb) cannot be read: save it as .xlsx and retry.");
  const folder = path.dirname(bookPath);
  const links = relationships(zip.read(path.join(folder, "_rels", `${path.basename(bookPath)}.rels`)), folder);
  const target = (type: string): Buffer | undefined => {
    const link = [...links.values()].find((one) => one.type === type);
    return link === undefined ? undefined : zip.read(link.target);
  };
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  parseXml(book, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      if (name === "sheet" && id !== undefined)
        sheets.push({ name: attributes.name ?? "", id, hidden: /hidden/i.test(attributes.state ?? "") });
    },
  });
  const strings: string[] = [];
  const stringsPart = target("sharedStrings");
  if (stringsPart !== undefined) parseXml(stringsPart, sharedStringsHandler(strings));
  const context: BookContext = {
    strings,
    styles: readStyles(target("styles")),
    date1904,
    cellsLeft: limits.cells ?? CELLS,
  };
  return sheets.flatMap(({ name, id, hidden }) => {
    const link = links.get(id);
    const part = link?.type === "worksheet" ? zip.read(link.target) : undefined;
    return part === undefined ? [] : [{ name, rows: readSheet(part, context), ...(hidden && { hidden }) }];
  });
}
