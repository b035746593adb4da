import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { guides } from "../../server/http/docs/guides/index.ts";
import { functions } from "../../shared/functions/index.ts";
import { launchChromium, needsChromium, openWatched } from "../harness/chromium.ts";
import { assertFits } from "../harness/text/guises.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

interface AxeWindow {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

describe("the documentation as it is served", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer({ THREADS: "1" });
  });
  after(() => server.close());

  it("has no link within itself that leads nowhere", async () => {
    const pages = new Map<string, string>();
    const links = new Set<string>();
    const waiting = ["/docs"];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (pages.has(path)) continue;
      const response = await fetch(server.url + path);
      assert.equal(response.status, 200, path);
      const text = await response.text();
      pages.set(path, text);
      if (!path.startsWith("/docs") || path.includes("/assets/")) continue;
      for (const [, to] of text.matchAll(/(?:href|src|action)="([^"]+)"/g)) {
        const url = new URL(to!, server.url + path);
        if (url.origin !== server.url || url.pathname.startsWith("/v1/")) continue;
        links.add(url.pathname + url.hash);
        waiting.push(url.pathname);
      }
    }
    assert.ok(pages.size > functions.length + guides.length);
    for (const { slug } of guides) assert.ok(pages.has(`/docs/guides/${slug}`), slug);
    for (const link of links) {
      const [path, id] = link.split("#");
      if (id) assert.ok(pages.get(path!)!.includes(`id="${id}"`), link);
    }
  });

  it("sends who asks for no guide or an unknown one to the list", async () => {
    const all = await fetch(`${server.url}/docs/guides`, { redirect: "manual" });
    assert.equal(all.headers.get("location"), "/docs#guides");
    const unknown = await fetch(`${server.url}/docs/guides/%3Cb%3E`);
    assert.equal(unknown.status, 404);
    const text = await unknown.text();
    assert.ok(text.includes("No such guide") && !text.includes("<b>"));
  });

  describe("in Chromium", () => {
    let browser: Browser;
    before(needsChromium);
    before(async () => {
      browser = await launchChromium();
    });
    after(() => browser?.close());

    async function open(path: string, options = {}): Promise<{ page: Page; close: () => Promise<void> }> {
      const { page, wrongs, close } = await openWatched(browser, server.url, options);
      await page.goto(server.url + path);
      return {
        page,
        async close() {
          await close();
          assert.deepEqual(wrongs, [], path);
        },
      };
    }

    const calculate = async (page: Page): Promise<string> => {
      await page.getByRole("button", { name: "Calculate" }).click();
      return (await page.locator(".result :is(output, table, .failure)").innerText()).replace(/\s+/g, " ");
    };

    it("calculates an example, what the reader makes of it, and says what is wrong", async () => {
      const { page, close } = await open("/docs/EOQ");
      assert.equal(await calculate(page), "707.1067812");
      await page.getByLabel("demand", { exact: false }).first().fill("40,000");
      assert.equal(await calculate(page), "1,414.213562");
      await page.getByLabel("holding_cost").fill("-2");
      assert.match(await calculate(page), /^#VALUE! holding_cost: must be greater than 0; got -2$/);
      await page.getByLabel("holding_cost").fill("<img src=x onerror=alert(1)>");
      assert.match(await calculate(page), /holding_cost: must be a number; got "<img/);
      assert.equal(await page.locator(".result img").count(), 0, "a reply is text, never markup");
      await page.getByLabel("Start from an example").selectOption({ index: 1 });
      assert.equal(await page.locator(".result").innerText(), "", "an answer goes with its question");
      assert.equal(await calculate(page), "310.8125552");
      await close();
    });

    it("spills, takes pasted cells and asks the server for what trains", async () => {
      const { page, close } = await open("/docs/PROJECTED_STOCK");
      assert.equal(await calculate(page), "60 20 30 -10");
      await page.getByLabel("forecast").fill("10\n20\n30\n");
      await page.getByLabel("receipts").fill("");
      assert.equal(await calculate(page), "90 70 40");
      await close();
      const forecast = await open("/docs/LEAD_TIME_DEMAND");
      assert.equal(await calculate(forecast.page), "80 0 80 80 80 80 80");
      await forecast.close();
    });

    it("says so where the server is gone", async () => {
      const { page } = await openWatched(browser, server.url);
      await page.goto(`${server.url}/docs/EOQ`);
      await page.route("**/v1/compute", (route) => route.abort());
      assert.equal(await calculate(page), "No answer. The server cannot be reached.");
      await page.context().close();
    });

    it("shows no form that could not work without scripts", async () => {
      const { page, close } = await open("/docs/EOQ", { javaScriptEnabled: false });
      assert.equal(await page.locator(".try").isVisible(), false);
      await close();
    });

    it("filters the functions while the reader types, and steps aside from the guides", async () => {
      const { page, close } = await open("/docs");
      assert.equal(await page.locator("#guide-list").isVisible(), true);
      await page.getByLabel("Filter the functions").fill("stockout date");
      assert.match(await page.locator("#count").innerText(), /^1 of \d+ functions$/);
      assert.equal(await page.locator("#guide-list").isVisible(), false);
      await close();
    });

    const front = "/docs";
    const used = "/docs/REORDER";
    const texts = guides.map(({ slug }) => `/docs/guides/${slug}`);
    const SCREENS: Readonly<Record<string, { options: BrowserContextOptions; paths: readonly string[] }>> = {
      light: { options: { colorScheme: "light" }, paths: [front, used, ...texts] },
      dark: { options: { colorScheme: "dark" }, paths: [front, used, texts[1]!] },
      narrow: { options: { viewport: { width: 320, height: 740 } }, paths: [front, used, ...texts.slice(3)] },
    };
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

    for (const [screen, { options, paths }] of Object.entries(SCREENS))
      it(`has nothing for axe to find and nothing too wide, ${screen}`, async function () {
        this.timeout(60_000);
        const { page, close } = await open(front, options);
        for (const path of paths) {
          await page.goto(server.url + path);
          if (path === used) await calculate(page);
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { violations } = await (window as unknown as AxeWindow).axe.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
          });
          assert.deepEqual(found, [], path);
          await assertFits(page, path);
        }
        await close();
      });
  });
});
