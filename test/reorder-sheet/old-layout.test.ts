import assert from "node:assert/strict";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import { skuAddress } from "../../shared/sheets/reorder/sku-address.ts";
import { withOwnQuantities } from "../../shared/sheets/reorder/own-quantities.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";
import { line, plan, request } from "./plans.ts";
import { asWritten, edited, lineCells } from "./read-back.ts";

const HEADER: CellValue[] = [
  ...["Supplier", "SKU", "Description", "Supplier's item code", "Suggested", "Order qty", "Own qty", "Case size"],
  ...["Cases", "Unit cost", "Cost", "Currency", "Rate", "Cost in EUR", "Order by", "Arrival", "Cover (days)"],
  ...["On hand", "On order", "Reorder point", "Expected demand", "Safety stock", "Why", "Status", "PO number"],
];

const row = (cells: Readonly<Record<string, CellValue>>): CellValue[] =>
  HEADER.map((header) => cells[String(header)] ?? null);

/** A sheet as version 0.1.0 wrote it: a heading and a subtotal by supplier among the lines, totals below them. */
const before: Sheet = {
  name: "Reorder",
  rows: [
    ["Lotwise reorder sheet, 16 Nov 2026"],
    [null, null, "3 items from 2 suppliers; no exceptions."],
    [null, null, "Planned by week."],
    [null, null, "Change Order qty as you see fit."],
    [],
    HEADER,
    row({ Supplier: "Acme: 2 lines in EUR" }),
    row({ Supplier: "Acme", SKU: "A", Suggested: 100, "Order qty": 240, "Unit cost": 2.5, Currency: "EUR" }),
    row({ Supplier: "Acme", SKU: "B", Suggested: 48, "Order qty": 60, "Own qty": "kept 60", "PO number": "4711" }),
    row({ Supplier: "Subtotal Acme (EUR)", "Order qty": 300, Cost: 750 }),
    row({ Supplier: "Beta: 1 line in USD" }),
    row({ Supplier: "Beta", SKU: "C", Suggested: 12, "Order qty": 12, Status: "asked" }),
    row({ Supplier: "Subtotal Beta (USD)", "Order qty": 12, Cost: 30 }),
    row({ Supplier: "Total EUR", Cost: 750, Currency: "EUR" }),
    row({ Supplier: "Total in EUR", "Order qty": 312, "Cost in EUR": 777 }),
  ],
};

describe("a reorder sheet of an earlier version", () => {
  const made = plan([
    line({ sku: "A", suggested: 96 }),
    line({ sku: "B", suggested: 36 }),
    line({ sku: "C", suggested: 24 }),
  ]);
  const asked = request([{ sku: "A" }, { sku: "B" }, { sku: "C" }]);

  it("gives the plan the quantities that the buyer typed into it, and no others", () => {
    const { items } = withOwnQuantities(asked, [before]);
    assert.deepEqual(
      items.map(({ sku, order_quantity }) => [sku, order_quantity]),
      [
        ["A", 240],
        ["B", 60],
        ["C", undefined],
      ],
    );
  });

  it("is rewritten with them, with status and PO number, and stays as it is from then on", () => {
    const { sheets, kept } = reorderSheets(made, asked, [before]);
    assert.equal(kept, 2);
    const headers = ["Suggested", "Order qty", "Own qty", "Status", "PO number"];
    const lines = (spec: (typeof sheets)[number]) => ["A", "B", "C"].map((sku) => lineCells(spec, sku, ...headers));
    assert.deepEqual(lines(sheets[0]!), [
      [96, 240, "kept 240", null, null],
      [36, 60, "kept 60", null, "4711"],
      [24, 24, null, "asked", null],
    ]);
    const again = reorderSheets(made, asked, sheets.map(asWritten));
    assert.deepEqual(again.sheets[0]!.rows, sheets[0]!.rows);
    const typed = reorderSheets(made, asked, [edited(sheets[0]!, [["C", "Order qty", 7]])]);
    assert.equal(typed.kept, 3);
    assert.deepEqual(lineCells(typed.sheets[0]!, "C", "Order qty", "Own qty"), [7, "kept 7"]);
  });

  it("is where an item's line is found", () => {
    assert.equal(skuAddress(before, "B"), "F9");
    const [spec] = reorderSheets(made, asked, []).sheets;
    const address = skuAddress(asWritten(spec!), "B")!;
    assert.match(address, /^C\d+$/);
    assert.equal(asWritten(spec!).rows[Number(address.slice(1)) - 1]![0], "B");
  });
});
