import type { Model } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchChromium, needsChromium, openWatched, type WatchedPage } from "../harness/chromium.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

/** What the page leaves on globalThis for tests and the console. */
export type Lotwise = { model: Model; waiting: number };

/** What a cell of the page's workbook holds; `col` and `row` count from 0 on the sheet in view. */
export const valueOf = (page: Page, col: number, row: number): Promise<unknown> =>
  page.evaluate(
    ([col, row]) => {
      const { getters } = (globalThis as unknown as { lotwise: Lotwise }).lotwise.model;
      return getters.getEvaluatedCell({ sheetId: getters.getActiveSheetId(), col: col!, row: row! }).value;
    },
    [col, row],
  );

/** Waits until no cell waits for the server. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const lotwise = (globalThis as unknown as { lotwise?: Lotwise }).lotwise;
      return lotwise?.waiting === 0 && document.querySelector("#state")?.textContent === "All answers in";
    },
    undefined,
    { timeout: 40_000 },
  );

/** Goes to a cell that holds something by the name box and types over it, as a user does who looks before typing on. */
export async function typeInto(page: Page, at: string, text: string): Promise<void> {
  await page.locator(".o-spreadsheet input.os-input").first().fill(at);
  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  await page.waitForFunction(() => {
    const { activeElement } = document;
    return activeElement?.classList.contains("o-composer") && activeElement.textContent !== "";
  });
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** The workbook in a browser of its own, on a server of its own. */
export interface OpenBook {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly watched: WatchedPage;
  readonly pane: FrameLocator;
}

/** Opens the workbook and waits until its cells are answered; skips the suite where there is no browser. */
export async function openBook(this: Mocha.Context): Promise<OpenBook> {
  needsChromium.call(this);
  const [server, browser] = await Promise.all([startServer(), launchChromium()]);
  const watched = await openWatched(browser, server.url);
  await watched.page.goto(`${server.url}/`);
  await settled(watched.page);
  return { server, browser, watched, pane: watched.page.frameLocator("#pane") };
}
