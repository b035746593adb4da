import path from "node:path";
import { root } from "../server/paths.ts";
import { launchChromium } from "./harness/chromium.ts";
import { startServer } from "./harness/server.ts";

// npm run picture: makes the README's picture, the reorder sheet of the toy shop in the browser workbook.
const server = await startServer();
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  await page.goto(server.url);
  await page.getByText("All answers in").waitFor({ timeout: 60_000 });
  const pane = page.frameLocator("iframe");
  await pane.getByRole("button", { name: /toy shop/i }).click();
  await pane.getByRole("button", { name: "Make the reorder sheet" }).click({ timeout: 60_000 });
  await pane.getByRole("button", { name: /^write/i }).click({ timeout: 60_000 });
  await pane.getByRole("heading", { name: "The reorder sheet is written" }).waitFor({ timeout: 60_000 });
  await page.getByText("All answers in").waitFor({ timeout: 60_000 });
  // The grid draws once more after its state has settled.
  await page.waitForTimeout(1000);
  await page.screenshot({ path: path.join(root, ".github", "reorder-sheet.png") });
} finally {
  await browser.close();
  await server.close();
}
