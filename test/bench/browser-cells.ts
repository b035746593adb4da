import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import { chromiumPath, launchChromium, openWatched } from "../harness/chromium.ts";
import { startServer } from "../harness/server.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

type Lotwise = { model: Model; waiting: number };

const ROWS = 5_000;
const PERIODS = 24;

/** 5,000 items with two years of months each, and a formula of the server's beside each. */
async function workbook(formula: (row: number) => string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Items");
  for (let row = 1; row <= ROWS; row++) {
    const history = Array.from({ length: PERIODS }, (_, t) => 20 + ((row * 7 + t * 13) % 31) + (row % 97));
    sheet.addRow([...history, 2, row % 150, { formula: formula(row) }]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Column AA, from the top: how many cells hold a number. */
const filled = (page: Page): Promise<number> =>
  page.evaluate((rows) => {
    const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
    let count = 0;
    for (let row = 0; row < rows; row++)
      if (typeof getters.getEvaluatedCell({ sheetId: "sheet1", col: 26, row }).value === "number") count++;
    return count;
  }, ROWS);

const shown = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction(
    (title) =>
      document.querySelector("#workbook-name")?.textContent === title &&
      (globalThis as unknown as { lotwise: Lotwise }).lotwise.waiting === 0 &&
      document.querySelector("#state")?.textContent === "All answers in",
    name,
    { timeout: 120_000, polling: 10 },
  );

async function cells(
  browser: Browser,
  origin: string,
  name: string,
  formula: (row: number) => string,
): Promise<Figure[]> {
  const { page, close } = await openWatched(browser, origin);
  await page.goto(`${origin}/`);
  await shown(page, "Toy shop");
  const bodies: string[] = [];
  let firstAt = 0;
  page.on("request", (request) => {
    if (!request.url().endsWith("/v1/compute")) return;
    const body = request.postData() ?? "";
    // The pane asks nothing, to see whether it may.
    if (body === '{"calls":[]}') return;
    firstAt ||= performance.now();
    bodies.push(body);
  });
  const buffer = await workbook(formula);
  await page.locator("#file").setInputFiles({ name: `${name}.xlsx`, mimeType: "application/octet-stream", buffer });
  await shown(page, name);
  const all = performance.now() - firstAt;
  const figures = [
    { name: `browser: ${ROWS} ${name} cells filled`, value: await filled(page), unit: "cells" },
    { name: `browser: ${ROWS} ${name} cells, first request to last cell`, value: all / 1000, unit: "s" },
    { name: `browser: ${ROWS} ${name} cells, requests`, value: bodies.length, unit: "requests" },
    {
      name: `browser: ${ROWS} ${name} cells, largest request`,
      value: Math.max(...bodies.map((b) => b.length)) / 1e6,
      unit: "MB",
    },
  ];
  bodies.length = 0;
  const edit = await page.evaluate(async () => {
    const { model } = (globalThis as unknown as { lotwise: Lotwise }).lotwise;
    const begun = performance.now();
    model.dispatch("UPDATE_CELL", { sheetId: "sheet1", col: 0, row: 100, content: "999" });
    const here = performance.now() - begun;
    // No named function in here: the compiler would mark it with a helper the page lacks.
    const at = { sheetId: "sheet1", col: 26, row: 100 };
    while (typeof model.getters.getEvaluatedCell(at).value !== "number")
      await new Promise((resolve) => setTimeout(resolve, 1));
    return { here, all: performance.now() - begun };
  });
  const asked = bodies.flatMap((body) => (JSON.parse(body) as { calls: unknown[] }).calls).length;
  await close();
  return [
    ...figures,
    { name: `browser: edit among ${ROWS} ${name} cells, the grid's part`, value: edit.here, unit: "ms" },
    { name: `browser: edit among ${ROWS} ${name} cells, to the new answer`, value: edit.all, unit: "ms" },
    { name: `browser: edit among ${ROWS} ${name} cells, calls to the server`, value: asked, unit: "calls" },
  ];
}

/** From opening the page to the first forecast of the server in a cell, in a fresh browser profile. */
async function coldStart(browser: Browser, origin: string): Promise<Figure[]> {
  const { page, close } = await openWatched(browser, origin);
  const begun = performance.now();
  const since = (): number => (performance.now() - begun) / 1000;
  await page.goto(`${origin}/`);
  const number = (row: number, col: number): Promise<unknown> =>
    page.waitForFunction(
      ([row, col]) => {
        const lotwise = (globalThis as unknown as { lotwise?: Lotwise }).lotwise;
        const at = { sheetId: "sheet1", col: col!, row: row! };
        return typeof lotwise?.model.getters.getEvaluatedCell(at).value === "number";
      },
      [row, col],
      { timeout: 60_000, polling: 10 },
    );
  await number(7, 5);
  const first = since();
  await number(21, 1);
  const forecast = since();
  await close();
  return [
    { name: "browser: page opened to first closed formula", value: first, unit: "s" },
    { name: "browser: page opened to first live forecast", value: forecast, unit: "s" },
  ];
}

/** The workbook page in Chromium against the real server: cold start, 5,000 cells, one edit. */
export async function run(): Promise<Figure[]> {
  if (!chromiumPath) {
    console.error("no Chromium found: the browser workbook is not measured (CHROMIUM names its path)");
    return [];
  }
  const server = await startServer();
  const browser = await launchChromium();
  try {
    return [
      ...(await coldStart(browser, server.url)),
      ...(await cells(browser, server.url, "REORDER", (row) => `REORDER(A${row}:X${row},Y${row},Z${row})`)),
      ...(await cells(browser, server.url, "FORECAST_LSTM", (row) => `FORECAST_LSTM(A${row}:X${row},1,12)`)),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
