import assert from "node:assert/strict";
import type { Browser, FrameLocator } from "playwright-core";
import type { WatchedPage } from "../harness/chromium.ts";
import type { RunningServer } from "../harness/server.ts";
import { openBook } from "./book-page.ts";

describe("training a model in the browser workbook", function () {
  this.timeout(180_000);
  let server: RunningServer;
  let browser: Browser;
  let watched: WatchedPage;
  let pane: FrameLocator;

  before(async function () {
    ({ server, browser, watched, pane } = await openBook.call(this));
    await pane.getByRole("button", { name: /toy shop/i }).click();
    await pane.getByRole("tab", { name: "Models" }).click({ timeout: 60_000 });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it("trains on the table with its losses in sight, and ends with a card and the list of models", async () => {
    const train = pane.getByRole("button", { name: "Train", exact: true });
    await pane.getByLabel("Name").fill("My toys");
    assert.equal(await train.isDisabled(), true);
    await pane.getByLabel("Name").fill("toys");
    await train.click();
    await pane.getByRole("heading", { name: "Training toys" }).waitFor();
    await pane.getByRole("img", { name: /^Loss by training step/ }).waitFor({ timeout: 60_000 });
    const outcome = pane.getByRole("heading", { name: /^(No new version|toys@1 is ready)$/ });
    await outcome.waitFor({ timeout: 120_000 });
    const made = (await outcome.innerText()).includes("toys@1");
    const card = pane.locator("[aria-labelledby=trained-heading]");
    assert.match(await card.innerText(), /which training never saw, .* FORECAST_BEST/);
    const list = pane.locator("[aria-labelledby=models-heading]");
    assert.match(await list.innerText(), made ? /toys@1/ : /No version/);
    assert.deepEqual(watched.wrongs, []);
  });

  it("stops when told to", async () => {
    await pane.getByRole("button", { name: "Train again" }).click();
    await pane.getByRole("button", { name: "Train", exact: true }).click();
    await pane.getByRole("button", { name: "Cancel" }).click();
    await pane.getByRole("heading", { name: "Train on this table" }).waitFor();
    assert.deepEqual(watched.wrongs, []);
  });
});
