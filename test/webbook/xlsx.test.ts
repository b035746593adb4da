import ExcelJS from "exceljs";
import { XMLParser } from "fast-xml-parser";
import JSZip from "jszip";
import assert from "node:assert/strict";
import { fromFile, toFile } from "../../addin/webbook/book/file-formula.ts";
import { addCharts } from "../../addin/webbook/xlsx/add-charts.ts";
import { writeWorkbook } from "../../addin/webbook/xlsx/write.ts";
import { library } from "./grid.ts";

const DAY_ZERO = 25_569;

/** A buyer's file: codes with leading zeros, dates, formulas old and new, one the grid lacks, one that fills cells. */
async function buyersFile(): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Order list", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(["SKU", "Units", "Due", "Note"]).font = { bold: true };
  sheet.addRow(["00123", 12, new Date("2026-11-30"), "=not a formula"]);
  sheet.addRow(["1E5", 7.5, new Date("2024-02-29"), "'quoted"]);
  sheet.getColumn(1).numFmt = "@";
  for (const row of [2, 3]) sheet.getCell(`C${row}`).numFmt = "dd/mm/yyyy";
  sheet.getCell("F1").value = { formula: "SUM(B2:B3)", result: 19.5 };
  sheet.getCell("F2").value = { formula: '_xlfn.XLOOKUP("00123",A2:A3,B2:B3)', result: 12 };
  sheet.getCell("F3").value = { formula: "LET(x,B2,x*2)", result: 24 };
  sheet.getCell("F4").value = { error: "#N/A" };
  sheet.getCell("F5").value = true;
  sheet.getCell("H1").value = {
    formula: "_xlfn._xlws.SORT(B2:B3)",
    result: 7.5,
    shareType: "array",
    ref: "H1:H2",
  } as never;
  sheet.getCell("H2").value = 12;
  // Longer than the sheet is otherwise, and with stored values only for its first cells.
  sheet.getCell("L1").value = {
    formula: "_xlfn.SEQUENCE(150)",
    result: 1,
    shareType: "array",
    ref: "L1:L150",
  } as never;
  sheet.getCell("L2").value = 2;
  sheet.getCell("L2").numFmt = "0.0";
  sheet.getRow(4).height = 60;
  sheet.getCell("J1").value = { richText: [{ text: "rich " }, { text: "text" }] };
  sheet.getCell("J2").value = { text: "shop", hyperlink: "https://example.com" };
  sheet.mergeCells("J4:K4");
  return (await workbook.xlsx.writeBuffer()) as ArrayBuffer;
}

/** A sheet with a comment, a table and a picture, whose parts lie where openpyxl puts them. */
async function openpyxlsFile(): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Items");
  sheet.addTable({ name: "Items", ref: "A1", columns: [{ name: "SKU" }, { name: "Units" }], rows: [["00123", 12]] });
  sheet.getCell("A2").note = "sold out in May";
  sheet.getCell("C2").value = { text: "shop", hyperlink: "https://example.com" };
  const base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
  sheet.addImage(workbook.addImage({ base64, extension: "png" }), "E1:F2");
  const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
  const move = async (from: string, to: string): Promise<void> => {
    zip.file(to, await zip.file(from)!.async("uint8array")).remove(from);
  };
  await move("xl/comments1.xml", "xl/comments/comment1.xml");
  await move("xl/drawings/vmlDrawing1.vml", "xl/drawings/commentsDrawing1.vml");
  const relations = "xl/worksheets/_rels/sheet1.xml.rels";
  const text = await zip.file(relations)!.async("string");
  const moved = text
    .replaceAll('Target="../', 'Target="/xl/')
    .replace("/xl/comments1.xml", "/xl/comments/comment1.xml")
    .replace("vmlDrawing1.vml", "commentsDrawing1.vml");
  assert.equal([...moved.matchAll(/Target="\/xl\/(comments\/comment1|drawings\/\w+|tables\/table1)\./g)].length, 4);
  return zip.file(relations, moved).generateAsync({ type: "arraybuffer" });
}

describe("browser workbook: .xlsx", function () {
  this.timeout(30_000);
  let opened: InstanceType<typeof library.Model>;
  let saved: ExcelJS.Worksheet;
  const at = (xc: string) => opened.getters.getEvaluatedCell({ sheetId: "sheet1", ...library.helpers.toCartesian(xc) });

  before(async () => {
    const { registerExcelFunctions } = await import("../../addin/webbook/excel-functions/index.ts");
    const { readModel } = await import("../../addin/webbook/book/read-model.ts");
    const { workbookData } = await import("../../addin/webbook/book/workbook-data.ts");
    const { readBook } = await import("../../addin/webbook/xlsx/read.ts");
    registerExcelFunctions();
    opened = new library.Model(workbookData((await readBook(await buyersFile()))!));
    const written = new ExcelJS.Workbook();
    writeWorkbook(written, readModel(opened));
    const again = new ExcelJS.Workbook();
    await again.xlsx.load(await written.xlsx.writeBuffer());
    saved = again.getWorksheet("Order list")!;
  });

  it("opens the cells of a file whose comments, tables and pictures lie where Excel would not put them", async () => {
    const { readBook } = await import("../../addin/webbook/xlsx/read.ts");
    const book = await readBook(await openpyxlsFile());
    const values = book?.sheets[0]!.cells.map(({ value }) => value);
    assert.deepEqual(values, ["SKU", "Units", "00123", 12, "shop"]);
  });

  it("says of a file that is no workbook that it is none", async () => {
    const { readBook } = await import("../../addin/webbook/xlsx/read.ts");
    assert.equal(await readBook(new TextEncoder().encode("SKU,Units").buffer), undefined);
    assert.equal(
      await readBook(await new JSZip().file("a.txt", "a").generateAsync({ type: "arraybuffer" })),
      undefined,
    );
  });

  it("opens codes as the text they are", () => {
    assert.deepEqual([at("A2").value, at("A3").value], ["00123", "1E5"]);
    assert.deepEqual([at("D2").value, at("D3").value], ["=not a formula", "'quoted"]);
  });

  it("opens numbers, dates, truth values, errors, rich text and links", () => {
    assert.equal(at("B3").value, 7.5);
    assert.equal(at("C2").value, Date.parse("2026-11-30") / 86_400_000 + DAY_ZERO);
    assert.equal(at("C2").formattedValue, "30/11/2026");
    assert.equal(at("F5").value, true);
    assert.equal(at("F4").value, "#N/A");
    assert.deepEqual([at("J1").value, at("J2").value], ["rich text", "shop"]);
  });

  it("keeps formulas alive, and the last value of one it cannot compute", () => {
    const cell = (xc: string) => opened.getters.getCell({ sheetId: "sheet1", ...library.helpers.toCartesian(xc) });
    assert.deepEqual([cell("F1")?.isFormula, cell("F2")?.isFormula, cell("F3")?.isFormula], [true, true, false]);
    assert.deepEqual([at("F1").value, at("F2").value, at("F3").value], [19.5, 12, 24]);
    assert.deepEqual([at("H1").value, at("H2").value], [7.5, 12]);
    assert.deepEqual([at("L1").value, at("L150").value], [1, 150]);
    assert.equal(at("L2").formattedValue, "2.0");
  });

  it("saves text as text, dates as dates, formulas with their values", () => {
    assert.deepEqual([saved.getCell("A2").value, saved.getCell("A3").value], ["00123", "1E5"]);
    assert.deepEqual([saved.getCell("D2").value, saved.getCell("D3").value], ["=not a formula", "'quoted"]);
    assert.deepEqual(saved.getCell("C3").value, new Date("2024-02-29"));
    assert.deepEqual(saved.getCell("F1").value, { formula: "SUM(B2:B3)", result: 19.5 });
    assert.deepEqual(saved.getCell("F2").value, { formula: '_xlfn.XLOOKUP("00123",A2:A3,B2:B3)', result: 12 });
    assert.equal(saved.getCell("H1").formula, "_xlfn._xlws.SORT(B2:B3)");
    assert.equal((saved.getCell("H1").value as { ref?: string }).ref, "H1:H2");
    assert.equal(saved.getCell("H2").value, 12);
    assert.equal(saved.getCell("A1").font.bold, true);
    assert.equal(saved.views[0]?.state, "frozen");
    assert.ok(saved.getCell("K4").isMerged);
    assert.equal(saved.getRow(4).height, 60);
  });

  it("saves line and column charts with their ranges and places, and a file without any as it is", async () => {
    const { readModel } = await import("../../addin/webbook/book/read-model.ts");
    const { workbookData } = await import("../../addin/webbook/book/workbook-data.ts");
    const line = {
      title: "R&D <x>",
      series: ["B1:B3", "C1:C3"],
      labels: "A1:A3",
      at: [2, 5],
      size: [300, 200],
    } as const;
    const cells = ["SKU", "Sold", "Left", "a", 1, 2, "b", 3, 4].map((value, i) => {
      return { row: Math.floor(i / 3), col: i % 3, value };
    });
    const sheet = { cells, widths: {}, frozenRows: 0, frozenColumns: 0, merges: [] };
    const model = new library.Model(
      workbookData({
        sheets: [
          { ...sheet, name: "Plain" },
          { ...sheet, name: "It's mine", lineCharts: [line] },
        ],
      }),
    );
    const book = readModel(model);
    const workbook = new ExcelJS.Workbook();
    writeWorkbook(workbook, book);
    const plain = (await workbook.xlsx.writeBuffer()) as ArrayBuffer;
    const zip = await JSZip.loadAsync(await addCharts(plain, book));
    const part = async (name: string): Promise<string> => zip.file(name)!.async("string");
    const names = Object.keys(zip.files);
    const parser = new XMLParser({ ignoreAttributes: false });
    for (const name of names.filter((one) => /xml(\.rels)?$/.test(one))) parser.parse(await part(name), true);
    const chart = await part("xl/charts/chart1.xml");
    assert.deepEqual(
      [...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, range]) => range),
      ["$A$2:$A$3", "$B$2:$B$3", "$A$2:$A$3", "$C$2:$C$3"].map((range) => `'It''s mine'!${range}`),
    );
    assert.deepEqual(
      [...chart.matchAll(/<c:tx><c:v>([^<]*)/g)].map(([, name]) => name),
      ["Sold", "Left"],
    );
    assert.match(chart, /<a:t>R&amp;D &lt;x&gt;<\/a:t>/);
    assert.match(
      await part("xl/drawings/drawing1.xml"),
      /<xdr:col>2<\/xdr:col>.*<xdr:row>5<.*cx="2857500" cy="1905000"/,
    );
    assert.match(await part("xl/worksheets/sheet2.xml"), /<drawing [^>]*r:id="rId1"\/><\/worksheet>$/);
    assert.ok(!names.includes("xl/worksheets/_rels/sheet1.xml.rels"));
    const types = await part("[Content_Types].xml");
    for (const name of names.filter((one) => /xl\/(charts|drawings)\/\w+\.xml$/.test(one)))
      assert.ok(types.includes(`PartName="/${name}"`), name);
    const again = new ExcelJS.Workbook();
    await again.xlsx.load(await zip.generateAsync({ type: "arraybuffer" }));
    assert.equal(again.getWorksheet("It's mine")!.getCell("B3").value, 3);
    const unchanged = { sheets: book.sheets.slice(0, 1) };
    assert.equal(await addCharts(plain, unchanged), plain);
  });

  it("writes formulas as a file wants them and reads them back", () => {
    for (const [shown, stored] of [
      ['=FILTER(A1:A2,B1:B2="SORT(")', '_xlfn._xlws.FILTER(A1:A2,B1:B2="SORT(")'],
      ["=SUM(K6#)+STDEV.S('a SORT(b'!A1)", "SUM(_xlfn.ANCHORARRAY(K6))+_xlfn.STDEV.S('a SORT(b'!A1)"],
      ["=EOQ(1,2,3)", "EOQ(1,2,3)"],
    ] as const) {
      assert.equal(toFile(shown), stored);
      assert.equal(fromFile(stored), shown);
    }
  });
});
