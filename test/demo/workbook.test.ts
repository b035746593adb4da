import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { workbookOf } from "../../server/cli/demo/workbook.ts";
import { toyShopSheets } from "../../shared/demo/sheets.ts";
import { toyShop } from "../../shared/demo/toy-shop.ts";

const DATE = new Date("2026-11-23");
const shop = toyShop();
// The long table makes a big file; a part of it tells as much.
const sheets = toyShopSheets({ ...shop, sales: shop.sales.slice(0, 1000) });

describe("toy shop as a workbook", () => {
  it("is the same bytes for the same seed, whenever it is written", async () => {
    const first = await workbookOf(sheets, "Toy shop", DATE);
    await new Promise((resolve) => setTimeout(resolve, 2100)); // ZIP dates have a resolution of two seconds.
    assert.ok(first.equals(await workbookOf(sheets, "Toy shop", DATE)));
  });

  it("reads back as written: codes as text, dates as dates, blanks as blanks", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await workbookOf(sheets, "Toy shop", DATE)) as never);
    assert.deepEqual(
      workbook.worksheets.map((sheet) => sheet.name),
      ["Read me", "Items", "Sales", "Open orders", "Suppliers", "Promotions"],
    );
    const items = workbook.getWorksheet("Items")!;
    assert.equal(items.rowCount, 301);
    assert.equal(items.getCell("A2").value, shop.items[0]!.sku);
    assert.equal(items.getCell("A2").numFmt, "@");
    const blank = shop.items.findIndex((item) => item.lead_time_days === null);
    assert.equal(items.getRow(blank + 2).getCell(7).value, null);
    const sale = workbook.getWorksheet("Sales")!;
    assert.deepEqual(sale.getCell("A2").value, new Date(shop.sales[0]!.week));
    assert.equal(sale.getCell("D2").value, shop.sales[0]!.in_stock);
  });

  it("says that it is synthetic, and its seed", () => {
    const text = sheets[0]!.rows.flat().join(" ");
    assert.match(text, /synthetic/i);
    assert.match(text, /seed 1\b/);
  });
});
