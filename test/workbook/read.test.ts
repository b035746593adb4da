import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { readWorkbook, readWorkbookFile } from "../../server/workbook/read.ts";
import { ZipReader } from "../../server/workbook/unzip.ts";
import { zip } from "../../server/workbook/zip.ts";

/** A workbook written by another library than the one under test. */
async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A minimal workbook around one sheet's XML. */
function minimal(sheetXml: string, extra: Record<string, string> = {}): Buffer {
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="x"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="x" Type="http://x/worksheet" Target="/xl/worksheets/odd-name.xml"/></Relationships>`,
    "xl/worksheets/odd-name.xml": sheetXml,
    ...extra,
  };
  return zip(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
}

describe("reading workbooks", () => {
  it("reads what cells hold: text, numbers, dates, formulas' results, rich text, links, errors", async () => {
    const data = await written((book) => {
      const sheet = book.addWorksheet("First");
      sheet.getCell("A1").value = "00123";
      sheet.getCell("B1").value = 1.5;
      sheet.getCell("C1").value = true;
      sheet.getCell("D1").value = new Date("2024-02-29T12:00:00Z");
      sheet.getCell("E1").value = { formula: "1+1", result: 2 };
      sheet.getCell("F1").value = { formula: '"a"&"b"', result: "ab" };
      sheet.getCell("G1").value = { richText: [{ text: "rich " }, { font: { bold: true }, text: "text" }] };
      sheet.getCell("H1").value = { text: "link", hyperlink: "https://example.org" };
      sheet.getCell("I1").value = { error: "#REF!" };
      sheet.getCell("J1").value = 123;
      sheet.getCell("J1").numFmt = "00000";
      sheet.getCell("K1").value = { formula: "D1", result: new Date("2024-03-01T00:00:00Z") };
      sheet.getCell("K1").numFmt = "dd.mm.yyyy";
      sheet.getCell("L1").value = '<&>\n"ü" 中文 _x000D_';
      sheet.getCell("B3").value = "after a blank row";
      book.addWorksheet("Second & last").getCell("A1").value = "x";
    });
    const [first, second] = await readWorkbook(data, "b.xlsx");
    assert.equal(first?.name, "First");
    assert.deepEqual(first?.rows[0]?.slice(0, 11), [
      "00123",
      1.5,
      true,
      new Date("2024-02-29T12:00:00Z"),
      2,
      "ab",
      "rich text",
      "link",
      "#REF!",
      "00123",
      new Date("2024-03-01T00:00:00Z"),
    ]);
    assert.match(String(first?.rows[0]?.[11]), /^<&>\n"ü" 中文/);
    assert.deepEqual(first?.rows.slice(1), [[], [null, "after a blank row"]]);
    assert.deepEqual(second, { name: "Second & last", rows: [["x"]] });
  });

  it("reads dates that count from 1904", async () => {
    const data = await written((book) => {
      book.properties.date1904 = true;
      book.addWorksheet("S").getCell("A1").value = new Date("2024-02-29T00:00:00Z");
    });
    assert.deepEqual((await readWorkbook(data, "b.xlsx"))[0]?.rows, [[new Date("2024-02-29T00:00:00Z")]]);
  });

  it("finds sheets by their relationships, with prefixes and without cell references", async () => {
    const sheet = `<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    assert.deepEqual(await readWorkbook(minimal(sheet), "b.xlsx"), [{ name: "S", rows: [[1, "a"]] }]);
  });

  it("reads .csv as text in any usual separator and encoding", async () => {
    const rows = async (text: string | Buffer): Promise<unknown> =>
      (await readWorkbook(Buffer.from(text), "b.csv"))[0]?.rows;
    assert.deepEqual(await rows('SKU;Qty\r\n00123;"1.234,5"\r\n"a ""b""";\r\n'), [
      ["SKU", "Qty"],
      ["00123", "1.234,5"],
      ['a "b"', null],
    ]);
    assert.deepEqual(await rows("\uFEFFSKU,Qty\n00123,5"), [
      ["SKU", "Qty"],
      ["00123", "5"],
    ]);
    assert.deepEqual(await rows("SKU\tQty\n1\t2\n"), [
      ["SKU", "Qty"],
      ["1", "2"],
    ]);
    assert.deepEqual(await rows("sep=|\nä|b\n"), [["ä", "b"]]);
    assert.deepEqual(await rows(Buffer.from("Größe;Qty\n", "latin1")), [["Größe", "Qty"]]);
    assert.deepEqual(await rows(Buffer.from("\uFEFFGröße;Qty\n", "utf16le")), [["Größe", "Qty"]]);
    await assert.rejects(rows('a,"b\nc,d'), /quotation mark that does not close/);
  });

  it("says clearly what it cannot read", async () => {
    const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
    const cases: [Buffer, string, RegExp][] = [
      [Buffer.alloc(0), "a.xlsx", /a\.xlsx is empty/],
      [Buffer.from("hello"), "a.xlsx", /not an Excel workbook; it must be \.xlsx, \.xlsm or \.csv/],
      [ole, "a.xls", /old Excel file \(\.xls\).*Save it as \.xlsx/],
      [locked, "a.xlsx", /protected by a password/],
      [(await written((book) => book.addWorksheet("S"))).subarray(0, 900), "a.xlsx", /damaged/],
      [zip(new Map([["readme.txt", Buffer.from("x")]])), "a.xlsx", /zip archive but not an Excel workbook/],
      [minimal("<worksheet><sheetData><row></sheetData>"), "a.xlsx", /not valid XML/],
      [
        minimal(
          `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
        ),
        "a.xlsx",
        /not valid XML/,
      ],
    ];
    for (const [data, name, message] of cases)
      await assert.rejects(
        readWorkbook(data, name),
        (error: Error) => error.name === "UserError" && message.test(error.message),
        String(message),
      );
    await assert.rejects(readWorkbookFile("/no/such/file.xlsx"), /was not found/);
    await assert.rejects(readWorkbookFile(tmpdir()), /is not a file/);
  });

  it("refuses a file that unpacks to more than it may, whatever it declares", async () => {
    const bomb = minimal(" ".repeat(50e6));
    assert.ok(bomb.length < 200_000);
    await assert.rejects(readWorkbook(bomb, "a.xlsx", { unpacked: 10e6 }), /unpacks to more than 10 MB/);
    const lying = Buffer.from(bomb);
    for (let at = 0; at < lying.length - 28; at++)
      if (lying.readUInt32LE(at) === 0x02014b50) lying.writeUInt32LE(10, at + 24);
    await assert.rejects(readWorkbook(lying, "a.xlsx", { unpacked: 10e6 }), /unpacks to more than 10 MB/);
  });

  it("refuses more cells than it may hold, without allocating what a far cell would need", async () => {
    const far = Array.from(
      { length: 300 },
      (_, i) => `<row r="${i * 3000 + 1}"><c r="XFD${i * 3000 + 1}"><v>1</v></c></row>`,
    ).join("");
    await assert.rejects(
      readWorkbook(minimal(`<worksheet><sheetData>${far}</sheetData></worksheet>`), "a.xlsx", { memory: 10e6 }),
      /more cells than can be read/,
    );
    const outside = `<worksheet><sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row><row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>`;
    assert.deepEqual((await readWorkbook(minimal(outside), "a.xlsx"))[0]?.rows, []);
  });

  it("reads 200,000 rows", async () => {
    const row = (r: number): string =>
      `<row r="${r}"><c r="A${r}" t="str"><v>SKU-${r % 500}</v></c><c r="B${r}"><v>${r}</v></c></row>`;
    const sheet = `<worksheet><sheetData>${Array.from({ length: 200_000 }, (_, i) => row(i + 1)).join("")}</sheetData></worksheet>`;
    const folder = await mkdtemp(path.join(tmpdir(), "lotwise-"));
    try {
      const file = path.join(folder, "big.xlsx");
      await writeFile(file, minimal(sheet));
      const rows = (await readWorkbookFile(file))[0]?.rows;
      assert.equal(rows?.length, 200_000);
      assert.deepEqual(rows?.at(-1), ["SKU-0", 200_000]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("zips what it can unzip", () => {
    const parts = new Map([
      ["a/b.txt", Buffer.from("x".repeat(1000))],
      ["ü.bin", Buffer.from([0, 1, 255])],
    ]);
    const reader = new ZipReader(zip(parts), 1e6);
    assert.deepEqual(reader.names, [...parts.keys()]);
    for (const [name, content] of parts) assert.deepEqual(reader.read(name), content);
    assert.equal(reader.read("missing"), undefined);
  });
});
