import assert from "node:assert/strict";
import fc from "fast-check";
import { EXCEPTION_CODES, EXCEPTION_KINDS } from "../../shared/purchasing/exceptions/kinds.ts";
import type { PlanException } from "../../shared/purchasing/plan/plan-schema.ts";
import { decisionsOf } from "../../shared/sheets/reorder/decisions.ts";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import { skuAddress } from "../../shared/sheets/reorder/sku-address.ts";
import { line, plan, request } from "./plans.ts";
import { asWritten } from "./read-back.ts";

const late = (sku: string, money: number): PlanException => ({
  sku,
  code: "late-order",
  money,
  message: `PO ${sku} was due: ask for a new date.`,
});
const items = [
  ...["A", "B", "C", "D", "E"].map((sku) => ({ sku, supplier: "Acme" })),
  ...["X", "Y"].map((sku) => ({ sku, supplier: "Beta" })),
];
const asked = request(items);

describe("exceptions as decisions", () => {
  it("joins those of one cause and one supplier, the most at stake first", () => {
    const { shown } = decisionsOf([late("A", 10), late("B", 300), late("X", 5), late("C", 40), late("D", 20)], items);
    assert.deepEqual(
      shown.map(({ kind, supplier, skus, money }) => [kind, supplier, skus, money]),
      [
        [EXCEPTION_KINDS["late-order"], "Acme", ["B", "C", "D", "A"], 370],
        [EXCEPTION_KINDS["late-order"], "Beta", ["X"], 5],
      ],
    );
    assert.equal(
      shown[0]!.message,
      "4 items. B: PO B was due: ask for a new date. C: PO C was due: ask for a new date. D: PO D was due: ask for a new date. Also A.",
    );
    assert.equal(shown[1]!.message, "PO X was due: ask for a new date.");
  });

  it("keeps apart what is decided one by one, and other kinds", () => {
    const own = (sku: string): PlanException => ({ sku, code: "own-quantity", money: 1, message: "No full pack." });
    const expedite: PlanException = { sku: "A", code: "expedite", money: 3, message: "Expedite PO 1." };
    assert.equal(decisionsOf([own("A"), own("B"), expedite, late("A", 2)], items).shown.length, 4);
  });

  it("says the same remark about many items once, whoever supplies them", () => {
    const data = (sku: string): PlanException => ({ sku, code: "data", money: 0, message: "No cost." });
    const { shown } = decisionsOf([data("A"), data("X"), { ...data("B"), message: "No rate." }], items);
    assert.deepEqual(
      shown.map(({ message, supplier }) => [message, supplier]),
      [
        ["2 items: No cost.", ""],
        ["No rate.", "Acme"],
      ],
    );
  });

  it("leaves out what is too small to matter and says how much, never what has no amount", () => {
    const status: PlanException = { sku: "E", code: "status", money: 0, message: "Marked." };
    const found = [late("A", 30_000), { ...late("X", 12), code: "overstock" as const }, late("Y", 19), status];
    const { shown, least, small } = decisionsOf(found, items);
    assert.deepEqual([least, small], [20, { count: 2, money: 31 }]);
    assert.deepEqual(
      shown.map(({ skus }) => skus),
      [["A"], ["E"]],
    );
    const { exceptions } = { exceptions: reorderSheets(plan([], found), asked, []).sheets[1]! };
    assert.ok(exceptions.title.includes("Left out: 2 exceptions with less than 20 EUR at stake each, 31 EUR in all."));
  });

  it("loses no exception and no money", () => {
    const exception = fc.record({
      sku: fc.constantFrom("", ...items.map(({ sku }) => sku), "unknown"),
      code: fc.constantFrom(...EXCEPTION_CODES),
      money: fc.integer({ min: 0, max: 1e6 }).map((cents) => cents / 100),
      message: fc.constantFrom("One.", "Two."),
    });
    fc.assert(
      fc.property(fc.array(exception), (found) => {
        const { shown, small } = decisionsOf(found, items);
        const sum = (all: readonly { readonly money: number }[]): number => all.reduce((t, { money }) => t + money, 0);
        const total = sum(found);
        assert.ok(Math.abs(sum(shown) + small.money - total) < 1e-6 * Math.max(1, total));
        assert.ok(small.count === 0 || small.money <= total * 0.001 * small.count);
        for (const { sku, code, money } of found)
          if (money === 0 && sku !== "")
            assert.ok(
              shown.some((one) => one.code === code && one.skus.includes(sku)) || small.count > 0,
              `${code} of ${sku}`,
            );
      }),
    );
  });

  it("are counted alike on the sheet, in its line of figures and for the pane", () => {
    const found = [late("A", 10), late("B", 300), late("X", 5)];
    const { sheets, decisions } = reorderSheets(plan([line({ sku: "A" })], found), asked, []);
    assert.equal(sheets[1]!.rows.length, decisions.shown.length);
    assert.match(sheets[0]!.title[1]!, /; 2 exceptions\./);
    const kinds = new Set(sheets[1]!.rows.map(({ cells }) => cells[0]));
    assert.deepEqual([...kinds], [EXCEPTION_KINDS["late-order"]]);
  });

  it("are where an item's line is found, be it one of several", () => {
    const [, spec] = reorderSheets(plan([], [late("A", 10), late("B", 300)]), asked, []).sheets;
    for (const sku of ["A", "B"]) assert.match(skuAddress(asWritten(spec!), sku) ?? "", /^F\d+$/);
    assert.equal(skuAddress(asWritten(spec!), "C"), undefined);
  });
});
