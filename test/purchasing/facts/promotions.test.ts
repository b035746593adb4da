import assert from "node:assert/strict";
import { addDays } from "../../../shared/calendar/dates.ts";
import { toyShop, toyShopRequest } from "../../../shared/demo/toy-shop.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { Promotion } from "../../../shared/purchasing/terms/plan.ts";
import { promotionColumns, promotionFinder } from "../../../shared/purchasing/facts/promotions.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

/** A Monday. */
const TODAY = "2026-11-23";
const ITEM = { sku: "A", on_hand: 30, lead_time_days: 21, cost: 1 };
/** 20 a week, and 40 in the weeks of `promoted`, counted back from today: 1 is the last. */
const sales = (...promoted: number[]): number[] =>
  Array.from({ length: 104 }, (_, t) => (promoted.includes(104 - t) ? 40 : 20));
const week = (ahead: number, more: Partial<Promotion> = {}): Promotion => ({
  sku: "A",
  start: addDays(TODAY, 7 * ahead),
  end: addDays(TODAY, 7 * ahead + 6),
  ...more,
});

function plan(history: readonly number[], promotions: unknown, more: object = {}, items: object[] = [ITEM]): Plan {
  const body = { today: TODAY, period: "week", items, history: { A: history }, promotions, ...more };
  const { request, exceptions } = readPlanRequest(body);
  return makePlan(request, { exceptions, onFault: noFaults });
}
const said = ({ exceptions }: Plan): string[] =>
  exceptions.flatMap(({ code, message }) => (code === "data" ? [message] : []));

describe("promotions in a plan", () => {
  it("raise the forecast, the order and the reasons by what the past ones did", () => {
    const [plain] = plan(sales(), []).lines;
    const result = plan(sales(30, 60), [week(-30), week(-60), week(2)]);
    const [line] = result.lines;
    assert.deepEqual(
      line!.forecast.slice(0, 4).map((x) => Math.round(x)),
      [20, 20, 40, 20],
    );
    // Demand but for promotions never varies, so nothing is in doubt: 20 more are needed, once.
    assert.equal(line!.quantity, plain!.quantity + 20);
    assert.equal(
      line!.why,
      "Expect 100 in the 4 weeks to 21 Dec; 95% needs 100. A promotion from 7 Dec to 13 Dec is expected to add about 20. You have 30. Short 70, with 20 to last to the next order 90; order 90.",
    );
    assert.deepEqual(said(result), []);
  });

  it("leave the base alone: past ones add nothing to what is expected", () => {
    const [line] = plan(sales(1, 2, 30), [week(-1), week(-2), week(-30)]).lines;
    assert.deepEqual(
      line!.forecast.slice(0, 3).map((x) => Math.round(x * 100) / 100),
      [20, 20, 20],
    );
    assert.doesNotMatch(line!.why, /promotion/);
  });

  it("without a past one are named, and left out unless their uplift is given", () => {
    const unknown = plan(sales(), [week(2)]);
    assert.match(unknown.lines[0]!.why, /Expect 80 .* A promotion from 7 Dec to 13 Dec is not in the forecast/);
    assert.deepEqual(said(unknown), [
      "The forecast does not include the promotion from 7 Dec to 13 Dec: there is no past promotion to learn an uplift from. Give the uplift in the promotions table, or a quantity of your own.",
    ]);
    const given = plan(sales(), [week(2, { uplift: 1.5 })]);
    assert.match(given.lines[0]!.why, /Expect 110 .* A promotion from 7 Dec to 13 Dec is expected to add about 30\./);
    assert.deepEqual(said(given), []);
    const both = plan(sales(), [week(1, { uplift: 1 }), week(2), week(3)]);
    assert.match(
      both.lines[0]!.why,
      /from 30 Nov to 6 Dec is expected to add about 20\. Promotions from 7 Dec to 13 Dec and from 14 Dec to 20 Dec are not in the forecast/,
    );
  });

  it("beyond lead time and review change no order today", () => {
    const [line] = plan(sales(30), [week(-30), week(5)]).lines;
    assert.equal(line!.quantity, plan(sales(), []).lines[0]!.quantity);
    assert.ok(line!.forecast[5]! > 35);
    assert.doesNotMatch(line!.why, /promotion/);
  });

  it("are placed by the history's last period where it ends before today", () => {
    const late = { last_period: addDays(TODAY, -21) };
    const promotions = [week(-32), week(2)];
    // The history's 30th week from its end was the 32nd before today.
    assert.ok(plan(sales(30), promotions, late).lines[0]!.forecast[4]! > 35);
    assert.ok(plan(sales(30), promotions).lines[0]!.forecast[2]! < 25);
  });

  it("of a discontinued item count for its successor", () => {
    const items = [
      { ...ITEM, sku: "A", status: "discontinued", successor: "B" },
      { ...ITEM, sku: "B" },
    ];
    const { lines } = plan(sales(30), [week(-30), week(1)], {}, items);
    assert.ok(lines.find(({ sku }) => sku === "B")!.forecast[1]! > 35);
  });

  it("with something wrong are exceptions, and the others count", () => {
    const bad = [{ sku: "A", start: TODAY }, week(3, { end: TODAY }), week(1, { discount: 20 }), week(1, { sku: "Z" })];
    const result = plan(sales(30), [...bad, week(-30), week(1)]);
    assert.ok(result.lines[0]!.forecast[1]! > 35);
    assert.deepEqual(said(result).sort(), [
      "A promotion is left out: discount: must be at most 1, which is 100%; got 20.",
      "A promotion is left out: end: is missing.",
      'A promotion is left out: end: must not be before start; got "2026-11-23".',
      "Has a promotion but no planned row in the item table: it is left out.",
    ]);
    assert.throws(() => plan(sales(), "soon"), /promotions: must be a list of promotions/);
  });

  it("of the toy shop are foreseen", () => {
    const shop = toyShopRequest(toyShop());
    const ahead = new Set(shop.promotions!.flatMap(({ sku, end }) => (end >= shop.today ? [sku] : [])));
    const request = { ...shop, items: shop.items.filter(({ sku }) => ahead.has(sku)) };
    const { lines } = makePlan(request, { onFault: noFaults });
    const without = makePlan({ ...request, promotions: [] }, { onFault: noFaults });
    const announced = lines.filter(({ why }) => /promotion.* expected to add about/.test(why));
    assert.ok(announced.length >= 5, `${announced.length}`);
    for (const line of announced) {
      const plain = without.lines.find(({ sku }) => sku === line.sku)!;
      const rises = line.forecast.map((x, h) => x / plain.forecast[h]!);
      assert.ok(Math.max(...rises) > 1.05, line.sku);
    }
  });
});

describe("promotion columns", () => {
  const item = { sku: "A", supplier: "Acme", on_hand: 0, lead_time_days: 0, price: 10 };
  const times = { today: TODAY, period: "week" } as const;

  it("hold the share of each period's days, times the discount where every promotion has one", () => {
    const days = { sku: "A", start: "2026-11-20", end: "2026-11-24" };
    assert.deepEqual(promotionColumns(item, [days], 2, 2, times), {
      past: [0, 3 / 7],
      ahead: [2 / 7, 0],
      given: [0, 0],
    });
    const cut = promotionColumns(item, [{ ...days, price: 8 }], 2, 2, times);
    assert.ok(Math.abs(cut.past[1]! - (0.2 * 3) / 7) < 1e-12);
    const mixed = promotionColumns(item, [{ ...days, discount: 0.2 }, week(0)], 2, 1, times);
    assert.equal(mixed.past[1], 3 / 7);
    assert.equal(mixed.ahead[0], 1, "overlapping ones are no more than the strongest");
  });

  it("go by the calendar's months in the past and ahead, whatever day of one today is", () => {
    const december = { sku: "A", start: "2025-12-01", end: "2025-12-31" };
    const february = { sku: "A", start: "2027-02-15", end: "2027-03-02" };
    const months = { today: "2026-12-10", period: "month" } as const;
    const { past, ahead } = promotionColumns(item, [december, february], 12, 4, months);
    assert.deepEqual(past, [1, ...Array<number>(11).fill(0)]);
    assert.deepEqual(ahead, [0, 0, 14 / 28, 2 / 31]);
  });

  it("take a discount ahead for at most half as deep again as the deepest so far", () => {
    const columns = promotionColumns(item, [week(-2, { discount: 0.2 }), week(0, { discount: 0.9 })], 4, 1, times);
    assert.ok(Math.abs(columns.ahead[0]! - 0.3) < 1e-12);
  });

  it("are of the item's SKU, of its supplier or of all items", () => {
    const time = { start: TODAY, end: TODAY };
    const find = promotionFinder([{ ...time, sku: "A" }, { ...time, sku: "B" }, { ...time, supplier: "Acme" }, time]);
    assert.equal(find(item).length, 3);
    assert.equal(find({ ...item, sku: "C", supplier: "Other" }).length, 1);
  });
});
