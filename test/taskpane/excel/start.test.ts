import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { launchChromium, needsChromium } from "../../harness/chromium.ts";
import { startServer, type RunningServer } from "../../harness/server.ts";
import { root } from "../../../server/paths.ts";
import { servePane } from "../pane-page.ts";

/** As much of office.js as the start needs: a host that answers like `onReady`. */
const office = (onReady: string): string => `
  window.associated = [];
  const settings = { get: () => "yes", set: () => undefined, saveAsync: (done) => done({ status: "succeeded" }) };
  window.Office = {
    onReady: () => ${onReady},
    HostType: { Excel: "Excel" },
    actions: { associate: (name) => window.associated.push(name) },
    context: { document: { settings }, requirements: { isSetSupported: () => true } },
  };`;

describe("the shipped page of the pane, framed as in Excel", function () {
  this.timeout(120_000);
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  before(async function () {
    needsChromium.call(this);
    [server, browser] = await Promise.all([startServer(), launchChromium()]);
  });
  afterEach(() => context?.close());
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens it in a frame; how often it was loaded is counted. */
  async function open(script: string): Promise<{ frame: () => Frame; page: Page; loads: () => number }> {
    context = await browser.newContext();
    await servePane(context, server.url);
    await context.route("https://appsforoffice.microsoft.com/**", (route) =>
      route.fulfill({ body: script, contentType: "text/javascript" }),
    );
    const page = await context.newPage();
    let loads = 0;
    page.on("request", (request) => void (request.url().endsWith("/taskpane.html") && loads++));
    await page.goto(`${server.url}/docs`);
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "/taskpane.html";
      document.body.append(frame);
    });
    return { frame: () => page.frames().at(-1)!, page, loads: () => loads };
  }

  it("gives Excel every command of the manifest, and shows the pane", async () => {
    const { frame, loads } = await open(office('Promise.resolve({ host: "Excel" })'));
    await frame().getByRole("button", { name: "Calculate again" }).waitFor({ timeout: 40_000 });
    const associated = await frame().evaluate(() => (window as unknown as { associated: string[] }).associated);
    const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");
    const named = [...xml.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name);
    assert.deepEqual(associated.sort(), named.sort());
    assert.equal(loads(), 1);
  });

  it("loads itself once more where Office never answers, and then offers a button", async () => {
    const { page, loads } = await open(office("new Promise(() => undefined)"));
    await page.frameLocator("iframe").getByRole("button", { name: "Load again" }).waitFor({ timeout: 40_000 });
    assert.equal(loads(), 2);
  });
});
