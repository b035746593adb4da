import assert from "node:assert/strict";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import type { Undo } from "../../addin/workbook/port.ts";
import { UserError } from "../../shared/define/errors.ts";
import { PAYLOAD_LIMIT } from "../harness/office/remote.ts";
import { largePlan, line, plan, request } from "../reorder-sheet/plans.ts";
import { excelHost, type ExcelHost } from "./excel-host.ts";

const hasSentence = (pattern: RegExp) => (error: unknown) => error instanceof UserError && pattern.test(error.message);

async function write(host: ExcelHost, count: number): Promise<void> {
  await rewrite(host, count);
}

async function rewrite({ port }: ExcelHost, count: number): Promise<Undo> {
  const { plan: made, request: asked } = largePlan(count);
  return port.writeSheets(reorderSheets(made, asked, await port.readSheets()).sheets, "Reorder sheet");
}

describe("Excel's limits", () => {
  let host: ExcelHost;
  afterEach(() => host.close());

  it("carries a large plan with long texts in parts below 5 MB each way", async () => {
    host = excelHost();
    const why = "Erwartet 80, gebraucht 95. ".repeat(60);
    const lines = Array.from({ length: 4000 }, (_, i) => line({ sku: `S${i}`, why }));
    const made = plan(lines);
    for (let run = 0; run < 2; run++) {
      const { sheets } = reorderSheets(made, request(lines.map(({ sku }) => ({ sku }))), await host.port.readSheets());
      await host.port.writeSheets(sheets, "Reorder sheet");
    }
    assert.ok(4000 * why.length > PAYLOAD_LIMIT);
    assert.ok(host.book.traffic.sent < PAYLOAD_LIMIT, `${host.book.traffic.sent} bytes sent`);
    assert.ok(host.book.traffic.answered < PAYLOAD_LIMIT, `${host.book.traffic.answered} bytes answered`);
  });

  it("holds redrawing back once a sheet, not in a loop", async () => {
    host = excelHost();
    await write(host, 4000);
    const { suspensions } = host.book.traffic;
    await write(host, 4000);
    assert.equal(host.book.traffic.suspensions - suspensions, 2);
  });

  it("writes over what the buyer made an Excel table of, and says that Undo does not bring the table back", async () => {
    host = excelHost();
    await write(host, 12);
    host.book.sheet("Reorder").tables.push({ name: "Table1", address: "Reorder!A4:Y20" });
    const { without } = await rewrite(host, 60);
    assert.deepEqual(without, ["the Excel table of Reorder"]);
    assert.deepEqual(host.book.sheet("Reorder").tables, []);
    assert.ok(host.furniture("Reorder").filter);
  });

  it("shows a cell once the one that is being edited is done", async () => {
    host = excelHost();
    host.book.editing = true;
    const shown = host.port.select("Sheet1", "B2");
    host.book.editing = false;
    await shown;
    assert.equal(host.book.state.active.address, "B2");
  });

  it("halves a part that is too large to be read", async () => {
    host = excelHost();
    const long = "x".repeat(30_000);
    host.type(
      "Long",
      Array.from({ length: 400 }, (_, i) => [i, long]),
    );
    const sheet = await host.port.readSheet("Long");
    assert.equal(sheet!.rows.length, 400);
    assert.deepEqual(sheet!.rows.at(-1), [399, long]);
  });

  it("asks to finish editing a cell", async () => {
    host = excelHost();
    host.book.editing = true;
    await assert.rejects(write(host, 3), hasSentence(/A cell is being edited: press Enter or Esc/));
    await assert.rejects(host.port.selection(), hasSentence(/being edited/));
  });

  it("calculates again once the cell that is being edited is done", async () => {
    host = excelHost();
    host.book.editing = true;
    const asked = host.port.recalculate();
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(host.book.calculations, []);
    host.book.editing = false;
    await asked;
    assert.deepEqual(host.book.calculations, ["FullRebuild"]);
  });

  it("says so where the workbook's structure is protected and a sheet must be added", async () => {
    host = excelHost();
    host.book.state.structureLocked = true;
    await assert.rejects(write(host, 3), hasSentence(/structure is protected, so sheet "Reorder" cannot be added/));
    host.book.state.structureLocked = false;
    await write(host, 3);
    host.book.state.structureLocked = true;
    await write(host, 4);
  });

  it("says so where the cell for a formula is on a protected sheet", async () => {
    host = excelHost();
    host.lock("Sheet1");
    await assert.rejects(host.port.insertFormula("=1+1"), hasSentence(/protected\. Unprotect it/));
  });

  it("writes where Excel cannot undo it as one step, or is too old to know how", async () => {
    for (const options of [{ undoNotSupported: true }, { api: 14 }]) {
      host = excelHost(options);
      await write(host, 5);
      await write(host, 5);
      assert.equal(host.furniture("Reorder").highlights, 3);
      host.close();
    }
    host = excelHost();
  });

  it("puts everything back where a writing fails on the way", async () => {
    host = excelHost();
    await write(host, 5);
    const before = ["Reorder", "Exceptions"].map((name) => host.image(name));
    const exceptions = host.book.sheet("Exceptions");
    // Protected by someone else after the check, before its turn.
    let looks = 0;
    Object.defineProperty(exceptions, "locked", { configurable: true, get: () => ++looks > 1 && looks < 6 });
    await assert.rejects(write(host, 30), hasSentence(/protected/));
    Object.defineProperty(exceptions, "locked", { configurable: true, writable: true, value: false });
    assert.deepEqual(
      ["Reorder", "Exceptions"].map((name) => host.image(name)),
      before,
    );
  });

  it("puts the buyer's charts, validation, row heights and marks back when a rewriting is taken back", async () => {
    host = excelHost();
    await write(host, 12);
    const sheet = host.book.sheet("Exceptions");
    host.type("Mine", [
      ["a", 1],
      ["b", 2],
    ]);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const own = worksheets.getItem("Exceptions");
      const made = own.charts.add("Line", worksheets.getItem("Mine").getRange("B1:B2"), "Columns");
      made.series.getItemAt(0).setXAxisValues(worksheets.getItem("Mine").getRange("A1:A2"));
      made.title.text = "Mine";
      made.left = 33;
      own.getRange("C5:C6").dataValidation.rule = { list: { inCellDropDown: true, source: "=Mine!$A$1:$A$2" } };
      own.getRange("C6").dataValidation.prompt = { message: "Pick one", showPrompt: true, title: "Mine" };
      own.getRange("B5:B6").format.font.strikethrough = true;
      await context.sync();
    });
    sheet.heights.set(4, 44);
    const before = ["Reorder", "Exceptions", "Mine"].map((name) => host.image(name));
    assert.equal(sheet.charts.length, 2);
    assert.equal(sheet.charts[0]!.series[0]!.values, "Exceptions!B5:B6");
    const { plan: made, request: asked } = largePlan(60);
    const { sheets } = reorderSheets(made, asked, await host.port.readSheets());
    const { undo } = await host.port.writeSheets(sheets, "Reorder sheet");
    assert.equal(host.book.sheet("Exceptions").charts.length, 1);
    await undo!();
    assert.deepEqual(
      ["Reorder", "Exceptions", "Mine"].map((name) => host.image(name)),
      before,
    );
  });

  it("takes a rewriting back without its charts where Excel is too old to tell them", async () => {
    host = excelHost({ api: 14 });
    await write(host, 12);
    const validations = structuredClone(host.book.sheet("Reorder").validations);
    assert.equal(validations.size, 12);
    const { plan: made, request: asked } = largePlan(60);
    const { sheets } = reorderSheets(made, asked, await host.port.readSheets());
    const { undo } = await host.port.writeSheets(sheets, "Reorder sheet");
    await undo!();
    assert.equal(host.furniture("Exceptions").charts, 0);
    assert.deepEqual(host.book.sheet("Reorder").validations, validations);
  });

  describe("rules that cannot be read back", () => {
    it("takes a rule that the buyer's moving of lines spread over several ranges back with the rest", async () => {
      host = excelHost();
      await write(host, 12);
      host.book.sheet("Reorder").highlights[0]!.address = "Reorder!F5:F8, Reorder!F11:F12";
      const before = host.image("Reorder");
      const { undo, without } = await rewrite(host, 60);
      assert.equal(host.furniture("Reorder").highlights, 3);
      await undo!();
      assert.deepEqual(host.image("Reorder"), before);
      assert.deepEqual(without, []);
    });

    it("writes again after Excel's own undo, whose rules cannot be read", async () => {
      host = excelHost({ faults: ["restored rules"] });
      await write(host, 12);
      await write(host, 20);
      host.book.undo();
      const { undo, without } = await rewrite(host, 60);
      assert.equal(host.furniture("Reorder").highlights, 3);
      assert.deepEqual(without, ["the colour rules of Reorder and Exceptions"]);
      await undo!();
      assert.equal(host.furniture("Reorder").highlights, 0);
    });

    it("writes where two rules on the same cells cannot be read, and takes all else back", async () => {
      host = excelHost({ faults: ["rules on the same cells"] });
      await write(host, 12);
      const before = host.image("Reorder");
      const { undo, without } = await rewrite(host, 60);
      assert.deepEqual(without, ["the colour rules of Exceptions"]);
      await undo!();
      assert.deepEqual(host.image("Reorder"), before);
    });

    it("writes without an undo of its own where nothing can be read of how a sheet was", async () => {
      host = excelHost({ faults: ["formulas"] });
      await write(host, 12);
      assert.equal((await rewrite(host, 60)).undo, undefined);
      assert.equal(
        (await host.port.readSheet("Reorder"))!.rows.some((row) => row.includes("00059")),
        true,
      );
    });
  });

  it("inserts a formula into a cell formatted as text", async () => {
    host = excelHost();
    host.type("Codes", [["00123"]], [0]);
    await host.select("Codes", "A1");
    await host.port.insertFormula("=1+1");
    assert.deepEqual((await host.port.readSheet("Codes"))!.rows, [[2]]);
  });

  it("names sheets with spaces and apostrophes as Excel shows them", async () => {
    host = excelHost();
    host.type("It's mine", [["x"]]);
    await host.select("It's mine", "A1");
    assert.deepEqual(await host.port.selection(), { sheet: "It's mine", address: "A1" });
  });
});

describe("the workbook in memory", () => {
  it("refuses to read what was not loaded and synced, and to write half a block", async () => {
    const host = excelHost();
    try {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItemOrNullObject("Sheet1").getRange("A1:B2");
        assert.throws(() => range.values, { code: "PropertyNotLoaded" });
        range.load("values");
        assert.throws(() => range.values, { code: "PropertyNotLoaded" });
        range.values = [[1, 2]];
        await assert.rejects(context.sync(), { code: "InvalidArgument" });
        range.values = [
          ["=1+1", "00123"],
          ["+2+3", "'=3"],
        ];
        range.load("values,formulas");
        await context.sync();
        assert.deepEqual(range.values, [
          [2, 123],
          [5, "=3"],
        ]);
        assert.deepEqual(range.formulas[0], ["=1+1", 123]);
      });
    } finally {
      host.close();
    }
  });
});
