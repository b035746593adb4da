import assert from "node:assert/strict";
import fc from "fast-check";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan, PlanException } from "../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

const steady = (n: number): number[] => Array<number>(104).fill(n);

/** Items that sell 20 a week, with a lead time of 28 days, cost 2 and price 5 unless they say otherwise. */
function plan(items: readonly object[], settings: object = {}, weekly = 20): Plan {
  const rows = items.map((item, i) => ({ sku: `S${i}`, lead_time_days: 28, cost: 2, price: 5, ...item }));
  const history = Object.fromEntries(rows.map(({ sku }) => [sku, steady(weekly)]));
  const { request, exceptions } = readPlanRequest({
    today: "2026-11-23",
    period: "week",
    items: rows,
    history,
    settings,
  });
  return makePlan(request, { exceptions, onFault: noFaults });
}

const of = ({ exceptions }: Plan, code: string): PlanException => {
  const found = exceptions.find((one) => one.code === code);
  assert.ok(found, `no ${code} among ${exceptions.map((one) => one.code).join()}`);
  return found;
};
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-6 * Math.max(1, b), `${a} is not ${b}`);

describe("what is at stake", () => {
  it("is the margin of the units that are short until an order of today comes", () => {
    // At the end of day 27 demand is 540/7, 20 of it served; a margin of 3.
    near(of(plan([{ on_hand: 20 }]), "stock-out").money, 3 * (540 / 7 - 20));
    near(of(plan([{ on_hand: 20 }], { shortage_rate: 1 }), "stock-out").money, 2 * (540 / 7 - 20));
    near(of(plan([{ on_hand: 20, price: null }]), "stock-out").money, 0.4 * 2 * (540 / 7 - 20));
    near(of(plan([{ on_hand: 20, cost: null, price: 7 }]), "stock-out").money, 2 * (540 / 7 - 20));
    assert.equal(of(plan([{ on_hand: 20, cost: null, price: null }]), "stock-out").money, 0);
  });

  it("of a late order is what it leaves short if it does not come, nothing where stock lasts without it", () => {
    const late = (on_hand: number) => ({ on_hand, on_order: [{ quantity: 300, due: "2026-11-20", reference: "1" }] });
    // It is taken to come within a week, before 20 are sold; without it 20 serve all there is to serve.
    near(of(plan([late(20)]), "late-order").money, 3 * (540 / 7 - 20));
    assert.match(of(plan([late(20)]), "late-order").message, /Without it 57 more are short before .* on 21 Dec\.$/);
    assert.equal(of(plan([late(400)]), "late-order").money, 0);
    const both = plan([{ ...late(500), cost: 900 }, { on_hand: 70 }]);
    assert.equal(both.exceptions[0]!.code, "stock-out");
  });

  it("counts no unit twice: two late orders together are worth what both spare", () => {
    const order = { quantity: 30, due: "2026-11-20" };
    const p = plan([{ on_hand: 20, on_order: [order, order] }]);
    const late = p.exceptions.filter(({ code }) => code === "late-order").map(({ money }) => money);
    near(late[0]!, 3 * 30);
    near(late[1]!, 3 * (540 / 7 - 50));
  });

  it("of what is not needed is its holding cost until it is, for a year at most", () => {
    const order = { quantity: 50, due: "2026-12-01" };
    const early = of(plan([{ on_hand: 400, on_order: [order] }]), "postpone");
    const until = /not needed before (\d+ Apr)/.exec(early.message)![1]!;
    const days = (Date.parse(`${until} 2027 UTC`) - Date.parse("2026-12-01")) / 86_400_000;
    near(early.money, (50 * 2 * 0.25 * days) / 365.25);
    near(of(plan([{ on_hand: 4000, on_order: [order] }]), "cancel").money, 50 * 2 * 0.25);
    near(of(plan([{ on_hand: 4000, on_order: [order] }], { holding_rate: 0.1 }), "cancel").money, 50 * 2 * 0.1);
    // None is ever needed: all of it lies for a year.
    near(of(plan([{ on_hand: 10 }], {}, 0), "overstock").money, (10 * 2 * 0.25 * 366) / 365.25);
    // 500 too many for a year's 1,043.6 lie for the year.
    const big = plan([{ on_hand: 0, moq: 1500 }]);
    near(of(big, "large-lot").money, (1500 - (20 * 365) / 7) * 2 * 0.25);
  });

  it("is finite, at least 0, and no less the more units are concerned", () => {
    const stock = fc.integer({ min: -50, max: 1500 });
    const order = fc.record({
      quantity: fc.integer({ min: 0, max: 400 }),
      due: fc.constantFrom("2026-11-01", "2026-12-05", "2027-09-01"),
    });
    const total = ({ exceptions }: Plan, ...codes: string[]): number =>
      exceptions.filter(({ code }) => codes.includes(code)).reduce((sum, { money }) => sum + money, 0);
    fc.assert(
      fc.property(stock, fc.nat(300), fc.array(order, { maxLength: 3 }), (on_hand, more, on_order) => {
        const [one, other] = [plan([{ on_hand, on_order }]), plan([{ on_hand: on_hand + more, on_order }])];
        for (const { money } of [...one.exceptions, ...other.exceptions])
          assert.ok(Number.isFinite(money) && money >= 0);
        const short = (p: Plan): number => total(p, "stock-out", "expedite", "late-order");
        if (on_order.length === 0) assert.ok(short(one) >= short(other) - 1e-6);
        assert.ok(total(one, "overstock") <= total(other, "overstock") + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it("names what is out of stock today as out of stock now, in whole units", () => {
    assert.match(of(plan([{ on_hand: 0 }]), "stock-out").message, /^Out of stock now, 77 units at risk/);
    assert.match(of(plan([{ on_hand: 1 }]), "stock-out").message, /^Out of stock on 24 Nov/);
    const [line] = plan([{ on_hand: 1, lead_time_days: 5 }], {}, 1).lines;
    assert.match(line!.why, /^Expect 2 in the 12 days to 5 Dec; 95% needs 2\. You have 1\. Short 1, with 1 to last/);
    assert.ok(line!.safety_stock >= 0);
  });
});
