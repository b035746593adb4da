import ExcelJS from "exceljs";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Browser, FrameLocator } from "playwright-core";
import { openWatched, type WatchedPage } from "../harness/chromium.ts";
import type { RunningServer } from "../harness/server.ts";
import { openBook, settled, typeInto, valueOf, type Lotwise } from "./book-page.ts";

const [SKU, ORDER, SUGGESTED, OWN] = [0, 2, 11, 12];
/** Where the sheet of exceptions names its items. */
const NAMED = 5;

/** The row of the first line to order, below the header. */
async function firstLine(page: WatchedPage["page"]): Promise<number> {
  for (let row = 0; row < 100; row++) if ((await valueOf(page, SKU, row)) === "SKU") return row + 1;
  throw new Error("The sheet has no header.");
}

describe("a buyer's journey through the browser workbook", function () {
  this.timeout(180_000);
  let server: RunningServer;
  let browser: Browser;
  let watched: WatchedPage;
  let pane: FrameLocator;

  before(async function () {
    ({ server, browser, watched, pane } = await openBook.call(this));
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const sheets = (): Promise<string[]> =>
    watched.page.evaluate(() => {
      const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
      return getters.getSheetIds().map((id) => getters.getSheetName(id));
    });

  async function makeSheet(button: string): Promise<void> {
    await pane.getByRole("button", { name: button }).click();
    await pane.getByRole("button", { name: /^write/i }).click({ timeout: 60_000 });
    await pane.getByRole("heading", { name: "The reorder sheet is written" }).waitFor({ timeout: 60_000 });
    await settled(watched.page);
  }

  it("makes the reorder sheet, keeps an override in the next run, undoes once, and saves what it shows", async () => {
    const { page, wrongs } = watched;
    const before = await sheets();
    await pane.getByRole("button", { name: /toy shop/i }).click();
    await makeSheet("Make the reorder sheet");
    assert.deepEqual(await sheets(), [...before, "Reorder", "Exceptions"]);
    const line = await firstLine(page);
    const sku = await valueOf(page, SKU, line);
    const suggested = Number(await valueOf(page, SUGGESTED, line));
    assert.match(String(sku), /^\d{5}$/);
    assert.equal(await valueOf(page, ORDER, line), suggested);

    const exception = pane.locator(".exceptions button").first();
    const urgent = await exception.textContent();
    await exception.click();
    await page.waitForFunction(
      ([text, ...columns]) => {
        const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
        const { sheetId, row } = getters.getActivePosition();
        const shown = columns.map((col) => String(getters.getEvaluatedCell({ sheetId, row, col }).value));
        return shown.some((cell) => cell.split(", ").includes(text));
      },
      [urgent!, SKU, NAMED] as const,
    );
    await pane.getByRole("tab", { name: "Reorder" }).click();
    await pane.getByRole("button", { name: "Show Reorder" }).click();
    await page.waitForFunction(() => {
      const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
      return getters.getSheetName(getters.getActiveSheetId()) === "Reorder";
    });
    await page
      .locator(".o-grid-overlay")
      .first()
      .click({ position: { x: 300, y: 40 } });

    await typeInto(page, `C${line + 1}`, String(suggested + 77));
    assert.equal(await valueOf(page, ORDER, line), suggested + 77);
    await makeSheet("Make it again");
    assert.equal(await valueOf(page, SKU, line), sku);
    assert.equal(await valueOf(page, SUGGESTED, line), suggested);
    assert.equal(await valueOf(page, ORDER, line), suggested + 77);
    assert.match(String(await valueOf(page, OWN, line)), /^kept/);

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Save .xlsx").click()]);
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.load((await readFile(await download.path())) as never);
    const row = saved.getWorksheet("Reorder")!.getRow(line + 1);
    assert.equal(row.getCell(SKU + 1).value, sku);
    assert.equal(row.getCell(ORDER + 1).value, suggested + 77);

    // One undo takes the second writing back, to the sheet with the quantity typed; the sheets stay.
    await pane.getByRole("button", { name: "Undo" }).click();
    for (let tries = 0; tries < 100 && (await valueOf(page, OWN, line)); tries++) await page.waitForTimeout(100);
    assert.ok(!(await valueOf(page, OWN, line)), "the mark of the second run is gone");
    assert.deepEqual(await sheets(), [...before, "Reorder", "Exceptions"]);
    assert.equal(await valueOf(page, ORDER, line), suggested + 77);
    assert.deepEqual(wrongs, []);
  });

  it("finds the promotions, takes a correction of them, and remembers it", async () => {
    const { page, wrongs, close } = await openWatched(browser, server.url);
    await page.goto(`${server.url}/`);
    const own = page.frameLocator("#pane");
    await own.getByRole("button", { name: /toy shop/i }).click();
    const fold = own.getByRole("button", { name: /^Found Promotions/ });
    assert.match(await fold.innerText(), /Promotions, \d{3} rows/);
    await fold.click();
    const columns = own.getByRole("group", { name: "Columns of Promotions" });
    const column = (label: string) => columns.getByLabel(label, { exact: true });
    for (const [label, header] of [
      ["SKU", "SKU"],
      ["Start", "Start"],
      ["End", "End"],
      ["Discount", "Discount"],
    ] as const)
      assert.equal(await column(label).inputValue(), header);
    const dates = own.getByRole("region", { name: "First rows of Promotions" }).locator("tbody td:nth-child(2)");
    assert.match(await dates.first().innerText(), /^20\d\d-\d\d-\d\d$/);

    await column("Discount").selectOption("No column");
    await page.reload();
    await own.getByRole("button", { name: /^Found Promotions/ }).click();
    assert.equal(await column("Discount").inputValue(), "");
    assert.equal(await column("Start").inputValue(), "Start");
    assert.deepEqual(wrongs, []);
    await close();
  });
});
