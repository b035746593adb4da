import { toyShopSheets } from "../../../shared/demo/sheets.ts";
import { toyShop } from "../../../shared/demo/toy-shop.ts";
import type { Book } from "../book/book.ts";
import { dataSheet } from "./data-sheet.ts";
import { startHere } from "./guide/start-here.ts";

/** The demo: a guide in live formulas, and the toy shop's tables. */
export function demoBook(): Book {
  const shop = toyShop();
  const tables = toyShopSheets(shop).filter(({ name }) => name !== "Read me");
  const lastRow = (name: string): number => tables.find((table) => table.name === name)!.rows.length + 1;
  const guide = startHere({
    items: lastRow("Items"),
    sales: lastRow("Sales"),
    orders: lastRow("Open orders"),
    today: shop.today,
  });
  return { sheets: [guide, ...tables.map(dataSheet)] };
}
