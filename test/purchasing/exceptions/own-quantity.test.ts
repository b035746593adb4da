import assert from "node:assert/strict";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan, PlanException } from "../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

/** An item that sells 20 a week; three weeks' lead time, so 70 are wanted. */
function plan(item: object, suppliers?: unknown, settings: object = {}): Plan {
  const { request, exceptions } = readPlanRequest({
    today: "2026-11-23",
    period: "week",
    items: [{ sku: "A", supplier: "Acme", on_hand: 30, lead_time_days: 21, cost: 2, currency: "EUR", ...item }],
    history: { A: Array<number>(104).fill(20) },
    suppliers,
    settings,
  });
  return makePlan(request, { exceptions, onFault: noFaults });
}

const of = ({ exceptions }: Plan, code: string): PlanException | undefined =>
  exceptions.find((one) => one.code === code);

describe("the buyer's own quantity", () => {
  it("is what totals, cover, reasons and exceptions go by", () => {
    const p = plan({ multiple: 24, order_quantity: 48 });
    const [line] = p.lines;
    assert.deepEqual([line!.suggested, line!.quantity, line!.cost], [72, 48, 96]);
    assert.ok(Math.abs(line!.cover_days! - (78 / 20) * 7) < 0.11);
    assert.match(line!.why, /^Your 48 stands; 72 would be suggested\. Expect 80/);
    assert.equal(p.suppliers[0]!.cost, 96);
    assert.equal(p.summary.cost["EUR"], 96);
    assert.equal(of(p, "own-quantity"), undefined);
  });

  it("that breaks a rule says which, and what would keep it", () => {
    const says = (item: object): string | undefined => of(plan(item), "own-quantity")?.message;
    assert.equal(says({ multiple: 24, order_quantity: 475 }), "475 is not a multiple of 24: 456 or 480 would be.");
    assert.equal(says({ multiple: 24, order_quantity: 5 }), "5 is not a multiple of 24: 24 would be.");
    assert.equal(says({ order_quantity: 70.5 }), "70.5 is not a whole number: 70 or 71 would be.");
    assert.equal(says({ moq: 100, order_quantity: 70 }), "70 is below the minimum order of 100.");
    assert.equal(says({ maximum: 60, order_quantity: 70 }), "70 is above the maximum of 60.");
    assert.equal(
      says({ multiple: 24, maximum: 60, order_quantity: 70 }),
      "70 is not a multiple of 24: 48 would be. 70 is above the maximum of 60.",
    );
    assert.equal(says({ multiple: 0.1, order_quantity: 70.3 }), undefined);
    const { lines } = plan({ multiple: 24, order_quantity: 475 });
    assert.match(lines[0]!.why, /^Your 475 stands; 72 would be suggested\. 475 is not a multiple of 24/);
    assert.equal(lines[0]!.quantity, 475);
  });

  it("of an item that may not be ordered is told and not ordered", () => {
    const p = plan({ status: "discontinued", order_quantity: 50 });
    assert.deepEqual([p.lines[0]!.quantity, p.summary.to_order], [0, 0]);
    assert.match(of(p, "own-quantity")!.message, /^Marked "discontinued", so your 50 is not ordered/);
    assert.match(p.lines[0]!.why, /^Marked "discontinued", so your 50 is not ordered/);
  });

  it("of 0 orders nothing until the next review, and says what runs short by it", () => {
    const p = plan({ on_hand: 65, order_quantity: 0 });
    const [line] = p.lines;
    assert.deepEqual([line!.suggested > 0, line!.quantity, line!.order_date], [true, 0, "2026-11-30"]);
    assert.match(
      of(p, "stock-out")!.message,
      /^With your 0 instead of 35 12 more are short, from 16 Dec until an order of the next review arrives on 21 Dec\.$/,
    );
    assert.equal(of(plan({ on_hand: 65, order_quantity: 35 }), "stock-out"), undefined);
  });
});

describe("a supplier's minimum order value", () => {
  const acme = [{ supplier: "Acme", minimum_value: 200 }];

  it("stands beside the supplier's total, and an order below it is an exception", () => {
    const p = plan({}, acme);
    assert.deepEqual(
      { minimum: p.suppliers[0]!.minimum_value, missing: p.suppliers[0]!.missing },
      { minimum: 200, missing: 60 },
    );
    const { sku, supplier, message, money } = of(p, "below-minimum")!;
    assert.deepEqual([sku, supplier], ["", "Acme"]);
    assert.match(
      message,
      /^The order of 140 EUR is below the minimum of 200 EUR that Acme accepts: 60 EUR are missing\./,
    );
    assert.ok(money > 0);
  });

  it("counts the buyer's own quantities, and asks nothing where nothing is ordered", () => {
    assert.equal(plan({ order_quantity: 100 }, acme).suppliers[0]!.missing, 0);
    assert.equal(of(plan({ order_quantity: 100 }, acme), "below-minimum"), undefined);
    assert.equal(of(plan({ order_quantity: 99 }, acme), "below-minimum")!.code, "below-minimum");
    assert.equal(of(plan({ order_quantity: 0 }, acme), "below-minimum"), undefined);
    assert.equal(plan({}).suppliers[0]!.minimum_value, undefined);
  });

  it("in another currency than the items' is converted, or left alone without a rate", () => {
    const usd = [{ supplier: "Acme", minimum_value: 200, currency: "USD" }];
    const [total] = plan({}, usd, { currency: "EUR", rates: { USD: 0.9 } }).suppliers;
    assert.ok(Math.abs(total!.minimum_value! - 180) < 1e-9 && Math.abs(total!.missing! - 40) < 1e-9);
    assert.equal(plan({}, usd).suppliers[0]!.minimum_value, undefined);
  });

  it("that is no amount is named, and the plan goes on", () => {
    const p = plan({}, [{ supplier: "Acme", minimum_value: "much" }, null, ...acme, ...acme]);
    const says = p.exceptions.filter(({ code }) => code === "data").map(({ message }) => message);
    assert.ok(
      says.some((one) => /^Row 1 of the suppliers is left out: minimum_value: must be a number; got "much"/.test(one)),
      says.join("\n"),
    );
    assert.ok(says.some((one) => /^Row 2 of the suppliers is left out/.test(one)));
    assert.ok(says.some((one) => one === "Supplier Acme has more than one row; the first counts."));
    assert.equal(p.suppliers[0]!.minimum_value, 200);
  });
});
