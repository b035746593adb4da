import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium of this machine (`CHROMIUM` names another), or undefined where there is none. */
export const chromiumPath = [process.env["CHROMIUM"], ...PLACES].find((place) => place && existsSync(place));

/** Skips the running test or suite, visibly, where there is no Chromium. */
export function needsChromium(this: Mocha.Context): void {
  if (chromiumPath) return;
  console.log("      no Chromium found: set CHROMIUM to its path to run these tests");
  this.skip();
}

export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error("no Chromium found: set CHROMIUM to its path");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console, faults of scripts and requests that left `origin` (which were blocked), so far. */
  readonly wrongs: string[];
  close(): Promise<void>;
}

/** A page that may speak to `origin` alone, and whose every complaint is kept. */
export async function openWatched(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const wrongs: string[] = [];
  await context.route("**/*", (route) => {
    const { protocol, origin: to } = new URL(route.request().url());
    if (to === origin || protocol === "blob:" || protocol === "data:") return route.continue();
    wrongs.push(`outside request: ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") wrongs.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => wrongs.push(`page: ${error.stack ?? error.message}`));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      wrongs.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  return { page, wrongs, close: () => context.close() };
}
