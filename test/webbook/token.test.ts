import axe from "axe-core";
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { launchChromium, needsChromium, openWatched } from "../harness/chromium.ts";
import { startServer, type RunningServer } from "../harness/server.ts";
import { settled } from "./book-page.ts";

describe("the browser workbook at a server that asks for a token", function () {
  this.timeout(120_000);
  let server: RunningServer;
  let browser: Browser;

  before(async function () {
    needsChromium.call(this);
    [server, browser] = await Promise.all([
      startServer({ API_TOKENS: "0f1e2d3c4b5a69788796a5b4c3d2e1f0,ann:q1w2e3r4t5y6u7i8o9p0a1s2d3" }),
      launchChromium(),
    ]);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it("asks in the pane, and then fills the cells and plans, also after a reload", async () => {
    const { page, wrongs, close } = await openWatched(browser, server.url);
    page.setDefaultTimeout(60_000);
    await page.goto(`${server.url}/`);
    await page.getByText(/answers? (is|are) missing/).waitFor();
    const pane = page.frameLocator("#pane");
    const field = pane.getByLabel("Access token");
    await field.fill("wrong");
    const [, frame] = page.frames();
    await frame!.evaluate(axe.source);
    const { violations } = await frame!.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run({ exclude: "[data-tabster-dummy]" }),
    );
    assert.deepEqual(
      violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id),
      [],
    );
    await pane.getByRole("button", { name: "Use this token" }).click();
    await pane.getByText("The server does not take this token.").waitFor();
    await field.fill("q1w2e3r4t5y6u7i8o9p0a1s2d3");
    await page.keyboard.press("Enter");
    await field.waitFor({ state: "detached" });
    await settled(page);

    await page.reload();
    await settled(page);
    await pane.getByRole("button", { name: /toy shop/i }).click();
    await pane.getByRole("button", { name: "Make the reorder sheet" }).click();
    await pane.getByRole("heading", { name: "Ready to write" }).waitFor();
    assert.equal(await field.count(), 0);
    // A refusal is all that the browser itself complains of.
    assert.deepEqual(
      wrongs.filter((wrong) => !/status of 401/.test(wrong)),
      [],
    );
    await close();
  });
});
