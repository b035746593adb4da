import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { UserError } from "../../shared/define/errors.ts";
import { readModel } from "../../addin/webbook/book/read-model.ts";
import { workbookData } from "../../addin/webbook/book/workbook-data.ts";
import { readBook } from "../../addin/webbook/xlsx/read.ts";
import type { Book } from "../../addin/webbook/book/book.ts";
import { library } from "./grid.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const CODES = ["[click](javascript:alert(1))", "[go](http://example.com/x)", "https://example.com/x", "[a](b) ", "[a]"];

/** A workbook of one sheet with these texts in column A, and its XML changed. */
async function file(edit: (xml: string) => string, more: (zip: JSZip) => void = () => undefined): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("S");
  CODES.forEach((text, i) => (sheet.getCell(i + 1, 1).value = text));
  const zip = await JSZip.loadAsync((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  zip.file(SHEET, edit(await zip.file(SHEET)!.async("string")));
  more(zip);
  return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
}

const rows = (xml: string) => (text: string) => text.replace("</sheetData>", `${xml}</sheetData>`);

async function opened(data: ArrayBuffer): Promise<Book> {
  const book = await readBook(data);
  assert.ok(book);
  return book;
}

describe("files from strangers in the browser workbook", function () {
  this.timeout(60_000);

  it("have a cell in XFD1048576 and open all the same, without it", async () => {
    const book = await opened(
      await file(
        rows(
          '<row r="9" ht="33" customHeight="1"><c r="C9"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>',
        ),
      ),
    );
    const [sheet] = book.sheets;
    assert.equal(sheet?.leftOut, 1);
    const model = new library.Model(workbookData(book));
    const { getters } = model;
    assert.equal(getters.getEvaluatedCell({ sheetId: "sheet1", col: 2, row: 8 }).value, 5);
    assert.ok(getters.getNumberRows("sheet1") * getters.getNumberCols("sheet1") < 10_000);
  });

  it("have their last row filled and open with it where they are narrow", async () => {
    const book = await opened(await file(rows('<row r="500000"><c r="B500000"><v>7</v></c></row>')));
    assert.equal(book.sheets[0]?.leftOut, undefined);
    assert.equal(book.sheets[0]?.cells.at(-1)?.row, 499_999);
  });

  it("never have text become a link, nor anything else when it is saved", async () => {
    const model = new library.Model(workbookData(await opened(await file((xml) => xml))));
    CODES.forEach((text, row) => {
      const { link, value } = model.getters.getEvaluatedCell({ sheetId: "sheet1", col: 0, row });
      assert.equal(link, undefined, text);
      assert.equal(String(value).trim(), text.trim());
    });
    const saved = readModel(model).sheets[0]!.cells.map(({ value }) => value);
    assert.deepEqual(saved, CODES);
  });

  it("leave out merged zones without any cells", async () => {
    const merge = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="F20:CZ80"/></mergeCells>';
    const book = await opened(await file((xml) => xml.replace("</sheetData>", `</sheetData>${merge}`)));
    assert.deepEqual(book.sheets[0]?.merges, ["A1:B1"]);
  });

  const everything = '<mergeCells><mergeCell ref="F20:XFD1048576"/></mergeCells>';
  const TOO_MUCH: readonly [string, () => Promise<ArrayBuffer>][] = [
    ["merge everything", () => file((xml) => xml.replace("</sheetData>", `</sheetData>${everything}`))],
    [
      "unpack to 210 MB",
      () =>
        file(
          (xml) => xml,
          (zip) => void zip.file("xl/more.xml", new Uint8Array(210e6)),
        ),
    ],
    ["have two million cells", () => file(rows(`<row r="9">${"<c><v>1</v></c>".repeat(2e6)}</row>`))],
    [
      "have 600 sheets",
      () =>
        file(
          (xml) => xml,
          (zip) => {
            for (let i = 0; i < 600; i++) zip.file(`xl/worksheets/more${i}.xml`, "<worksheet/>");
          },
        ),
    ],
    [
      "have a formula over everything",
      () => file(rows('<row r="9"><c r="A9"><f t="array" ref="A9:XFD1048576">1</f><v>1</v></c></row>')),
    ],
  ];
  for (const [what, make] of TOO_MUCH)
    it(`are refused in a sentence where they ${what}`, async () => {
      const data = await make();
      await assert.rejects(
        readBook(data),
        (error) =>
          error instanceof UserError &&
          /^This file .* the browser workbook can(not)? show\. Plan it from/.test(error.message),
      );
    });
});
