import assert from "node:assert/strict";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { withoutOwnSheets } from "../../shared/tables/own-sheets.ts";
import type { SheetSpec } from "../../shared/sheets/spec.ts";
import { requestFromSheets } from "../../shared/tables/request-from-sheets.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";
import { largePlan, line, plan, request } from "./plans.ts";
import { asWritten, calculated, edited, lineCells, skus, summaryCells } from "./read-back.ts";

type Case = readonly [Plan, PlanRequest];

function sheetsOf([made, asked]: Case, previous: readonly Sheet[] = []) {
  const { sheets, kept } = reorderSheets(made, asked, previous);
  return { order: sheets[0]!, exceptions: sheets[1]!, kept };
}

const messages = (spec: SheetSpec): string[] => spec.rows.map(({ cells }) => String(cells[4]));

/** One item, the plan of which suggests so much. */
const suggesting = (suggested: number, item: object = {}): Case => [
  plan([line({ sku: "A", suggested })]),
  request([{ sku: "A", ...item }]),
];

describe("the reorder sheet", () => {
  it("lists what to buy by supplier, the dearest first, with live formulas", () => {
    const { order } = sheetsOf([
      plan([
        line({ sku: "a", supplier: "Small", suggested: 10, unit_cost: 1 }),
        line({ sku: "b", supplier: "Big", suggested: 10, unit_cost: 50 }),
        line({ sku: "c", supplier: "Big", suggested: 24, unit_cost: 90, why: "Expect 80. You have 60. Short 100." }),
        line({ sku: "d", suggested: 0, quantity: 0 }),
      ]),
      request([{ sku: "a" }, { sku: "b" }, { sku: "c", multiple: 12 }, { sku: "d" }]),
    ]);
    assert.equal(order.name, "Reorder");
    assert.deepEqual(
      order.summary!.rows.map(({ kind, cells }) => `${kind}: ${String(cells[0])}`),
      ["heading: Supplier", "subtotal: Big", "subtotal: Small", "total: Total in EUR"],
    );
    assert.deepEqual(
      order.rows.map(({ kind, cells }) => `${kind}: ${String(cells[0])}`),
      ["line: c", "line: b", "line: a"],
    );
    // Four title lines, four of totals and a blank row, so the header is row 10 and the first line row 11.
    assert.deepEqual(lineCells(order, "c", "Cases", "Cost", "Cost in EUR"), [
      { formula: "=C11/N11", result: 2 },
      { formula: "=C11*P11", result: 2160 },
      { formula: "=E11*R11", result: 2160 },
    ]);
    assert.deepEqual(lineCells(order, "b", "Cases", "Case size"), [null, null]);
    assert.deepEqual(lineCells(order, "c", "Order by", "Supplier's item code", "Expected demand", "Why"), [
      { date: "2026-11-23" },
      "A-c",
      80,
      "Short 100. Expect 80. You have 60.",
    ]);
    assert.match(order.title.join("\n"), /23 Nov 2026[\s\S]*3 items from 2 suppliers[\s\S]*service level 95%/);
  });

  it("adds up in each currency and in the company's", () => {
    const { order } = sheetsOf([
      plan([
        line({ sku: "a", suggested: 10, unit_cost: 3 }),
        line({ sku: "b", suggested: 4, unit_cost: 5, currency: "USD" }),
        line({ sku: "c", suggested: 2, unit_cost: null }),
      ]),
      request([{ sku: "a" }, { sku: "b" }, { sku: "c" }]),
    ]);
    const [sheet] = calculated([order]);
    assert.deepEqual(summaryCells(order, sheet!, "Order qty", "Cost", "Cost in EUR", "Why").slice(1), [
      ["Acme", 12, 30, 30, "2 lines, EUR 30"],
      ["Acme", 4, 20, 18, "1 line, USD 20"],
      ["Total EUR", null, 30, null, "EUR 30"],
      ["Total USD", null, 20, null, "USD 20"],
      ["Total in EUR", 16, null, 30 + 20 * 0.9, "3 lines from 1 supplier"],
    ]);
    const seen = order.columns.slice(0, order.detailsFrom).map(({ header }) => header);
    assert.ok(seen.includes("Cost in EUR") && !seen.includes("Cost"), "one currency down the column that is seen");
  });

  it("leaves out of the company's total what has no rate, and says so", () => {
    const { order } = sheetsOf([
      plan([line({ sku: "a", suggested: 10, unit_cost: 3 }), line({ sku: "b", unit_cost: 5, currency: "GBP" })]),
      request([{ sku: "a" }, { sku: "b" }]),
    ]);
    const [sheet] = calculated([order]);
    assert.deepEqual(summaryCells(order, sheet!, "Cost in EUR", "Why").at(-1), [
      "Total in EUR",
      30,
      "2 lines from 1 supplier, without lines that have no rate",
    ]);
  });

  it("needs no rate where all is in one currency and the company's is not known", () => {
    const asked = request([{ sku: "a" }]);
    const settings = { ...asked.settings, currency: undefined, rates: undefined };
    const { order } = sheetsOf([plan([line({ sku: "a", currency: "" })]), { ...asked, settings }]);
    assert.deepEqual(lineCells(order, "a", "Currency", "Rate"), ["(none)", 1]);
  });

  it("never lists items that may not be ordered, whatever quantity someone gave them", () => {
    for (const status of ["discontinued", "do not order", "Blocked"]) {
      const { order } = sheetsOf([
        plan([line({ sku: "A", suggested: 0, quantity: 50 })]),
        request([{ sku: "A", status, order_quantity: 50 }]),
      ]);
      assert.deepEqual(skus(order), []);
    }
  });

  it("says so where nothing needs ordering", () => {
    const { order, exceptions } = sheetsOf([plan([]), request([])]);
    assert.equal(order.rows[0]!.cells[0], "Nothing needs ordering today.");
    assert.equal(exceptions.rows[0]!.cells[0], "No exceptions.");
    assert.equal(order.filter, false);
  });

  it("ranks exceptions by money and charts the dearest", () => {
    const { exceptions } = sheetsOf([
      plan(
        [line({ sku: "A" })],
        [
          { sku: "A", code: "data", money: 0, message: "No cost." },
          { sku: "A", code: "overstock", money: 10, message: "Too much." },
          { sku: "A", code: "stock-out", money: 900, message: "Runs out." },
        ],
      ),
      request([{ sku: "A" }]),
    ]);
    assert.deepEqual(messages(exceptions), ["Runs out.", "Too much.", "No cost."]);
    assert.deepEqual(exceptions.rows[0]!.cells.slice(0, 6), ["Stock-outs expected", 900, "Acme", 1, "Runs out.", "A"]);
    assert.deepEqual(exceptions.charts[0]?.rows, [0, 1]);
  });

  it("is no source of the next plan", () => {
    const { order, exceptions } = sheetsOf(largeCase(30));
    const own = [asWritten(order), asWritten(exceptions)];
    const history: Sheet = {
      name: "Sales",
      rows: [
        ["Date", "SKU", "Quantity"],
        ...["2026-11-02", "2026-11-09", "2026-11-16"].map((day) => [new Date(day), "00007", 5]),
      ],
    };
    const items: Sheet = {
      name: "Items",
      rows: [
        ["SKU", "On hand", "Lead time (days)"],
        ["00007", 3, 14],
      ],
    };
    assert.deepEqual(withoutOwnSheets([history, ...own, items]), [history, items]);
    const read = requestFromSheets([history, ...own, items], { today: "2026-11-23" });
    assert.deepEqual(read, requestFromSheets([history, items], { today: "2026-11-23" }));
  });
});

const largeCase = (count: number): Case => {
  const { plan: made, request: asked } = largePlan(count);
  return [made, asked];
};

describe("what the buyer wrote on the reorder sheet", () => {
  const first = sheetsOf(suggesting(100)).order;

  it("is kept and marked where Order qty is not what was suggested", () => {
    const { order, kept } = sheetsOf(suggesting(120), [edited(first, [["A", "Order qty", 240]])]);
    assert.equal(kept, 1);
    assert.deepEqual(lineCells(order, "A", "Suggested", "Order qty", "Own qty"), [120, 240, "kept 240"]);
    assert.match(order.title[1]!, /1 quantity of yours kept/);
  });

  it("is not taken for an own quantity where the suggestion was left alone", () => {
    const { order, kept } = sheetsOf(suggesting(120), [asWritten(first)]);
    assert.equal(kept, 0);
    assert.deepEqual(lineCells(order, "A", "Order qty", "Own qty"), [120, null]);
  });

  it("stays kept where a suggestion happens to equal it, and goes where it is set back", () => {
    const kept = sheetsOf(suggesting(240), [edited(first, [["A", "Order qty", 240]])]).order;
    assert.deepEqual(lineCells(kept, "A", "Order qty", "Own qty"), [240, "kept 240"]);
    const later = sheetsOf(suggesting(90), [asWritten(kept)]).order;
    assert.deepEqual(lineCells(later, "A", "Order qty", "Own qty"), [240, "kept 240"]);
    for (const back of [90, null, "", "90"]) {
      const { order } = sheetsOf(suggesting(60), [edited(later, [["A", "Order qty", back]])]);
      assert.deepEqual(lineCells(order, "A", "Order qty", "Own qty"), [60, null]);
    }
  });

  it("may be none at all", () => {
    const { order } = sheetsOf(suggesting(100), [edited(first, [["A", "Order qty", 0]])]);
    assert.deepEqual(lineCells(order, "A", "Suggested", "Order qty"), [100, 0]);
  });

  it("does not vanish where nothing needs ordering any more", () => {
    const { order, kept } = sheetsOf(suggesting(0), [
      edited(first, [
        ["A", "Order qty", 240],
        ["A", "PO number", "4711"],
      ]),
    ]);
    assert.equal(kept, 1);
    assert.deepEqual(lineCells(order, "A", "Suggested", "Order qty"), [0, 240]);
    assert.match(
      String(lineCells(order, "A", "Why")[0]),
      /^No longer needs ordering: your 240 is kept\. Clear Order qty to drop it\. If 4711 covers it, clear Order qty\./,
    );
  });

  it("does not vanish where the item is gone from the item table", () => {
    const before = edited(first, [
      ["A", "Order qty", 240],
      ["A", "Status", "asked"],
    ]);
    const { order } = sheetsOf([plan([]), request([])], [before]);
    assert.deepEqual(lineCells(order, "A", "Supplier", "Description", "Order qty", "Unit cost", "Status", "On hand"), [
      "Acme",
      "Item A",
      240,
      2.5,
      "asked",
      null,
    ]);
    assert.match(String(lineCells(order, "A", "Why")[0]), /^Not in the item table any more: your 240 is kept/);
  });

  it("does not stay where the item may not be ordered any more", () => {
    const before = edited(first, [["A", "Order qty", 240]]);
    const { order } = sheetsOf(suggesting(0, { status: "discontinued" }), [before]);
    assert.deepEqual(skus(order), []);
  });

  it("is named in the exceptions where it is no quantity", () => {
    for (const typed of ["two boxes", -5, "-5"]) {
      const { order, exceptions } = sheetsOf(suggesting(100), [edited(first, [["A", "Order qty", typed]])]);
      assert.deepEqual(lineCells(order, "A", "Order qty"), [100]);
      assert.deepEqual(messages(exceptions), [`Order qty "${typed}" was no number of at least 0 and is not kept.`]);
    }
  });

  it("keeps status and PO number, and names lines that leave the sheet with one", () => {
    const before = edited(first, [
      ["A", "Status", "ordered"],
      ["A", "PO number", "00042"],
    ]);
    assert.deepEqual(lineCells(sheetsOf(suggesting(50), [before]).order, "A", "Status", "PO number"), [
      "ordered",
      "00042",
    ]);
    const { order } = sheetsOf(suggesting(0), [before]);
    assert.deepEqual(skus(order), []);
    assert.match(order.title.at(-1)!, /No longer to order, with a status or PO number on the last sheet: A\.$/);
  });

  it("is found wherever the columns were moved, and by a code that a cell made a number", () => {
    const moved: Sheet = {
      name: "Reorder",
      rows: [
        ["Lotwise reorder sheet, 9 Nov 2026"],
        [],
        ["Order qty", "my notes", "SKU", "Suggested"],
        ["240", "x", 17, 100],
      ],
    };
    const { order } = sheetsOf([plan([line({ sku: "17" })]), request([{ sku: "17" }])], [moved]);
    assert.deepEqual(lineCells(order, "17", "Order qty"), [240]);
  });

  it("is more than the item table's quantity, which follows the item table", () => {
    const table = (quantity: number): Case => [
      plan([line({ sku: "A", suggested: 100, quantity })]),
      request([{ sku: "A", order_quantity: quantity }]),
    ];
    const one = sheetsOf(table(70)).order;
    assert.deepEqual(lineCells(one, "A", "Order qty", "Own qty"), [70, "item table 70"]);
    const two = sheetsOf(table(80), [asWritten(one)]);
    assert.equal(two.kept, 0);
    assert.deepEqual(lineCells(two.order, "A", "Order qty"), [80]);
    for (const typed of [240, 100]) {
      const three = sheetsOf(table(90), [edited(two.order, [["A", "Order qty", typed]])]).order;
      assert.deepEqual(lineCells(three, "A", "Order qty", "Own qty"), [typed, `kept ${typed}`]);
    }
  });

  it("is not looked for on a sheet that Lotwise did not write", () => {
    const mine: Sheet = {
      name: "reorder",
      rows: [
        ["SKU", "Suggested", "Order qty"],
        ["A", 1, 99],
      ],
    };
    const { order, kept } = sheetsOf(suggesting(100), [mine]);
    assert.equal(kept, 0);
    assert.equal(order.name, "Reorder (Lotwise)");
    assert.equal(
      sheetsOf(suggesting(100), [mine, { ...mine, name: "Reorder (Lotwise)" }]).order.name,
      "Reorder (Lotwise 2)",
    );
  });
});
