import ExcelJS from "exceljs";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Browser, FrameLocator } from "playwright-core";
import { openWatched, type WatchedPage } from "../harness/chromium.ts";
import type { RunningServer } from "../harness/server.ts";
import { openBook, settled, typeInto, valueOf, type Lotwise } from "./book-page.ts";

const [SKU, SUGGESTED, ORDER, OWN] = [1, 4, 5, 6];
/** The first line to order, below the title, the header and the first supplier's heading. */
const LINE = 7;

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
    const sku = await valueOf(page, SKU, LINE);
    const suggested = Number(await valueOf(page, SUGGESTED, LINE));
    assert.match(String(sku), /^\d{5}$/);
    assert.equal(await valueOf(page, ORDER, LINE), suggested);

    const exception = pane.locator(".exceptions button").first();
    const urgent = await exception.textContent();
    await exception.click();
    await page.waitForFunction(
      ([text, col]) => {
        const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
        const { sheetId, row } = getters.getActivePosition();
        const skus = [col, col + 1].map((at) => getters.getEvaluatedCell({ sheetId, row, col: at }).value);
        return skus.includes(text);
      },
      [urgent!, SKU] as const,
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

    await typeInto(page, "F8", String(suggested + 77));
    assert.equal(await valueOf(page, ORDER, LINE), suggested + 77);
    await makeSheet("Make it again");
    assert.equal(await valueOf(page, SKU, LINE), sku);
    assert.equal(await valueOf(page, SUGGESTED, LINE), suggested);
    assert.equal(await valueOf(page, ORDER, LINE), suggested + 77);
    assert.match(String(await valueOf(page, OWN, LINE)), /^kept/);

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Save .xlsx").click()]);
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.load((await readFile(await download.path())) as never);
    const row = saved.getWorksheet("Reorder")!.getRow(LINE + 1);
    assert.equal(row.getCell(SKU + 1).value, sku);
    assert.equal(row.getCell(ORDER + 1).value, suggested + 77);

    // One undo takes the second writing back, to the sheet with the quantity typed; the sheets stay.
    await pane.getByRole("button", { name: "Undo" }).click();
    for (let tries = 0; tries < 100 && (await valueOf(page, OWN, LINE)); tries++) await page.waitForTimeout(100);
    assert.ok(!(await valueOf(page, OWN, LINE)), "the mark of the second run is gone");
    assert.deepEqual(await sheets(), [...before, "Reorder", "Exceptions"]);
    assert.equal(await valueOf(page, ORDER, LINE), suggested + 77);
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
