import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { associateCommands } from "../../../addin/taskpane/excel/commands.ts";
import { createPane, type Pane } from "../../../addin/taskpane/shell/pane.ts";
import { root } from "../../../server/paths.ts";
import { doubtfulBook } from "../doubtful-book.ts";
import { fakeServer } from "../fake-server.ts";
import { paneParts } from "../pane-parts.ts";
import { smallBook } from "../small-book.ts";
import { excelHost, type ExcelHost } from "../../workbook-port/excel-host.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(holds(), "it never came so");
}

describe("commands of Excel's ribbon and menus", () => {
  let host: ExcelHost;
  let pane: Pane;

  async function open(sheets: readonly Sheet[]): Promise<void> {
    host = excelHost();
    for (const { name, rows } of sheets)
      host.type(
        name,
        rows.map((row) => row.map((cell) => cell as string | number | null)),
        [0, 1],
      );
    const making = createPane(paneParts(host.port, fakeServer()));
    associateCommands(making);
    pane = await making;
  }
  afterEach(() => host.close());

  it("are those that the manifest names, no more and no fewer", async () => {
    await open(smallBook);
    const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");
    const named = [...xml.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name);
    assert.deepEqual(named.sort(), [...host.book.commands].sort());
  });

  it("write the first reorder sheet with one click, and leave one click to take it back", async () => {
    await open(smallBook);
    await host.book.click("reorderSheet");
    await until(() => pane.workbook!.reorder.store.get().step === "written");
    assert.deepEqual(host.sheetNames().slice(-2), ["Reorder", "Exceptions"]);
    assert.deepEqual([host.book.panesShown, host.book.startup], [1, "Load"]);
    assert.equal(pane.shown.get().tab, "reorder");
    assert.equal(pane.shown.get().firstRun, false);
    await pane.workbook!.reorder.undo();
    assert.ok(!host.sheetNames().includes("Reorder"));
  });

  it("write nothing while a question is open", async () => {
    await open(doubtfulBook);
    await host.book.click("reorderSheet");
    await until(() => !["start", "working"].includes(pane.workbook!.reorder.store.get().step));
    const { step, preview } = pane.workbook!.reorder.store.get();
    assert.equal(step, "preview");
    assert.ok(preview!.findings.questions.length > 0);
    assert.ok(!host.sheetNames().includes("Reorder"));
  });

  it("say of the selected row why its quantity is what it is, from the item's table and from the reorder sheet", async () => {
    await open(smallBook);
    await host.select("Items", "D3");
    await host.book.click("whyThisQuantity");
    const { store } = pane.workbook!.item;
    await until(() => store.get().status === "ready");
    assert.equal(store.get().sku, "ABC");
    assert.match(store.get().details!.line.why, /\d/);
    assert.equal(pane.shown.get().tab, "item");
    await host.book.click("reorderSheet");
    await until(() => pane.workbook!.reorder.store.get().step === "written");
    const { rows } = (await host.port.readSheet("Reorder"))!;
    await host.select("Reorder", `C${rows.findIndex((row) => row.includes("00123")) + 1}`);
    await host.book.click("whyThisQuantity");
    await until(() => store.get().status === "ready" && store.get().sku === "00123");
  });

  it("say so where the selected row names no item", async () => {
    await open(smallBook);
    await host.select("Items", "A1");
    await host.book.click("whyThisQuantity");
    const { store } = pane.workbook!.item;
    await until(() => store.get().status === "failed");
    assert.match(store.get().trouble!.detail, /names no item/);
  });

  it("calculate again without showing the pane, and show the item's place", async () => {
    await open(smallBook);
    await host.book.click("calculateAgain");
    await until(() => host.book.calculations.length === 1);
    assert.equal(host.book.panesShown, 0);
    await host.book.click("showItem");
    await until(() => pane.shown.get().tab === "item");
    assert.equal(host.book.panesShown, 1);
  });
});
