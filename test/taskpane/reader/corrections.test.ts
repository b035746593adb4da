import assert from "node:assert/strict";
import { chooseColumn, chooseSheet, correctionsFrom } from "../../../addin/taskpane/reader/corrections.ts";
import { correctedTables } from "../../../addin/taskpane/reader/corrected-tables.ts";
import { tableView } from "../../../addin/taskpane/reader/table-view.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";

const items: Sheet = {
  name: "Stock",
  rows: [
    ["SKU", "On hand", "Free stock", "Lead time"],
    ["A", 5, 3, 14],
    ["B", 6, 4, 7],
  ],
};
const sales: Sheet = {
  name: "Sales",
  rows: [
    ["Date", "SKU", "Quantity"],
    [45_000, "A", 3],
  ],
};
/** Headers that nobody could know. */
const odd: Sheet = {
  name: "Odd",
  rows: [["Our list"], ["Ding", "Wann", "Viel"], ["A", 45_000, 3]],
};
const sheets = [items, sales, odd];
const rolesOf = (tables: ReturnType<typeof correctedTables>) =>
  tables.map(({ role, sheet }) => `${role}: ${sheet.name}`);

describe("tables as the buyer corrects them", () => {
  it("are those found by their headers where nothing is corrected", () => {
    assert.deepEqual(rolesOf(correctedTables(sheets, {})), ["items: Stock", "history: Sales"]);
  });

  it("come from the chosen sheet, even where no header is known, and none at all where so chosen", () => {
    const chosen = correctedTables(sheets, chooseSheet({}, "history", "Odd"));
    assert.deepEqual(rolesOf(chosen), ["items: Stock", "history: Odd"]);
    assert.equal(chosen[1]!.header, 1);
    assert.deepEqual(rolesOf(correctedTables(sheets, chooseSheet({}, "items", ""))), ["history: Sales"]);
  });

  it("take the columns the buyer names, and a column means one thing only", () => {
    let corrections = chooseSheet({}, "history", "Odd");
    for (const [field, header] of [
      ["sku", "Ding"],
      ["date", "Wann"],
      ["quantity", "Viel"],
    ] as const)
      corrections = chooseColumn(corrections, "history", field, header);
    const history = correctedTables(sheets, corrections).find(({ role }) => role === "history")!;
    assert.deepEqual(Object.fromEntries(history.columns), { sku: 0, date: 1, quantity: 2 });
    const moved = correctedTables(sheets, chooseColumn({}, "items", "on_hand", "Lead time"))[0]!;
    assert.equal(moved.columns.get("on_hand"), 3);
    assert.ok(!moved.columns.has("lead_time"));
    assert.ok(!correctedTables(sheets, chooseColumn({}, "items", "on_hand", ""))[0]!.columns.has("on_hand"));
  });

  it("survive columns that were inserted, and forget sheets and columns that are gone", () => {
    const corrections = chooseColumn({}, "items", "on_hand", "Free stock");
    const inserted = { ...items, rows: items.rows.map((row) => ["new", ...row]) };
    assert.equal(correctedTables([inserted, sales], corrections)[0]!.columns.get("on_hand"), 3);
    const gone = { items: { sheet: "Nowhere", columns: { on_hand: "Gone" } } };
    assert.deepEqual(correctedTables(sheets, gone), correctedTables(sheets, {}));
  });

  it("come back from the workbook; what is broken counts for nothing", () => {
    const corrections = chooseColumn(chooseSheet({}, "items", "Stock"), "items", "sku", "SKU");
    assert.deepEqual(correctionsFrom(JSON.stringify(corrections)), corrections);
    for (const broken of [undefined, "", "{", '{"items":3}']) assert.deepEqual(correctionsFrom(broken), {});
  });

  it("are shown with their first rows, known columns, and the ones still asked for", () => {
    const view = tableView(correctedTables(sheets, {})[1]!);
    assert.deepEqual(
      view.preview.columns.map(({ header, taken }) => [header, taken]),
      ["Date", "SKU", "Quantity"].map((name) => [name, name]),
    );
    assert.deepEqual(view.preview.rows, [["2023-03-15", "A", "3"]]);
    assert.deepEqual(
      view.columns.map(({ label, header }) => `${label} = ${header}`),
      ["SKU = SKU", "Date = Date", "Quantity = Quantity"],
    );
    const stock = tableView(correctedTables(sheets, {})[0]!);
    assert.equal(stock.rows, 2);
    assert.ok(stock.columns.some(({ field, header }) => field === "moq" && header === ""));
    assert.ok(stock.others.every(({ header }) => header === ""));
  });
});
