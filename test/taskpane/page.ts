import { showPane } from "../../addin/taskpane/pane.tsx";
import { toyShop } from "../../shared/demo/toy-shop.ts";
import { toyShopSheets } from "../../shared/demo/sheets.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";
import { doubtfulBook } from "./doubtful-book.ts";
import { fakePort, workbookSheet, type FakePort } from "./fake-port.ts";

declare global {
  interface Window {
    port: FakePort;
  }
}

// ?book=toy&host=excel&begun: what stands in the workbook, which host it says it is, whether the first screen is past.
const query = new URLSearchParams(location.search);
const BOOKS: Readonly<Record<string, () => readonly Sheet[]>> = {
  toy: () => toyShopSheets(toyShop()).map(workbookSheet),
  doubtful: () => doubtfulBook,
};
const sheets = BOOKS[query.get("book") ?? ""]?.() ?? [{ name: "Sheet1", rows: [] }];
window.port = fakePort(sheets, query.get("host") === "excel" ? "excel" : "browser");
if (query.has("begun")) window.port.memory.set("lotwise.begun", "yes");
void showPane(document.querySelector("main")!, query.get("book") === "none" ? undefined : window.port);
