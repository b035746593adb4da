import ExcelJS from "exceljs";
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { openWatched, type WatchedPage } from "../harness/chromium.ts";
import type { RunningServer } from "../harness/server.ts";
import { openBook, settled, typeInto, valueOf, type Lotwise } from "./book-page.ts";

const [A, B, F] = [0, 1, 5];

describe("browser workbook: the page", function () {
  this.timeout(120_000);
  let server: RunningServer;
  let browser: Browser;
  let watched: WatchedPage;
  let folder: string;

  before(async function () {
    folder = mkdtempSync(path.join(os.tmpdir(), "lotwise-page-"));
    ({ server, browser, watched } = await openBook.call(this));
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    if (watched) assert.deepEqual(watched.wrongs, []);
  });

  it("opens on the toy shop with live answers and no error in sight", async () => {
    const { page } = watched;
    assert.ok(Number(await valueOf(page, F, 7)) > 0, "EOQ");
    assert.ok(Number(await valueOf(page, A, 16)) >= 0, "REORDER");
    assert.match(String(await valueOf(page, B, 17)), /\d/);
    assert.ok(Number(await valueOf(page, B, 21)) > 0, "FORECAST_LSTM");
    assert.ok(Number(await valueOf(page, B, 32)) > 0, "its twelfth week");
    assert.ok(Number(await valueOf(page, B, 41)) >= 0, "ALLOCATE");
    const errors = await page.evaluate(() => {
      const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
      return getters
        .getSheetIds()
        .flatMap((id) => getters.getEvaluatedCells(id).filter(({ type }) => type === "error"));
    });
    assert.deepEqual(errors, []);
  });

  it("shows the task pane beside the grid, connected to the workbook", async () => {
    const pane = watched.page.frameLocator("#pane");
    await pane.locator("main").filter({ hasText: /\w/ }).waitFor();
    assert.match(await pane.locator("main").innerText(), /Lotwise/);
  });

  it("answers an edit, and asks the server for its dependents alone", async () => {
    const { page } = watched;
    const before = {
      stock: await valueOf(page, F, 9),
      order: await valueOf(page, B, 16),
      eoq: await valueOf(page, F, 7),
    };
    const requests: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/v1/compute")) requests.push(request.postData() ?? "");
    });
    await typeInto(page, "F7", "0.99");
    await settled(page);
    await page.waitForFunction((old) => {
      const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
      return getters.getEvaluatedCell({ sheetId: getters.getActiveSheetId(), col: 1, row: 16 }).value !== old;
    }, before.order);
    assert.equal(await valueOf(page, F, 6), 0.99);
    assert.ok(Number(await valueOf(page, F, 9)) > Number(before.stock));
    assert.equal(await valueOf(page, F, 7), before.eoq);
    const calls = requests.flatMap((body) => (JSON.parse(body) as { calls: { function: string }[] }).calls);
    assert.deepEqual([...new Set(calls.map((call) => call.function))], ["REORDER"]);
    assert.equal(calls.length, 1);
  });

  it("says that the server does not answer, and asks again on F9", async () => {
    const { page, wrongs } = watched;
    const old = await valueOf(page, B, 16);
    await page.route("**/v1/compute", (route) => route.fulfill({ status: 400, body: "{}" }));
    await typeInto(page, "F7", "0.9");
    await page.locator("#state[data-state=failed]").waitFor();
    assert.equal(await valueOf(page, A, 16), "#N/A");
    await page.unroute("**/v1/compute");
    wrongs.length = 0;
    await page.keyboard.press("F9");
    await settled(page);
    assert.ok(Number(await valueOf(page, B, 16)) < Number(old));
  });

  it("opens a workbook and saves it, codes intact and formulas alive", async () => {
    const { page } = watched;
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Codes");
    sheet.addRow(["SKU", "Units", "Total"]);
    sheet.addRow(["00123", 5]);
    sheet.addRow(["007", 6]);
    sheet.getCell("C2").value = { formula: "SUM(B2:B3)", result: 11 };
    sheet.getCell("C3").value = { formula: "EOQ(1000,50,B2)", result: 0 };
    const file = path.join(folder, "codes.xlsx");
    await writeFile(file, Buffer.from(await workbook.xlsx.writeBuffer()));
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.locator("#workbook-name", { hasText: "codes" }).waitFor();
    await page.waitForFunction(
      () => (globalThis as unknown as { lotwise: Lotwise }).lotwise.model.getters.getSheetName("sheet1") === "Codes",
    );
    assert.deepEqual([await valueOf(page, 0, 1), await valueOf(page, 0, 2)], ["00123", "007"]);
    assert.equal(await valueOf(page, 2, 1), 11);
    await typeInto(page, "B2", "10");
    const downloading = page.waitForEvent("download");
    await page.locator("#save").click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), "codes.xlsx");
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.load((await readFile(await download.path())).buffer as ArrayBuffer);
    const codes = saved.getWorksheet("Codes")!;
    assert.deepEqual([codes.getCell("A2").value, codes.getCell("A3").value], ["00123", "007"]);
    assert.deepEqual(codes.getCell("C2").value, { formula: "SUM(B2:B3)", result: 16 });
    assert.deepEqual(codes.getCell("C3").value, { formula: "EOQ(1000,50,B2)", result: 100 });
  });

  it("says what is wrong with a file that is no workbook", async () => {
    const { page } = watched;
    const file = path.join(folder, "wrong.xlsx");
    await writeFile(file, "not a workbook");
    await page.locator("#file").setInputFiles(file);
    await page.locator(".lw-toast", { hasText: "must be an Excel workbook" }).waitFor();
  });

  it("hides the pane on a narrow screen and brings it on demand", async () => {
    const narrow = await openWatched(browser, server.url, {
      viewport: { width: 420, height: 800 },
      colorScheme: "dark",
    });
    await narrow.page.goto(`${server.url}/`);
    await settled(narrow.page).catch(() => undefined);
    assert.ok(!(await narrow.page.locator("#pane").isVisible()));
    await narrow.page.locator("#toggle-pane").click();
    assert.ok(await narrow.page.locator("#pane").isVisible());
    assert.deepEqual(narrow.wrongs, []);
    await narrow.close();
  });

  it("keeps unsafe-eval to its own page and serves the libraries' licences", async () => {
    const policy = async (at: string): Promise<string> =>
      (await fetch(server.url + at)).headers.get("content-security-policy") ?? "";
    assert.match(await policy("/"), /unsafe-eval/);
    for (const other of ["/pane.html", "/docs", "/xlsx.js"]) assert.doesNotMatch(await policy(other), /unsafe-eval/);
    assert.match(await (await fetch(`${server.url}/vendor/licences.html`)).text(), /LGPL-3\.0/);
    for (const name of ["o-spreadsheet", "owl", "bootstrap"])
      assert.equal((await fetch(`${server.url}/vendor/${name}/LICENSE`)).status, 200, name);
  });
});
