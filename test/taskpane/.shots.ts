import { launchChromium } from "../harness/chromium.ts";
import { startServer } from "../harness/server.ts";
import { servePane } from "./pane-page.ts";
import { mkdirSync, readFileSync } from "node:fs";
mkdirSync("/tmp/shots", { recursive: true });
const server = await startServer();
const browser = await launchChromium();
const demo = readFileSync("/tmp/replay-demo.json", "utf8");
const fake = process.argv[2] !== "real";
const looks = (process.argv[3] ?? "320l,320d,1280l,1280d").split(",");
try {
  for (const look of looks) {
    const width = parseInt(look), dark = look.endsWith("d");
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
    await servePane(context, server.url);
    const page = await context.newPage();
    page.on("pageerror", (e) => console.log("ERR", e.message));
    page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log("CONSOLE", m.text()); });
    if (fake) {
      await page.route("**/v1/replay", (r) => r.fulfill({ status: 202, contentType: "application/json", body: JSON.stringify({ id: "j1", status: "queued", progress: 0, message: "" }) }));
      await page.route("**/v1/jobs/j1/events", (r) => r.fulfill({ contentType: "text/event-stream", body: `data: ${JSON.stringify({ id: "j1", status: "done", progress: 1, message: "", result: JSON.parse(demo) })}\n\n` }));
    }
    await page.goto(`${server.url}/fake-workbook.html?book=toy&begun`);
    await page.getByRole("button", { name: "What would it have cost?" }).waitFor({ timeout: 40000 });
    if (process.argv[4] === "start") await page.screenshot({ path: `/tmp/shots/start-${look}.png`, fullPage: true });
    await page.getByRole("button", { name: "What would it have cost?" }).click();
    await page.getByRole("button", { name: "Replay the past" }).waitFor();
    await page.screenshot({ path: `/tmp/shots/form-${look}.png`, fullPage: true });
    await page.getByRole("button", { name: "Replay the past" }).click();
    await page.locator(".outcome").waitFor({ timeout: 120000 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/shots/result-${look}.png`, fullPage: true });
    await context.close();
  }
} finally { await browser.close(); await server.close(); }
