import assert from "node:assert/strict";
import { requestFromSheets, type SheetRequest } from "../../shared/tables/request-from-sheets.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const SALES: Sheet = {
  name: "Sales",
  rows: [
    ["SKU", "2024-01", "2024-02", "2024-03"],
    ["00123", 1, 2, 3],
    [123, 4, 5, 6],
    ["B-1", 7, 8, 9],
  ],
};

function items(rows: CellValue[][], ...more: Sheet[]): SheetRequest {
  return requestFromSheets([{ name: "Items", rows }, SALES, ...more]);
}

describe("item table", () => {
  it("keeps codes: 00123 is not 123, but the number 123 is the text 123", () => {
    const { request } = items([
      ["SKU", "On hand"],
      ["00123", 1],
      ["123", 2],
      ["b-1", 3],
    ]);
    assert.deepEqual(
      request.items.map(({ sku }) => sku),
      ["00123", "123", "b-1"],
    );
    assert.deepEqual(request.history["00123"], [1, 2, 3]);
    assert.deepEqual(request.history["123"], [4, 5, 6]);
    assert.deepEqual(request.history["b-1"], [7, 8, 9], "the same code in another case");
  });

  it("names a SKU with two rows", () => {
    const { request, findings } = items([
      ["SKU", "On hand", "Lead time"],
      ["123", 1, 5],
      ["B-1", 2, 5],
      [123, 9, 5],
    ]);
    assert.equal(request.items.length, 2);
    assert.equal(request.items[0]?.on_hand, 1);
    assert.deepEqual(
      findings.bad_rows.find(({ row }) => row === 4),
      {
        sheet: "Items",
        row: 4,
        sku: "123",
        message: "SKU 123 is also in row 2: an item must have one row. Row 2 is used, this one is left out.",
      },
    );
  });

  it("plans a faulty row all the same and says what each cell must be", () => {
    const { request, findings } = items([
      ["SKU", "On hand", "Lead time (days)", "Unit cost", "MOQ", "Service level", "Status"],
      ["123", "lots", "soon", -1, "#REF!", 2, "zzz"],
      [null, 5, 5, 1, 1, null, null],
      ["B-1", -4, null, 1, 0, "97.5%", "Do not order"],
    ]);
    const [first, second] = request.items;
    assert.deepEqual(
      [first?.on_hand, first?.lead_time_days, first?.cost, first?.moq, first?.service_level, first?.status],
      [0, 14, undefined, undefined, undefined, "zzz"],
    );
    assert.deepEqual(
      [second?.on_hand, second?.backorders, second?.lead_time_days, second?.moq, second?.service_level, second?.status],
      [0, 4, 14, undefined, 0.975, "do not order"],
    );
    const messages = (row: number): string =>
      findings.bad_rows
        .filter((bad) => bad.row === row)
        .map(({ message }) => message)
        .join("\n");
    for (const pattern of [
      /"On hand" is "lots": it must be a number/,
      /"Lead time \(days\)" is "soon": it must be a number of days/,
      /"Unit cost" is "-1": it must be a number of at least 0/,
      /"MOQ" is "#REF!"/,
      /"Service level" is "2": it must be at least 50%/,
    ])
      assert.match(messages(2), pattern);
    assert.match(messages(3), /SKU is empty/);
    assert.match(messages(4), /On hand is -4/);
    assert.match(messages(4), /lead time is missing/);
    assert.ok(findings.notes.some((note) => note.includes('"zzz" (1 rows) is not known')));
  });

  it("reads an item's own levels, and takes 0 for none where there is nothing to order up to", () => {
    const { request, findings } = items([
      ["SKU", "On hand", "Lead time (days)", "Min stock", "Target stock"],
      ["123", 1, 7, 20, 50],
      ["00123", 1, 7, 0, 1],
      ["B-1", 1, 7, 0, 0],
    ]);
    assert.deepEqual(
      request.items.map(({ reorder_point, order_up_to }) => [reorder_point, order_up_to]),
      [
        [20, 50],
        [0, 1],
        [undefined, undefined],
      ],
    );
    assert.deepEqual(findings.bad_rows, []);
  });

  it("reads an item's own service level or fill rate, and says where it has both", () => {
    const { request, findings } = items([
      ["SKU", "On hand", "Lead time (days)", "Service level", "Target fill rate"],
      ["123", 1, 7, "97%", null],
      ["00123", 1, 7, null, 0.99],
      ["B-1", 1, 7, 0.9, 98],
    ]);
    assert.deepEqual(
      request.items.map(({ service_level, fill_rate }) => [service_level, fill_rate]),
      [
        [0.97, undefined],
        [undefined, 0.99],
        [0.9, undefined],
      ],
    );
    assert.deepEqual(
      findings.bad_rows.map(({ sku, message }) => `${sku}: ${message}`),
      ["B-1: It has a service level and a fill rate: it must have one of them. The service level is used."],
    );
  });

  it("reads lead times in their own units", () => {
    const { request } = items([
      ["SKU", "On hand", "Lead time (weeks)"],
      ["123", 1, 6],
      ["00123", 1, "10 days"],
      ["B-1", 1, "2-3 Wochen"],
    ]);
    assert.deepEqual(
      request.items.map(({ lead_time_days }) => lead_time_days),
      [42, 10, 21],
    );
  });

  it("fills gaps from the suppliers' table, with the exchange rates", () => {
    const suppliers: Sheet = {
      name: "Suppliers",
      rows: [
        ["Supplier", "Currency", "Exchange rate", "Lead time (days)", "MOQ"],
        ["Home", "EUR", 1, 5, 6],
        ["Far", "USD", 0.92, 60, 24],
      ],
    };
    const { request, findings } = items(
      [
        ["SKU", "On hand", "Supplier", "Lead time"],
        ["123", 1, "Far", null],
        ["B-1", 1, "Home", 3],
      ],
      suppliers,
    );
    assert.deepEqual(
      request.items.map(({ lead_time_days, currency, moq }) => [lead_time_days, currency, moq]),
      [
        [60, "USD", 24],
        [3, "EUR", 6],
      ],
    );
    assert.deepEqual(request.settings.rates, { EUR: 1, USD: 0.92 });
    assert.equal(request.settings.currency, "EUR");
    assert.match(findings.bad_rows[0]?.message ?? "", /supplier's 60 days/);
  });

  it("does not add the item table's open quantity to the open orders", () => {
    const rows: CellValue[][] = [
      ["SKU", "On hand", "On order", "Lead time"],
      ["123", 1, 50, 10],
    ];
    assert.deepEqual(items(rows).request.items[0]?.on_order, [{ quantity: 50, due: "2024-04-11" }]);
    const orders: Sheet = {
      name: "Open POs",
      rows: [
        ["PO", "SKU", "Qty", "ETA"],
        ["P1", 123, 20, "2024-05-01"],
        ["P2", "999", 1, "2024-05-01"],
        ["P3", "123", "x", "2024-05-01"],
      ],
    };
    const { request, findings } = items(rows, orders);
    assert.deepEqual(request.items[0]?.on_order, [{ quantity: 20, due: "2024-05-01", reference: "P1" }]);
    assert.ok(findings.notes.some((note) => note.includes("is not added to them")));
    assert.ok(
      findings.bad_rows.some(({ sku, message }) => sku === "999" && message.includes("no row in the item table")),
    );
    assert.ok(findings.bad_rows.some(({ row, message }) => row === 4 && message.includes('"Qty" is "x"')));
  });

  it("says which sheet and columns were taken as what", () => {
    const { findings } = items([["Stock list"], [], ["SKU", "ON HAND (pcs)", "Best before"], ["123", 1, "x"]]);
    assert.deepEqual(findings.tables[0], {
      sheet: "Items",
      role: "items",
      header_row: 3,
      rows: 1,
      columns: [
        { field: "sku", header: "SKU", letter: "A", certainty: 1 },
        { field: "on_hand", header: "ON HAND (pcs)", letter: "B", certainty: 1 },
      ],
      range: "A3:C4",
      unused: [{ header: "Best before", letter: "C" }],
    });
    assert.ok(findings.notes.includes('Items: not used: "Best before".'));
    assert.ok(findings.bad_rows.some(({ message }) => message.startsWith("No column for lead time")));
  });

  it("takes a date beside the stock for no quantity and the table for no history", () => {
    const { request, findings } = items([
      ["SKU", "Stock quantity", "Last order date", "Lead time"],
      ["123", 5, "2024-01-01", 7],
    ]);
    assert.equal(request.items[0]?.on_hand, 5);
    assert.equal(request.items[0]?.order_quantity, undefined);
    assert.ok(findings.bad_rows.every(({ row }) => row === 0));
  });

  it("survives hostile codes", () => {
    const rows: CellValue[][] = [
      ["SKU", "On hand"],
      ["__proto__", 1],
      ["constructor", 2],
    ];
    const { request } = requestFromSheets([
      { name: "Items", rows },
      {
        name: "S",
        rows: [
          ["SKU", "2024-01", "2024-02", "2024-03"],
          ["__proto__", 1, 1, 1],
          ["constructor", 2, 2, 2],
        ],
      },
    ]);
    assert.deepEqual(Object.keys(request.history), ["__proto__", "constructor"]);
    assert.deepEqual(request.history["__proto__"], [1, 1, 1]);
  });
});
