import { zip } from "../../../server/workbook/zip.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";

/** Excel's number of 1 January 2024, a Monday. */
const FIRST_DAY = 45_292;
const DAYS = 730;
const ITEMS = 5_000;
const CUSTOMERS = 2_000;
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Cell = string | number | { readonly day: number };

/** What each of the 8 columns of a sale is called. */
const SALES_HEAD = ["Date", "Order no", "SKU", "Customer", "Quantity", "Unit price", "Amount", "Status"];
const ITEMS_HEAD = ["SKU", "Description", "Supplier", "On hand", "Lead time (days)", "Unit cost", "MOQ", "Multiple"];

const skuOf = (item: number): string => `LW-${String(10_000 + item)}`;

/** The items' rows: the same for the same seed. */
function* itemRows(seed: number): Generator<readonly Cell[]> {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random.uniform() * n);
  for (let i = 0; i < ITEMS; i++)
    yield [
      skuOf(i),
      `Article ${i} & more`,
      `Supplier ${below(40)}`,
      below(400),
      7 + below(40),
      (100 + below(9_000)) / 100,
      below(20),
      1 + below(12),
    ];
}

/** Lines of customers' orders by date, three a day's order, 8 cells each: the same for the same seed. */
function* salesRows(rows: number, seed: number): Generator<readonly Cell[]> {
  const random = randomFrom(seed + 1);
  const below = (n: number): number => Math.floor(random.uniform() * n);
  for (let i = 0; i < rows; i++) {
    const quantity = 1 + below(30);
    const price = (150 + below(12_000)) / 100;
    yield [
      { day: FIRST_DAY + Math.floor((i * DAYS) / rows) },
      `SO-${100_000 + Math.floor(i / 3)}`,
      skuOf(below(ITEMS)),
      `Customer ${below(CUSTOMERS)}`,
      quantity,
      price,
      Math.round(quantity * price * 100) / 100,
      below(50) === 0 ? "Cancelled" : "Shipped",
    ];
  }
}

function* withHead(head: readonly string[], rows: Iterable<readonly Cell[]>): Generator<readonly Cell[]> {
  yield head;
  yield* rows;
}

/** Text in pieces of some megabytes: one of it all may be longer than a string can be. */
function joined(pieces: Iterable<string>): Buffer {
  const buffers: Buffer[] = [];
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < 4e6) continue;
    buffers.push(Buffer.from(text));
    text = "";
  }
  return Buffer.concat([...buffers, Buffer.from(text)]);
}

function* sheetXml(rows: Iterable<readonly Cell[]>, texts: Map<string, number>): Generator<string> {
  const shared = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${SHEET}"><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number++;
    const cells = row.map((cell, column) => {
      const at = `${String.fromCharCode(65 + column)}${number}`;
      if (typeof cell === "string") return `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`;
      return typeof cell === "number" ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
    });
    yield `<row r="${number}" spans="1:${row.length}">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;");

function* stringsXml(texts: Iterable<string>): Generator<string> {
  yield `<sst xmlns="${SHEET}">`;
  for (const text of texts) yield `<si><t>${escaped(text)}</t></si>`;
  yield "</sst>";
}

/** A workbook of 5,000 items and so many sales of 8 cells, with shared texts as Excel writes them. */
export function largeXlsx(rows: number, seed: number): Buffer {
  const texts = new Map<string, number>();
  const sheets: readonly (readonly [string, Iterable<readonly Cell[]>])[] = [
    ["Items", withHead(ITEMS_HEAD, itemRows(seed))],
    ["Sales", withHead(SALES_HEAD, salesRows(rows, seed))],
  ];
  const parts = sheets.map(
    ([, cells], i) => [`xl/worksheets/sheet${i + 1}.xml`, joined(sheetXml(cells, texts))] as const,
  );
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const links = sheets.map((_, i) => link(`s${i}`, "worksheet", `worksheets/sheet${i + 1}.xml`));
  const tags = sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`);
  const small: Record<string, string> = {
    "_rels/.rels": `<Relationships>${link("b", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${tags.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}${link("t", "sharedStrings", "sharedStrings.xml")}${link("y", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${SHEET}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  return zip(
    new Map([
      ...Object.entries(small).map(([name, text]) => [name, Buffer.from(text)] as const),
      ["xl/sharedStrings.xml", joined(stringsXml(texts.keys()))] as const,
      ...parts,
    ]),
  );
}

const isoOf = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** The same sales as text between commas. */
export function largeCsv(rows: number, seed: number): Buffer {
  const line = (row: readonly Cell[]): string =>
    `${row.map((cell) => (typeof cell === "object" ? isoOf(cell.day) : String(cell))).join(",")}\r\n`;
  const lines = function* (): Generator<string> {
    for (const row of withHead(SALES_HEAD, salesRows(rows, seed))) yield line(row);
  };
  return joined(lines());
}
