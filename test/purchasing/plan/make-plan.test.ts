import assert from "node:assert/strict";
import fc from "fast-check";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

const steady = (n: number, length = 104): number[] => Array<number>(length).fill(n);

function plan(items: readonly unknown[], history: Record<string, unknown>, settings: object = {}): Plan {
  const { request, exceptions } = readPlanRequest({ today: "2026-11-23", period: "week", items, history, settings });
  return makePlan(request, { exceptions, onFault: noFaults });
}

const codes = ({ exceptions }: Plan, sku: string): string[] =>
  exceptions.filter((e) => e.sku === sku).map((e) => e.code);
const message = ({ exceptions }: Plan, code: string): string => exceptions.find((e) => e.code === code)?.message ?? "";

describe("the plan of one item", () => {
  it("is plain arithmetic where demand is constant", () => {
    // 20 a week, 3 weeks' lead time and a weekly review: s = 80, S = 100; 30 on hand, so 70, in packs of 12: 72.
    const { lines, suppliers } = plan(
      [{ sku: "A", supplier: "Acme", on_hand: 30, lead_time_days: 21, cost: 2, currency: "EUR", multiple: 12 }],
      { A: steady(20) },
    );
    const [line] = lines;
    assert.ok(line);
    assert.equal(line.quantity, 72);
    assert.equal(line.suggested, 72);
    assert.ok(Math.abs(line.reorder_point - 80) < 1e-6 && Math.abs(line.order_up_to - 100) < 1e-6);
    assert.equal(line.cost, 144);
    assert.equal(line.order_date, "2026-11-23");
    assert.equal(line.arrival, "2026-12-14");
    assert.ok(Math.abs(line.cover_days! - (102 / 20) * 7) < 0.11);
    assert.equal(
      line.why,
      "Expect 80 in the 4 weeks to 21 Dec; 95% needs 80. You have 30. Short 50, with 20 to last to the next order 70; packs of 12 make 72.",
    );
    assert.deepEqual(suppliers, [{ supplier: "Acme", quantity: 72, lines: 1, cost: 144, currency: "EUR" }]);
  });

  it("gives each period's forecast the bounds that demand keeps to in 9 cases of 10", () => {
    const item = { on_hand: 0, lead_time_days: 7, cost: 1 };
    const [flat] = plan([{ sku: "A", ...item }], { A: steady(20) }).lines;
    for (const bound of [flat!.forecast_low, flat!.forecast_high]) {
      assert.equal(bound.length, flat!.forecast.length);
      assert.ok(bound.every((x) => Math.abs(x - 20) < 1e-6));
    }
    // A fixed sequence that looks like uniform noise in [0, 1), around a level of 50 in [20, 80).
    let state = 7;
    const demand = Array.from({ length: 917 }, () => 20 + (60 * (state = (state * 48271) % 2147483647)) / 2147483647);
    const [noisy] = plan([{ sku: "A", ...item }], { A: demand.slice(0, 117) }).lines;
    const [low, high] = [noisy!.forecast_low[0]!, noisy!.forecast_high[0]!];
    const within = demand.slice(117).filter((x) => x >= low && x <= high).length / 800;
    assert.ok(within > 0.86 && within < 0.96, `${within} within ${low} to ${high}`);
  });

  it("counts open orders due within lead time and review, and no later ones", () => {
    const item = { sku: "A", on_hand: 30, lead_time_days: 21, cost: 1 };
    const within = plan([{ ...item, on_order: [{ quantity: 70, due: "2026-12-21" }] }], { A: steady(20) });
    const after = plan([{ ...item, on_order: [{ quantity: 70, due: "2026-12-22" }] }], { A: steady(20) });
    assert.equal(within.lines[0]!.quantity, 0);
    assert.equal(after.lines[0]!.quantity, 70);
  });

  it("takes off what is owed and reserved, and says so", () => {
    const [line] = plan([{ sku: "A", on_hand: 130, lead_time_days: 21, backorders: 40, reserved: 30, cost: 1 }], {
      A: steady(20),
    }).lines;
    assert.equal(line!.position, 60);
    assert.equal(line!.quantity, 40);
    assert.match(line!.why, /You have 130, less 40 owed to customers and 30 reserved\./);
  });

  it("takes stock below 0 and backorders for the same units, the larger of the two", () => {
    const position = (on_hand: number, backorders?: number): [number, string] => {
      const [line] = plan([{ sku: "A", on_hand, lead_time_days: 21, backorders, cost: 1 }], { A: steady(20) }).lines;
      return [line!.position, /You have [^.]*\./.exec(line!.why)?.[0] ?? line!.why];
    };
    const owed = "You have none, less 5 owed to customers.";
    assert.deepEqual([position(-5), position(-5, 5), position(0, 5)], Array(3).fill([-5, owed]));
    assert.deepEqual([position(-5, 8)[0], position(-5, 3)[0], position(2, 8)[0]], [-8, -5, -6]);
  });

  it("says when to order next where nothing is due today", () => {
    const [line] = plan([{ sku: "A", on_hand: 200, lead_time_days: 21, cost: 1 }], { A: steady(20) }).lines;
    // 200 units last 10 weeks; an order must come 4 weeks before they are gone: in 6 weeks.
    assert.equal(line!.quantity, 0);
    assert.ok(line!.order_date! >= "2027-01-03" && line!.order_date! <= "2027-01-05", line!.order_date!);
    assert.match(line!.why, /120 more than needed: nothing to order\./);
  });

  it("orders the economic lot where costs are known", () => {
    const settings = { order_cost: 50, holding_rate: 0.25 };
    const [line] = plan([{ sku: "A", on_hand: 0, lead_time_days: 21, cost: 4 }], { A: steady(20) }, settings).lines;
    const lot = Math.sqrt((2 * 50 * 20 * 365.25) / 7 / (0.25 * 4));
    assert.ok(Math.abs(line!.order_up_to - (80 + lot - 20)) < 0.01, `${line!.order_up_to}`);
  });

  it("keeps the buyer's own quantity apart from the suggestion", () => {
    const [line] = plan([{ sku: "A", on_hand: 30, lead_time_days: 21, cost: 2, order_quantity: 200 }], {
      A: steady(20),
    }).lines;
    assert.equal(line!.suggested, 70);
    assert.equal(line!.quantity, 200);
    assert.equal(line!.cost, 400);
  });

  it("never suggests what may not be ordered", () => {
    const p = plan([{ sku: "A", on_hand: 3, lead_time_days: 21, status: "Do not order", cost: 2 }], { A: steady(20) });
    assert.equal(p.lines[0]!.quantity, 0);
    assert.deepEqual(codes(p, "A"), ["status"]);
  });
});

describe("exceptions", () => {
  it("name the order to expedite and the units at risk", () => {
    const p = plan(
      [
        {
          sku: "A",
          on_hand: 20,
          lead_time_days: 28,
          cost: 2,
          price: 5,
          on_order: [{ quantity: 300, due: "2026-12-14", reference: "118" }],
        },
      ],
      { A: steady(20) },
    );
    assert.deepEqual(codes(p, "A"), ["expedite"]);
    // 20 last one week; two weeks without, 40 short, at a margin of 3.
    assert.match(message(p, "expedite"), /^Out of stock on 1 Dec, 37 units at risk; expedite PO 118 \(due 14 Dec\)\.$/);
    assert.ok(Math.abs(p.exceptions[0]!.money - 3 * 37.142857) < 1);
  });

  it("say when a stock-out has nothing to expedite", () => {
    const p = plan([{ sku: "A", on_hand: 20, lead_time_days: 28, cost: 2 }], { A: steady(20) });
    assert.match(message(p, "stock-out"), /nothing is due before, an order of today arrives on 21 Dec/);
  });

  it("postpone an early order and cancel a needless one", () => {
    const early = plan(
      [
        {
          sku: "A",
          on_hand: 400,
          lead_time_days: 14,
          cost: 2,
          on_order: [{ quantity: 50, due: "2026-12-01", reference: "7" }],
        },
      ],
      { A: steady(20) },
    );
    assert.match(message(early, "postpone"), /^PO 7 of 50, due 1 Dec, is not needed before \d+ Apr: postpone it\.$/);
    const needless = plan(
      [{ sku: "A", on_hand: 4000, lead_time_days: 14, cost: 2, on_order: [{ quantity: 50, due: "2026-12-01" }] }],
      { A: steady(20) },
    );
    assert.match(message(needless, "cancel"), /not needed in the next 12 months/);
    assert.ok(codes(needless, "A").includes("overstock"));
  });

  it("name overdue orders, which still count as cover", () => {
    const p = plan(
      [
        {
          sku: "A",
          on_hand: 60,
          lead_time_days: 21,
          cost: 2,
          on_order: [{ quantity: 70, due: "2026-11-02", reference: "PO-9" }],
        },
      ],
      { A: steady(20) },
    );
    assert.equal(p.lines[0]!.quantity, 0);
    assert.match(message(p, "late-order"), /^PO 9 of 70 was due 2 Nov, 21 days ago/);
  });

  it("are ranked by money in the company's currency", () => {
    const item = (sku: string, currency: string): object => ({
      sku,
      on_hand: 5000,
      lead_time_days: 7,
      cost: 2,
      currency,
    });
    const p = plan(
      [item("A", "CNY"), item("B", "EUR")],
      { A: steady(1), B: steady(1) },
      { currency: "EUR", rates: { CNY: 0.125 } },
    );
    assert.deepEqual(
      p.exceptions.map((e) => e.sku),
      ["B", "A"],
    );
    assert.ok(Math.abs(p.exceptions[0]!.money / p.exceptions[1]!.money - 8) < 1e-9);
  });

  it("turn every bad row into a sentence and plan the rest", () => {
    const p = plan(
      [
        { sku: "bad", on_hand: "many", lead_time_days: 7 },
        { sku: "none", lead_time_days: 7 },
        null,
        { sku: "date", on_hand: 1, lead_time_days: 7, on_order: [{ quantity: 1, due: "soon" }] },
        { sku: "good", on_hand: 1, lead_time_days: 7, cost: 1 },
        { sku: "good", on_hand: 9, lead_time_days: 7, cost: 1 },
        { sku: "new", on_hand: 1, lead_time_days: 7, cost: 1 },
        { sku: "conflict", on_hand: 1, lead_time_days: 7, cost: 1, moq: 50, maximum: 40 },
      ],
      { good: steady(5), stranger: steady(5), new: [], bad: [1], conflict: steady(5), date: "x" },
    );
    assert.deepEqual(
      p.lines.map((l) => l.sku),
      ["good", "new", "conflict"],
    );
    const says = Object.fromEntries(p.exceptions.filter((e) => e.code === "data").map((e) => [e.sku, e.message]));
    assert.match(says["bad"]!, /on_hand: must be a number; got "many"/);
    assert.match(says["none"]!, /on_hand: is missing/);
    assert.match(says["row 3"]!, /Not planned/);
    assert.match(says["date"]!, /on_order 1 due: must be a date such as 2026-11-23; got "soon"/);
    assert.match(says["good"]!, /more than one row; the first counts/);
    assert.match(says["stranger"]!, /no row in the item table/);
    assert.match(says["new"]!, /No sales history/);
    assert.match(says["conflict"]!, /maximum: must allow the minimum order/);
  });

  it("warn where a pack lasts far longer than a year, and spare a dead item the pack", () => {
    const once = [...steady(0, 90), 2, ...steady(0, 13)];
    const big = plan([{ sku: "A", on_hand: 0, lead_time_days: 21, cost: 2, multiple: 500 }], { A: steady(2) });
    assert.equal(big.lines[0]!.quantity, 500);
    assert.match(message(big, "large-lot"), /^The pack of 500 buys 396 more than a year's demand \(104\)/);
    const dead = plan([{ sku: "A", on_hand: 0, lead_time_days: 21, cost: 900, multiple: 500 }], {
      A: [...once, ...steady(0, 300)],
    });
    assert.equal(dead.lines[0]!.quantity, 0);
    assert.match(dead.lines[0]!.why, /nothing to order/i);
  });

  it("say one thing about many items once", () => {
    const items = Array.from({ length: 40 }, (_, i) => ({ sku: `S${i}`, on_hand: 10, lead_time_days: 7 }));
    const p = plan(items, Object.fromEntries(items.map(({ sku }) => [sku, steady(5)])));
    assert.equal(p.exceptions.filter((e) => /No cost/.test(e.message)).length, 1);
    assert.match(message(p, "data"), /^40 items: No cost/);
  });
});

describe("any plan", () => {
  const item = fc.record({
    sku: fc.string({ minLength: 1, maxLength: 8 }).filter((s) => s.trim() !== ""),
    on_hand: fc.integer({ min: -10, max: 500 }),
    lead_time_days: fc.integer({ min: 0, max: 90 }),
    cost: fc.option(fc.integer({ min: 0, max: 100 })),
    moq: fc.option(fc.integer({ min: 0, max: 100 })),
    multiple: fc.option(fc.integer({ min: 1, max: 24 })),
    on_order: fc.array(
      fc.record({
        quantity: fc.integer({ min: 0, max: 200 }),
        due: fc.constantFrom("2026-10-01", "2026-12-01", "2027-09-01"),
      }),
      { maxLength: 3 },
    ),
  });

  it("keeps the supplier's rules, wastes no row and answers only finite numbers", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: (i) => i.sku.trim(), minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }),
        (items, demand) => {
          const p = plan(items, Object.fromEntries(items.map(({ sku }) => [sku.trim(), demand])));
          const seen = new Set([...p.lines.map((l) => l.sku), ...p.exceptions.map((e) => e.sku)]);
          for (const row of items) assert.ok(seen.has(row.sku.trim()));
          for (const line of p.lines) {
            const { moq, multiple } = items.find((row) => row.sku.trim() === line.sku)!;
            assert.ok(line.quantity === 0 || line.quantity >= (moq ?? 0));
            assert.ok(Math.abs(line.quantity / (multiple ?? 1) - Math.round(line.quantity / (multiple ?? 1))) < 1e-9);
            for (const x of [line.reorder_point, line.order_up_to, line.safety_stock, ...line.forecast])
              assert.ok(Number.isFinite(x));
            assert.ok(line.forecast.every((x) => x >= 0) && line.order_up_to >= line.reorder_point);
          }
          const money = p.exceptions.map((e) => e.money);
          assert.deepEqual(
            money,
            [...money].sort((a, b) => b - a),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses a request that makes no sense as a whole, with a sentence", () => {
    const bad: readonly (readonly [unknown, RegExp])[] = [
      [{}, /^today: is missing$/],
      [
        { today: "23.11.2026", period: "week", items: [], history: {} },
        /^today: must be a date such as 2026-11-23; got "23\.11\.2026"$/,
      ],
      [{ today: "2026-02-30", period: "week", items: [{}], history: {} }, /^today: must be a date/],
      [
        { today: "2026-11-23", period: "year", items: [{}], history: {} },
        /^period: must be "day", "week" or "month"; got "year"$/,
      ],
      [{ today: "2026-11-23", period: "week", items: [], history: {} }, /^items: must hold at least one item/],
      [{ today: "2026-11-23", period: "week", items: [{}], history: [] }, /^history: must be/],
      [
        { today: "2026-11-23", period: "week", items: [{}], history: {}, settings: { service_level: 1 } },
        /^settings service_level: must be below 1; got 1$/,
      ],
      [
        {
          today: "2026-11-23",
          period: "week",
          items: [{}],
          history: {},
          settings: { service_level: 0.95, fill_rate: 0.98 },
        },
        /^settings fill_rate: must not be given together with service_level: a target is one of the two; got 0\.98$/,
      ],
    ];
    for (const [body, says] of bad)
      assert.throws(
        () => readPlanRequest(body),
        (e: Error) => says.test(e.message) || assert.fail(e.message),
      );
  });
});
