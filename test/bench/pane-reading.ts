import type { Browser, Page } from "playwright-core";
import { chromiumPath, launchChromium, openWatched } from "../harness/chromium.ts";
import { startServer } from "../harness/server.ts";
import { largeXlsx } from "./large-book/book.ts";
import type { Figure } from "./main.ts";

const ROWS = 50_000;
const SEED = 1;
const LONG_MS = 50;

/** An event of Chromium's trace; times in microseconds, `tdur` that of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of the page's main thread while `work` went on, which the pane in its frame shares. */
async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const isMain = ({ pid, tid }: TraceEvent): boolean => mains.some((main) => main.pid === pid && main.tid === tid);
  return traceEvents.filter((event) => event.name.endsWith("RunTask") && isMain(event));
}

/** The pane reads a workbook of 50,000 sales in 8 columns in the browser workbook, whose thread it shares. */
export async function run(): Promise<Figure[]> {
  if (!chromiumPath) {
    console.error("no Chromium found: the pane is not measured (CHROMIUM names its path)");
    return [];
  }
  const server = await startServer();
  const browser = await launchChromium();
  try {
    const { page } = await openWatched(browser, server.url);
    await page.goto(`${server.url}/`);
    const pane = page.frameLocator("#pane");
    await pane.getByRole("button", { name: /toy shop/i }).click({ timeout: 120_000 });
    const again = pane.getByRole("button", { name: "Read again" });
    await again.waitFor({ timeout: 120_000 });
    const buffer = largeXlsx(ROWS, SEED);
    await page.locator("#file").setInputFiles({ name: "Large.xlsx", mimeType: "application/octet-stream", buffer });
    await pane.getByText(`Sales, ${ROWS.toLocaleString("en")} rows`).waitFor({ timeout: 600_000 });
    let seconds = 0;
    const tasks = await tasksDuring(browser, page, async () => {
      const begun = performance.now();
      await again.click();
      await pane.getByRole("button", { name: "Cancel" }).waitFor();
      await pane.locator("button:enabled", { hasText: "Read again" }).waitFor({ timeout: 600_000 });
      seconds = (performance.now() - begun) / 1e3;
    });
    const [wall, cpu] = [tasks.map(({ dur = 0 }) => dur / 1e3), tasks.map(({ tdur = 0 }) => tdur / 1e3)];
    const figure = (what: string, value: number, unit: string, peer?: number): Figure => {
      const rounded = Math.round(10 * value) / 10;
      return { name: `pane-reading-${ROWS}-rows${what}`, value: rounded, unit, ...(peer !== undefined && { peer }) };
    };
    return [
      figure("", seconds, "s"),
      figure("-longest-task", Math.max(...wall), "ms", LONG_MS),
      figure("-longest-task-cpu", Math.max(...cpu), "ms", LONG_MS),
      figure("-tasks-over-50-ms", wall.filter((ms) => ms > LONG_MS).length, "tasks", 0),
      figure("-tasks", tasks.length, "tasks"),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
