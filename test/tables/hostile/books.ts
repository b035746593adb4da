import { crc32, deflateRawSync, constants } from "node:zlib";
import { zip } from "../../../server/workbook/zip.ts";
import { bytesOf } from "../grammar/xlsx.ts";
import { day, daysAfter } from "../grammar/world.ts";

const MB = 1_000_000;

/** A good item table and history; what is hostile comes on top of it. */
const ITEMS = `<row r="1"><c t="inlineStr"><is><t>SKU</t></is></c><c t="inlineStr"><is><t>On hand</t></is></c><c t="inlineStr"><is><t>Lead time (days)</t></is></c></row><row r="2"><c t="inlineStr"><is><t>KX-1</t></is></c><c><v>7</v></c><c><v>14</v></c></row>`;

function sales(): string {
  const head = ["Date", "SKU", "Quantity"].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
  const rows = Array.from({ length: 26 }, (_, i) => {
    const date = daysAfter(day("2025-09-01"), 7 * i)
      .toISOString()
      .slice(0, 10);
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    return `<row r="${i + 2}">${cell(date)}${cell("KX-1")}<c><v>${8 + (i % 4)}</v></c></row>`;
  });
  return `<row r="1">${head}</row>${rows.join("")}`;
}

const sheet = (rows: string, more = ""): string => `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`;

/** Links to lists that a workbook may have. */
const LISTS = ["sharedStrings", "styles"]
  .map((name) => `<Relationship Id="${name}" Type="http://x/${name}" Target="${name}.xml"/>`)
  .join("");

/** The parts of a workbook of these sheets, by their XML. */
function parts(sheets: readonly string[], more: Readonly<Record<string, string>> = {}): Map<string, Buffer> {
  const tags = sheets.map((_, i) => `<sheet name="Sheet${i + 1}" sheetId="${i + 1}" r:id="s${i}"/>`);
  const links = sheets.map(
    (_, i) => `<Relationship Id="s${i}" Type="http://x/worksheet" Target="worksheets/s${i}.xml"/>`,
  );
  const all: Record<string, string> = {
    "_rels/.rels": `<Relationships><Relationship Id="b" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${tags.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}${LISTS}</Relationships>`,
    ...more,
  };
  sheets.forEach((xml, i) => (all[`xl/worksheets/s${i}.xml`] = xml));
  return new Map(Object.entries(all).map(([name, text]) => [name, Buffer.from(text)]));
}

const book = (sheets: readonly string[], more?: Readonly<Record<string, string>>): Buffer => zip(parts(sheets, more));

const flushed = (text: string): Buffer => deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH });

interface Swollen {
  /** The part. */
  readonly name: string;
  readonly head?: string;
  /** Text of about a megabyte, and how often it comes. */
  readonly block: string;
  readonly times: number;
  readonly tail?: string;
}

/**
 * A workbook with a part that unpacks to a megabyte over and over, whatever the archive says: one packed block, repeated.
 * Its checksum and declared size are false.
 */
function swollen({ name, head = "", block, times, tail = "" }: Swollen): Buffer {
  const all = parts([sheet(ITEMS), sheet(sales()), sheet("")], { "xl/sharedStrings.xml": "<sst/>" });
  all.delete(name);
  const small = zip(all.set(name, Buffer.from("?")));
  const again = flushed(block);
  const packed = Buffer.concat([
    flushed(head),
    ...Array.from({ length: times }, () => again),
    deflateRawSync(Buffer.from(tail)),
  ]);
  const bytes = Buffer.from(name);
  const at = small.indexOf(bytes);
  // The last local entry is the swollen one: what stands before it stays, its own content and the directory are written anew.
  const entry = small.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4]), at);
  const local = Buffer.from(small.subarray(entry, entry + 30));
  local.writeUInt32LE(crc32(Buffer.alloc(0)), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(12, 22);
  const directory = small.readUInt32LE(small.length - 6);
  const central = Buffer.from(small.subarray(directory, small.length - 22));
  const own = central.lastIndexOf(bytes) - 46;
  central.writeUInt32LE(packed.length, own + 20);
  central.writeUInt32LE(12, own + 24);
  const before = Buffer.concat([small.subarray(0, entry), local, bytes, packed]);
  const end = Buffer.from(small.subarray(small.length - 22));
  end.writeUInt32LE(before.length, 16);
  return Buffer.concat([before, central, end]);
}

/** The third sheet, which nobody needs. */
const SWOLLEN = "xl/worksheets/s2.xml";

const cellAt = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Workbooks made to hurt who reads them, by what they do, after a good one. */
export const HOSTILE: Readonly<Record<string, () => Buffer>> = {
  "is good": () =>
    bytesOf([
      {
        name: "Items",
        tables: [
          {
            columns: [
              { head: "SKU", cells: ["KX-1"] },
              { head: "On hand", cells: [7] },
              { head: "Lead time (days)", cells: [14] },
            ],
          },
        ],
      },
      {
        name: "Sales",
        tables: [
          {
            columns: [
              { head: "Date", cells: Array.from({ length: 26 }, (_, i) => daysAfter(day("2025-09-01"), 7 * i)) },
              { head: "SKU", cells: Array.from({ length: 26 }, () => "KX-1") },
              { head: "Quantity", cells: Array.from({ length: 26 }, (_, i) => 8 + (i % 4)) },
            ],
          },
        ],
      },
    ]),
  "claims a million columns": () =>
    book([
      sheet(ITEMS, `<dimension ref="A1:BDWGO1048576"/><cols><col min="1" max="1000000" width="9"/></cols>`),
      sheet(sales()),
      sheet(`<row r="1">${cellAt("A1", "x")}${cellAt("BDWGN1", "a millionth column")}</row>`),
    ]),
  "has 10,000 sheets": () =>
    book([
      sheet(ITEMS),
      sheet(sales()),
      ...Array.from({ length: 10_000 }, () => sheet(`<row>${cellAt("A1", "n")}</row>`)),
    ]),
  "has 500 sheets of sales": () => book([sheet(ITEMS), ...Array.from({ length: 500 }, () => sheet(sales()))]),
  "has a cell in XFD1048576": () =>
    book([sheet(`${ITEMS}<row r="1048576">${cellAt("XFD1048576", "far away")}</row>`), sheet(sales())]),
  "has merged cells over everything": () =>
    book([
      sheet(
        ITEMS,
        `<mergeCells><mergeCell ref="E1:XFD1048576"/>${`<mergeCell ref="F1:G900000"/>`.repeat(20_000)}</mergeCells>`,
      ),
      sheet(sales()),
    ]),
  "has 16,384 headers": () => {
    const heads = Array.from(
      { length: 16_381 },
      (_, i) => `<c t="inlineStr"><is><t>On hand quantity ${i}</t></is></c>`,
    );
    const [first, second] = ITEMS.split("</row>");
    return book([
      sheet(`${first}${heads.join("")}</row>${second}${"<c><v>1</v></c>".repeat(16_381)}</row>`),
      sheet(sales()),
    ]);
  },
  "has a row number of 10 to the 15": () =>
    book([sheet(`${ITEMS}<row r="1000000000000000">${cellAt("A1000000000000000", "x")}</row>`), sheet(sales())]),
  "has a text of five million letters": () =>
    book([sheet(`${ITEMS}<row r="3">${cellAt("A3", "w".repeat(5 * MB))}</row>`), sheet(sales())]),
  "defines entities that grow": () => {
    const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(20)}">`);
    const type = `<!DOCTYPE worksheet [<!ENTITY e0 "w">${levels.join("")}]>`;
    return book([
      sheet(ITEMS),
      sheet(sales()),
      `${type}<worksheet><sheetData><row><c t="inlineStr"><is><t>&e12;</t></is></c></row></sheetData></worksheet>`,
    ]);
  },
  "is deep": () => book([sheet(ITEMS), sheet(sales()), `<worksheet>${"<a>".repeat(MB / 4)}</worksheet>`]),
  "has 600 sheets with a cell in their last row": () =>
    book([
      sheet(ITEMS),
      sheet(sales()),
      ...Array.from({ length: 600 }, () => sheet(`<row r="1048576">${cellAt("A1048576", "x")}</row>`)),
    ]),
  "has a text in a million pieces": () =>
    book([
      sheet(ITEMS),
      sheet(sales()),
      sheet(`<row><c t="inlineStr"><is><t>${"a<!---->".repeat(MB)}</t></is></c></row>`),
    ]),
  "has styles of 900 MB": () =>
    swollen({ name: "xl/styles.xml", head: "<styleSheet>", block: "<xf/>".repeat(MB / 5), times: 900 }),
  "has a comment of 450 MB": () =>
    swollen({ name: SWOLLEN, head: "<worksheet><!--", block: "w".repeat(MB), times: 450 }),
  "has an attribute of 450 MB": () =>
    swollen({ name: SWOLLEN, head: '<worksheet name="', block: "w".repeat(MB), times: 450 }),
  "has a text of 450 MB": () =>
    swollen({
      name: SWOLLEN,
      head: '<worksheet><sheetData><row><c t="inlineStr"><is><t>',
      block: "w".repeat(MB),
      times: 450,
      tail: "</t></is></c></row></sheetData></worksheet>",
    }),
  "has 80 million shared texts": () =>
    swollen({ name: "xl/sharedStrings.xml", head: "<sst>", block: "<si/>".repeat(MB / 5), times: 400, tail: "</sst>" }),
  "has 20 million numbers in rows of ten": () =>
    swollen({
      name: SWOLLEN,
      head: "<worksheet><sheetData>",
      block: `<row>${"<c><v>1.5</v></c>".repeat(10)}</row>`.repeat(5000),
      times: 400,
      tail: "</sheetData></worksheet>",
    }),
  "unpacks to 20 GB": () => swollen({ name: SWOLLEN, block: " ".repeat(MB), times: 20_000, tail: "<worksheet/>" }),
};
