import assert from "node:assert/strict";
import type { Item } from "../../shared/purchasing/terms/plan.ts";
import { requestFromSheets, type SheetRequest } from "../../shared/tables/request-from-sheets.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const ITEMS: Sheet = {
  name: "Items",
  rows: [
    ["SKU", "On hand", "Lead time (days)", "Supplier"],
    ["A-1", 5, 10, "Alpha"],
    ["B-1", 0, 20, "Beta"],
  ],
};
const SALES: Sheet = {
  name: "Sales",
  rows: [
    ["Date", "SKU", "Quantity"],
    ...Array.from({ length: 20 }, (_, w): CellValue[] => [new Date(Date.UTC(2026, 0, 5 + 7 * w)), "A-1", 3 + (w % 3)]),
    ...Array.from({ length: 20 }, (_, w): CellValue[] => [new Date(Date.UTC(2026, 0, 5 + 7 * w)), "B-1", 4]),
  ],
};
const read = (...rows: CellValue[][]): SheetRequest =>
  requestFromSheets([ITEMS, SALES, { name: "Purchase orders", rows }], { period: "week", today: "2026-05-25" });
const itemOf = ({ request }: SheetRequest, sku: string): Item => request.items.find((item) => item.sku === sku)!;
/** Without the fields that are not told. */
const told = (rows: unknown): unknown => JSON.parse(JSON.stringify(rows ?? []));

describe("past orders in a table of orders", () => {
  it("are receipts by their status: what was cancelled never came", () => {
    const made = read(
      ["PO", "SKU", "Quantity", "Due date", "Status"],
      ["P1", "A-1", 40, day("2026-02-02"), "Received"],
      ["P2", "A-1", 50, day("2026-03-02"), "Cancelled"],
      ["P3", "A-1", 60, day("2026-06-08"), "Open"],
      ["P4", "B-1", 70, day("2026-04-06"), "Closed"],
      ["P5", "GONE", 80, day("2026-04-06"), "Received"],
    );
    assert.deepEqual(told(itemOf(made, "A-1").receipts), [{ quantity: 40, received: "2026-02-02", reference: "P1" }]);
    assert.deepEqual(told(itemOf(made, "A-1").on_order), [{ quantity: 60, due: "2026-06-08", reference: "P3" }]);
    assert.deepEqual(told(itemOf(made, "B-1").receipts), [{ quantity: 70, received: "2026-04-06", reference: "P4" }]);
    const says = JSON.stringify(made.findings);
    assert.match(says, /2 past orders came already: a replay of the past plays them/);
    assert.doesNotMatch(says, /GONE/);
  });

  it("are receipts by what was received: of an order that came in part, that part", () => {
    const made = read(
      ["PO", "SKU", "Ordered", "Received", "Due date"],
      ["P1", "A-1", 40, 40, day("2026-02-02")],
      ["P2", "A-1", 50, 20, day("2026-05-18")],
      ["P3", "B-1", 60, 0, day("2026-06-08")],
    );
    assert.deepEqual(told(itemOf(made, "A-1").receipts), [
      { quantity: 40, received: "2026-02-02", reference: "P1" },
      { quantity: 20, received: "2026-05-18", reference: "P2" },
    ]);
    assert.deepEqual(told(itemOf(made, "A-1").on_order), [{ quantity: 30, due: "2026-05-18", reference: "P2" }]);
    assert.equal(itemOf(made, "B-1").receipts, undefined);
  });

  it("leave a table of open orders alone as it was", () => {
    const made = read(["PO", "SKU", "Quantity", "Due date"], ["P3", "A-1", 60, day("2026-06-08")]);
    assert.equal(itemOf(made, "A-1").receipts, undefined);
    assert.doesNotMatch(JSON.stringify(made.findings), /past order/);
  });
});
