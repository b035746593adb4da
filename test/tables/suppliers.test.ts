import assert from "node:assert/strict";
import { requestFromSheets } from "../../shared/tables/request-from-sheets.ts";

const read = (header: string, cell: string | number) =>
  requestFromSheets(
    [
      {
        name: "Sales",
        rows: [["Date", "SKU", "Quantity"], ...[2, 9, 16].map((day) => [new Date(Date.UTC(2026, 10, day)), "A", 5])],
      },
      {
        name: "Items",
        rows: [
          ["SKU", "On hand", "Supplier"],
          ["A", 3, "Acme"],
        ],
      },
      {
        name: "Suppliers",
        rows: [
          ["Supplier", "Currency", "Lead time (days)", header],
          ["Acme", "cny", 7, cell],
          ["None", "EUR", 7, null],
        ],
      },
    ],
    { today: "2026-11-23" },
  ).request;

describe("the suppliers table", () => {
  it("gives each supplier its minimum order value, in its currency", () => {
    for (const header of ["Minimum order value", "Minimum order", "Mindestbestellwert", "最低订单金额"]) {
      const { suppliers, items } = read(header, 9000);
      assert.deepEqual(suppliers, [{ supplier: "Acme", currency: "CNY", minimum_value: 9000 }], header);
      assert.equal(items[0]!.moq, undefined);
    }
    assert.equal(read("MOQ", 12).items[0]!.moq, 12);
    assert.equal(read("MOQ", 12).suppliers, undefined);
  });
});
