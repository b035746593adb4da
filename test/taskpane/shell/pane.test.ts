import axe from "axe-core";
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { readAnswers } from "../../../server/cli/reorder/answers.ts";
import { readWorkbook } from "../../../server/workbook/read.ts";
import { launchChromium, needsChromium } from "../../harness/chromium.ts";
import { startServer, type RunningServer } from "../../harness/server.ts";
import { assertFits } from "../../harness/text/guises.ts";
import { servePane } from "../pane-page.ts";

interface Looks {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

describe("the task pane in a browser", function () {
  this.timeout(120_000);
  let server: RunningServer;
  let browser: Browser;
  before(async function () {
    needsChromium.call(this);
    [server, browser] = await Promise.all([startServer(), launchChromium()]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens the pane over a workbook in memory and fails on any complaint of the page, its content policy's included. */
  async function withPane(
    query: string,
    work: (page: Page) => Promise<void>,
    { width = 420, colorScheme = "light" }: Looks = {},
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
    });
    try {
      await servePane(context, server.url);
      const page = await context.newPage();
      page.setDefaultTimeout(40_000);
      const wrongs: string[] = [];
      page.on("pageerror", ({ message }) => wrongs.push(message));
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) wrongs.push(message.text());
      });
      await page.goto(`${server.url}/fake-workbook.html?${query}`);
      await work(page);
      assert.deepEqual(wrongs, []);
    } finally {
      await context.close();
    }
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
  const sheetNames = (page: Page) => page.evaluate(() => window.port.sheets.map(({ name }) => name));

  /** Nothing sticks out of the window in any font, and axe-core finds nothing serious. */
  async function assertSound(page: Page, where: string): Promise<void> {
    await assertFits(page, where);
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
    // Evaluated as the test's own code, which the page's content policy does not govern.
    await page.evaluate(axe.source);
    // Fluent UI's focus guards pass the focus on at once, so that no one ever rests on them.
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run({ exclude: "[data-tabster-dummy]" }),
    );
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    assert.deepEqual(
      serious.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`),
      [],
    );
  }

  for (const looks of [
    { width: 320, colorScheme: "light" },
    { width: 420, colorScheme: "dark" },
  ] as const)
    it(`leads from the first screen to the written sheet and back, ${looks.width} px wide, ${looks.colorScheme}`, () =>
      withPane(
        "book=toy&host=browser",
        async (page) => {
          await button(page, "Try it on the toy shop").waitFor();
          await assertSound(page, "first screen");
          await button(page, "Try it on the toy shop").click();
          await button(page, /^Found Items/).click();
          await button(page, /^Settings/).click();
          await page.getByRole("combobox", { name: "Sheet with items" }).waitFor();
          await assertSound(page, "tables and settings");
          await page.getByRole("textbox", { name: "Service level" }).fill("120");
          await page.getByText("A percentage from 50 to 99.99").waitFor();
          assert.ok(await button(page, "Make the reorder sheet").isDisabled());
          await assertSound(page, "a faulty setting");
          await page.getByRole("textbox", { name: "Service level" }).fill("97.5");

          await button(page, "Make the reorder sheet").click();
          await page.getByRole("heading", { name: "Ready to write" }).waitFor();
          assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Ready to write");
          await page.getByText("How it was read").click();
          await assertSound(page, "preview");
          assert.ok(!(await sheetNames(page)).includes("Reorder"));
          await button(page, "Write both sheets").click();
          await page.getByRole("heading", { name: "The reorder sheet is written" }).waitFor();
          assert.deepEqual((await sheetNames(page)).slice(-2), ["Reorder", "Exceptions"]);
          await assertSound(page, "written");

          const first = page.locator(".exceptions button").first();
          const sku = await first.textContent();
          await first.click();
          await page.locator("svg.chart path.forecast").waitFor();
          assert.equal(await page.getByLabel("SKU").inputValue(), sku);
          await page.getByText("The figures as a table").click();
          await assertSound(page, "item");

          await page.getByRole("tab", { name: "Reorder" }).click();
          await button(page, "Undo").click();
          await button(page, "Make the reorder sheet").waitFor();
          assert.ok(!(await sheetNames(page)).includes("Reorder"));
        },
        looks,
      ));

  it("asks what two readings fit, marks the columns of the sheet, and saves the answers as a file", () =>
    withPane(
      "book=doubtful&begun",
      async (page) => {
        const ask = page.getByText('is "Order Qty" what you want to buy now?');
        await ask.waitFor();
        const heights = await Promise.all(
          [ask, page.getByRole("heading", { name: "Your tables" })].map((at) => at.boundingBox()),
        );
        assert.ok(heights[0]!.y < heights[1]!.y, "what matters most comes first");
        await page.getByText("1 part of the workbook left out").click();
        await page.getByText("Forecast, A1:C3: a forecast, no sales").waitFor();
        await button(page, /^Found Items/).click();
        await page.getByRole("columnheader", { name: "Shelf not used" }).waitFor();
        await page.getByRole("columnheader", { name: "SKU SKU, sure" }).waitFor();
        await assertSound(page, "a question");
        await button(page, /^Yes: 350 units of 2 items/).click();
        await page.getByText("1 answer of yours is remembered with this workbook.").waitFor();
        await ask.waitFor({ state: "detached" });
        await assertSound(page, "answered");
        const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Save the answers").click()]);
        assert.equal(file.suggestedFilename(), "lotwise-answers.json");
        assert.deepEqual(await readAnswers(await file.path()), { "own quantity: order qty": "own" });
        await button(page, "Ask again").click();
        await ask.waitFor();
      },
      { width: 320 },
    ));

  it("adds sheets to fill in where no sales were found, in the language chosen, and gives them as a file", () =>
    withPane(
      "book=empty&begun",
      async (page) => {
        await button(page, "Add sheets to fill in").waitFor();
        await assertSound(page, "nothing found");
        await page.getByRole("combobox", { name: "Sheets to fill in, in" }).selectOption("de");
        const link = page.getByRole("link", { name: "Download them as a workbook" });
        const file = await page.request.get(new URL((await link.getAttribute("href"))!, server.url).href);
        assert.match(file.headers()["content-disposition"]!, /lotwise-template-de\.xlsx/);
        assert.ok(
          (await readWorkbook(await file.body(), "template.xlsx")).some(({ name }) => name === "Offene Bestellungen"),
        );
        await button(page, "Add sheets to fill in").click();
        await page.waitForFunction(() => window.port.shown.includes("Hinweise"));
        const names = ["Sheet1", "Hinweise", "Artikel", "Verkäufe", "Offene Bestellungen", "Lieferanten", "Aktionen"];
        assert.deepEqual(await sheetNames(page), names);
        await page.getByText("No sales history was found").waitFor();
        await assertSound(page, "sheets to fill in");
      },
      { width: 320, colorScheme: "dark" },
    ));

  it("has the workbook calculated again by a button", () =>
    withPane("book=toy&begun", async (page) => {
      await button(page, "Calculate again").click();
      await page.waitForFunction(() => window.port.recalculated === 1);
    }));

  it("inserts a function's example into the cell, found by words of its help", () =>
    withPane(
      "book=toy&begun",
      async (page) => {
        await page.getByRole("tab", { name: "Functions" }).click();
        await page.getByLabel("Search functions").fill("economic quantity");
        await button(page, /^EOQ/).click();
        await button(page, "Insert at the selected cell: EOQ").click();
        assert.deepEqual(await page.evaluate(() => window.port.inserted), ["=EOQ(10000, 50, 2)"]);
        await assertSound(page, "functions");
        await page.getByLabel("Search functions").fill("xyzzy");
        await page.getByText("No function matches.").waitFor();
      },
      { width: 320, colorScheme: "dark" },
    ));

  it("follows the selected row, by the keyboard too", () =>
    withPane("book=toy&begun", async (page) => {
      await page.getByRole("tab", { name: "Reorder" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.evaluate(() => window.port.point({ sheet: "Items", address: "C5" }));
      const sku = await page.evaluate(() =>
        String(window.port.sheets.find(({ name }) => name === "Items")!.rows[4]![0]),
      );
      await page.locator("svg.chart").waitFor();
      assert.equal(await page.getByLabel("SKU").inputValue(), sku);
    }));

  it("says that there is no such SKU, and shows no other item in its place", () =>
    withPane("book=toy&begun", async (page) => {
      await page.getByRole("tab", { name: "Item" }).click();
      await page.evaluate(() => window.port.point({ sheet: "Items", address: "C5" }));
      const chart = page.locator("svg.chart");
      await chart.waitFor();
      const field = page.getByLabel("SKU");
      await field.fill("qqq");
      await page.getByText('No such SKU: no item\'s SKU or description holds "qqq".').waitFor();
      assert.equal(await chart.count(), 0);
      await field.press("Enter");
      await page.getByText(/No such SKU: qqq is in no row of the item table/).waitFor();
      assert.equal(await chart.count(), 0);
    }));

  it("plans for a fill rate where that is picked, and the plan is another", () =>
    withPane("book=toy&begun", async (page) => {
      const plan = async () => {
        await button(page, "Make the reorder sheet").click();
        await page.getByRole("heading", { name: "Ready to write" }).waitFor();
        await button(page, "Write both sheets").click();
        await page.getByRole("heading", { name: "The reorder sheet is written" }).waitFor();
        const rows = await page.evaluate(() => window.port.sheets.find(({ name }) => name === "Reorder")!.rows);
        await button(page, "Undo").click();
        await button(page, "Make the reorder sheet").waitFor();
        const header = rows.findIndex((row) => row.includes("Reorder point"));
        const column = rows[header]!.indexOf("Reorder point");
        return {
          title: rows.slice(0, header).flat().join("\n"),
          needs: rows.slice(header + 1).map((row) => row[column]),
        };
      };
      const before = await plan();
      assert.match(before.title, /service level 95%/);
      await button(page, /^Settings/).click();
      await page.getByRole("combobox", { name: "Target" }).selectOption("Fill rate");
      assert.equal(await page.getByRole("textbox", { name: "Fill rate" }).inputValue(), "98");
      assert.equal(await page.getByRole("textbox", { name: "Service level" }).count(), 0);
      await page.getByText("98% fill rate, ordered weekly").waitFor();
      await assertSound(page, "settings with a fill rate");
      const after = await plan();
      assert.match(after.title, /fill rate 98%/);
      assert.notDeepEqual(after.needs, before.needs);
    }));

  it("says what the past would have cost, down to the items, at every width and in every light", () =>
    withPane("book=toy&begun", async (page) => {
      await button(page, "What would it have cost?").click();
      const active = () => page.evaluate(() => document.activeElement?.outerHTML ?? "");
      assert.match(await active(), /^<h2.*What would it have cost\?/);
      await page.getByLabel("Go back").selectOption("Three months, 13 weeks");
      await assertSound(page, "the question");
      const sheets = await sheetNames(page);
      // A part of the shop is enough, and is what the workbook then holds.
      await page.evaluate(() => {
        const { port } = window;
        port.sheets = port.sheets.map((sheet) =>
          sheet.name === "Items" ? { ...sheet, rows: sheet.rows.slice(0, 81) } : sheet,
        );
      });
      await button(page, "Replay the past").click();
      await page.locator(".outcome", { hasText: /The last 13 weeks, \d\d items/ }).waitFor({ timeout: 90_000 });
      assert.match(await active(), /^<h3.*(less|more) with Lotwise/);
      assert.deepEqual(await sheetNames(page), sheets);
      await page.locator("svg.chart path.lotwise").waitFor();
      await page.getByText("The figures as a table").click();
      assert.equal(await page.getByRole("region", { name: "Running cost" }).locator("tbody tr").count(), 13);
      await page.getByText("What it assumes").click();
      await page.getByText(/items left out$/).click();
      for (const width of [320, 420, 1280])
        for (const colorScheme of ["light", "dark"] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          await page.locator(`.app[data-dark="${colorScheme === "dark"}"]`).waitFor();
          await assertSound(page, `the answer, ${width} px wide, ${colorScheme}`);
        }

      // What nobody gave leads to where to give it; then the answer says that it is of other settings.
      await page.getByText("ordering counts as free").getByRole("button", { name: "Give it" }).click();
      const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset["setting"]);
      assert.equal(await focused(), "order_cost");
      assert.equal(await page.getByText("You have changed the settings since").count(), 0);
      await page.keyboard.type("15");
      await page.getByText("You have changed the settings since").waitFor();

      const first = page.getByRole("region", { name: "Saved most" }).getByRole("button").first();
      const sku = await first.textContent();
      await first.click();
      await page.locator("svg.chart path.forecast").waitFor();
      assert.equal(await page.getByLabel("SKU").inputValue(), sku);
      await page.getByRole("tab", { name: "Reorder" }).click();
      await page.locator(".outcome").waitFor();
      assert.match(await active(), /role="tab"/);
      await button(page, "Back to the reorder sheet").click();
      await button(page, "Make the reorder sheet").waitFor();
    }));

  it("cancels a replay in the making, and waits for settings without faults", () =>
    withPane("book=toy&begun", async (page) => {
      await page.route("**/v1/replay", () => undefined);
      await button(page, "What would it have cost?").click();
      await button(page, "Replay the past").click();
      await page.getByText("Replaying on the server…").waitFor();
      await assertSound(page, "replaying");
      await button(page, "Cancel").click();
      await button(page, "Replay the past").waitFor();
      await page.unroute("**/v1/replay");
      await page.getByRole("textbox", { name: "Cost of an order line" }).fill("-1");
      assert.ok(await button(page, "Replay the past").isDisabled());
      await page.getByText("A number of at least 0").waitFor();
    }));

  it("explains itself in an empty workbook and fills it with sample data", () =>
    withPane("book=empty&host=excel", async (page) => {
      await button(page, "Begin with this workbook").click();
      await page.getByText("No sales history was found").first().waitFor();
      assert.ok(await button(page, "Make the reorder sheet").isDisabled());
      await assertSound(page, "nothing found");
      await button(page, "Try it on sample data").click();
      await button(page, /^Found Sales history/).waitFor();
      assert.ok((await sheetNames(page)).includes("Open orders"));
    }));

  it("cancels a plan in the making", () =>
    withPane("book=toy&begun", async (page) => {
      await page.route("**/v1/reorder", () => undefined);
      await button(page, "Make the reorder sheet").click();
      await page.getByText("Planning on the server…").waitFor();
      await assertSound(page, "working");
      await button(page, "Cancel").click();
      await page.getByText("Cancelled. Nothing was written.").waitFor();
      await button(page, "Make the reorder sheet").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Your tables");
    }));

  it("shows the functions alone where it is opened without a workbook", () =>
    withPane("book=none", async (page) => {
      await page.getByText("This pane works beside a workbook").waitFor();
      assert.equal(await page.getByRole("tab").count(), 1);
      await assertSound(page, "outside Excel");
    }));
});
