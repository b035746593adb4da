import assert from "node:assert/strict";
import type { PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import { planned } from "./plan-by-money.ts";

// Plans that can be worked out by hand: two quantities, one rule.
type Row = Record<string, unknown>;

const item = (sku: string, more: Row = {}): Row => ({
  sku,
  supplier: "Acme",
  on_hand: 0,
  lead_time_days: 7,
  cost: 10,
  weight: 2,
  volume: 0.5,
  pallet: 20,
  curve: [
    [0, 300],
    [10, 100],
    [20, 40],
    [30, 45],
  ],
  ...more,
});

const plan = (supplier: Row, { items = [item("A")], ...more }: Row = {}) =>
  planned({
    today: "2026-11-23",
    period: "week",
    history: {},
    settings: { policy: "optimal", currency: "EUR", rates: { USD: 0.5 } },
    items,
    suppliers: [{ supplier: "Acme", ...supplier }],
    ...more,
  }).plan;

const of = (supplier: Row, more?: Row): readonly [number, number] => {
  const made = plan(supplier, more);
  return [made.lines[0]!.quantity, made.plan!.objective];
};

describe("an order by money", () => {
  it("takes the quantity at which curve and purchase cost least", () => {
    // 0: 300; 10: 100 + 100; 20: 40 + 200; 30: 45 + 300.
    assert.deepEqual(of({}), [10, 200]);
    assert.equal(plan({}).lines[0]!.need, 10);
  });

  it("counts the order's own cost, the line's, unit freight and duty", () => {
    assert.deepEqual(of({ order_cost: 30, line_cost: 5 }), [10, 235]);
    // 10: 100 + 100 + 20 + 10% of 100.
    assert.deepEqual(of({}, { items: [item("A", { unit_freight: 2, duty: 0.1 })] }), [10, 230]);
    assert.deepEqual(of({ order_cost: 101 }), [0, 300], "100 more than it saves");
  });

  it("reaches a discount exactly where it pays", () => {
    assert.deepEqual(of({ order_discounts: [{ from: 200, rate: 0.25 }] }), [20, 190], "40 + 150");
    assert.deepEqual(of({ order_discounts: [{ from: 200.01, rate: 0.25 }] }), [10, 200]);
    assert.deepEqual(of({ order_discounts: [{ from: 200, rate: 0.1 }] }), [10, 200], "40 + 180 is more");
  });

  it("takes the price of a quantity of all units, or of those beyond", () => {
    const breaks = [{ from: 20, price: 5 }];
    assert.deepEqual(of({}, { items: [item("A", { price_breaks: breaks })] }), [20, 140]);
    // 10 x 10 up to 10, those beyond at 5: 20 cost 150.
    const incremental = item("A", { price_breaks: [{ from: 10, price: 5 }], price_kind: "incremental" });
    assert.deepEqual(of({}, { items: [incremental] }), [20, 190]);
  });

  it("keeps a minimum, pays the surcharge, or warns, as the supplier says", () => {
    assert.deepEqual(of({ minimum_value: 150 }), [20, 240]);
    assert.deepEqual(of({ minimum_value: 150, minimum_rule: "surcharge", surcharge: 30 }), [10, 230]);
    assert.deepEqual(
      of({ minimum_quantity: 15, minimum_weight: 60, minimum_rule: "surcharge", surcharge: 30 }),
      [10, 230],
    );
    const warned = plan({ minimum_quantity: 15, minimum_rule: "warn" });
    assert.equal(warned.lines[0]!.quantity, 10);
    assert.match(warned.exceptions.map(({ message }) => message).join(), /below its minimum quantity of 15: it has 10/);
  });

  it("pays freight below the value that waives it", () => {
    assert.deepEqual(of({ freight: 20 }), [10, 220]);
    assert.deepEqual(of({ freight: 50, free_freight_from: 200 }), [20, 240]);
    assert.deepEqual(of({ freight: 30, free_freight_from: 200 }), [10, 230]);
  });

  it("fills containers, or sends the rest loose", () => {
    const box = { name: "box", weight: 20, cost: 25 };
    // 10 weigh 20: one; 20 weigh 40: two.
    assert.deepEqual(of({ containers: [box] }), [10, 225]);
    assert.deepEqual(of({ containers: [{ ...box, weight: 50 }] }), [10, 225]);
    // Half of 100 is 25 units: only 30 fill it.
    assert.deepEqual(of({ containers: [{ ...box, weight: 100, least_fill: 0.5, cost: 5 }] }), [0, 300]);
    assert.deepEqual(of({ containers: [{ ...box, weight: 80, least_fill: 0.5, cost: 5 }] }), [20, 245]);
    assert.deepEqual(
      of({ containers: [{ ...box, weight: 100, least_fill: 0.5 }], loose: { per_weight: 1 } }),
      [10, 220],
    );
    assert.deepEqual(plan({ containers: [box] }).suppliers[0]!.containers, [{ name: "box", count: 1, fill: 1 }]);
  });

  it("buys none of a group, or its minimum", () => {
    const items = [item("A", { group: "G" })];
    assert.deepEqual(of({ group_minimums: [{ group: "G", quantity: 20 }] }, { items }), [20, 240]);
    assert.deepEqual(of({ group_minimums: [{ group: "G", quantity: 31 }] }, { items }), [0, 300]);
  });

  it("keeps to budgets and room, less what is spent and there", () => {
    assert.deepEqual(of({}, { budgets: [{ amount: 100 }] }), [10, 200]);
    assert.deepEqual(of({}, { budgets: [{ amount: 99.99 }] }), [0, 300]);
    assert.deepEqual(of({}, { budgets: [{ amount: 150, spent: 51 }] }), [0, 300]);
    assert.deepEqual(of({}, { budgets: [{ amount: 10, month: "2026-12" }] }), [10, 200], "another month");
    assert.deepEqual(
      of({ payment_days: 30 }, { budgets: [{ amount: 10, month: "2026-12", by: "payment" }] }),
      [0, 300],
    );
    assert.deepEqual(of({}, { budgets: [{ amount: 10, category: "paint" }] }), [10, 200], "another category");
    const ordered = { items: [item("A", { on_order: [{ quantity: 5, due: "2026-11-30" }] })] };
    assert.deepEqual(of({}, { ...ordered, budgets: [{ amount: 149 }] }), [0, 300], "50 are spent on the open order");
    assert.deepEqual(of({}, { storage: [{ volume: 5 }] }), [10, 200]);
    assert.deepEqual(of({}, { items: [item("A", { on_hand: 1 })], storage: [{ volume: 5 }] }), [0, 300]);
  });

  it("takes the supplier's money by its rate", () => {
    const items = [item("A", { currency: "USD" })];
    // 10: 100 + 50; 20: 40 + 100; a minimum of 250 is in dollars.
    assert.deepEqual(of({}, { items }), [20, 140]);
    assert.deepEqual(of({ minimum_value: 250 }, { items }), [30, 195]);
    const { suppliers } = plan({}, { items });
    assert.deepEqual([suppliers[0]!.value, suppliers[0]!.cost, suppliers[0]!.currency], [100, 200, "USD"]);
  });

  it("leaves the buyer's own quantity, never, a status and a fixed lot as they are", () => {
    assert.deepEqual(of({}, { items: [item("A", { order_quantity: 30 })] }), [30, 345]);
    assert.deepEqual(
      of({}, { items: [item("A", { order_quantity: 15 })] }),
      [15, 220],
      "between 10 and 20 of the curve",
    );
    for (const none of [{ never: true }, { status: "blocked" }, { order_quantity: 0 }])
      assert.deepEqual(of({}, { items: [item("A", none)] }), [0, 300]);
    assert.deepEqual(of({}, { items: [item("A", { lot_size: 20 })] }), [20, 240]);
  });

  it("takes an item from the supplier that is cheaper with everything", () => {
    const items = [item("A", { sources: [{ supplier: "Bolt", cost: 9, lead_time_days: 3 }] })];
    const made = plan({}, { items });
    assert.deepEqual([made.lines[0]!.supplier, made.lines[0]!.quantity, made.plan!.objective], ["Bolt", 10, 190]);
    assert.equal(made.lines[0]!.arrival, "2026-11-26");
    assert.equal(plan({}, { items, suppliers: [{ supplier: "Bolt", order_cost: 11 }] }).lines[0]!.supplier, "Acme");
  });

  it("waits for the day on which the supplier takes orders", () => {
    const line = (more: Row, head: Row = {}): PlanLine => plan(more, head).lines[0]!;
    assert.equal(line({ order_days: ["mon"] }).quantity, 10, "23 November 2026 is a Monday");
    const waits = line({ order_days: ["tue", "fri"] });
    assert.deepEqual([waits.quantity, waits.order_date, waits.arrival], [0, "2026-11-24", "2026-12-01"]);
    const closed = line({ closed: [{ from: "2026-11-20", to: "2026-11-25" }] });
    assert.deepEqual([closed.quantity, closed.order_date], [0, "2026-11-26"]);
    const cut = { cut_off: "11:00" };
    assert.equal(line(cut, { now: "2026-11-23T10:59" }).quantity, 10);
    assert.equal(line(cut, { now: "2026-11-23T10:30:00Z", time_zone: "Europe/Berlin" }).order_date, "2026-11-24");
    assert.equal(
      line(cut, { now: "2026-11-23T10:00:00Z", time_zone: "Europe/Berlin" }).quantity,
      10,
      "11:00 is in time",
    );
  });

  it("refuses no plan over a measure that nobody gave, but the item", () => {
    const light = item("A", { weight: null });
    const made = plan({ minimum_weight: 10 }, { items: [light, item("B")] });
    assert.deepEqual(
      made.lines.map(({ quantity }) => quantity),
      [0, 10],
    );
    assert.match(made.exceptions.find(({ sku }) => sku === "A")!.message, /Not ordered: its weight must be given/);
    const free = item("A", { cost: null });
    assert.match(
      plan({}, { items: [free] })
        .exceptions.map(({ message }) => message)
        .join(),
      /Not ordered: its cost/,
    );
  });

  it("lets the rule give way that must give way least, and says so, where own quantities break one", () => {
    const items = [item("A", { order_quantity: 10 })];
    const made = plan({ minimum_value: 120 }, { items, budgets: [{ amount: 5000 }] });
    assert.deepEqual([made.lines[0]!.quantity, made.plan!.status, made.plan!.objective], [10, "relaxed", 200]);
    const says = made.exceptions.map(({ message }) => message).find((message) => /gives way/.test(message))!;
    assert.match(says, /the minimum value of 120 of Acme gives way, to 99\.9\d|to 100/);
  });

  it("says what moved a line from its need, and what that is worth", () => {
    const [line] = plan({ minimum_value: 150 }).lines;
    assert.deepEqual(
      [line!.need, line!.quantity, line!.binding!.rule, line!.binding!.worth],
      [10, 20, "minimum_value", 40],
    );
    assert.match(line!.why, /Order 20; by itself 10 would cost least\. Because of the minimum value: without it 10/);
    assert.deepEqual(plan({ minimum_value: 150 }).suppliers[0]!.binding, [
      { rule: "minimum_value", step: 150, worth: 40 },
    ]);
  });

  it("breaks ties for fewer lines, then fewer units, then the first SKU", () => {
    const flat = (sku: string): Row =>
      item(sku, {
        curve: [
          [0, 100],
          [10, 0],
        ],
      });
    assert.deepEqual(of({}, { items: [flat("A")] }), [0, 100]);
    const one = plan(
      { minimum_quantity: 10, group_minimums: [] },
      {
        items: [
          item("B", {
            curve: [
              [0, 100],
              [10, -1],
            ],
          }),
          item("A", {
            curve: [
              [0, 100],
              [10, -1],
            ],
          }),
        ],
        budgets: [{ amount: 100 }],
      },
    );
    assert.deepEqual(
      one.lines.map(({ sku, quantity }) => [sku, quantity]),
      [
        ["B", 0],
        ["A", 10],
      ],
    );
  });
});
