import assert from "node:assert/strict";
import fc from "fast-check";
import { addDays, daysBetween, type IsoDate } from "../../../shared/calendar/dates.ts";
import type { Period } from "../../../shared/calendar/periods.ts";
import { toyShop, toyShopRequest } from "../../../shared/demo/toy-shop.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan, PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import { planTime } from "../../../shared/purchasing/terms/plan-time.ts";
import { makeReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import { readPastRequest, readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

const within = (value: number, wanted: number, share: number): void =>
  assert.ok(Math.abs(value - wanted) <= share * wanted, `${value}, not ${wanted}`);

function plan(body: object): Plan {
  const { request, exceptions } = readPlanRequest(body);
  return makePlan(request, { exceptions, onFault: noFaults });
}
const lineOf = (body: object): PlanLine => plan(body).lines[0]!;

/** 60 a month, 120 in November, 400 in December; to October. */
const YEAR = [...Array<number>(10).fill(60), 120, 400];
const PEAK = {
  period: "month",
  last_period: "2026-10-01",
  items: [{ sku: "X1", on_hand: 150, lead_time_days: 7, cost: 1 }],
  history: { X1: [...YEAR, ...YEAR, ...YEAR, ...YEAR.slice(0, 10)] },
};

describe("demand from the day of the plan", () => {
  it("is that of the days to be covered, not of those that began when the history ended", () => {
    const line = lineOf({ ...PEAK, today: "2026-11-28" });
    // Three days of November and eleven of December.
    within(line.expected_demand, 151, 0.1);
    within(line.expected_demand, (3 / 30) * 120 + (11 / 31) * 400, 0.01);
    assert.match(line.why, /^Expect 154 in the 14 days to 12 Dec;/);
    assert.ok(line.quantity > 0);
    assert.equal(line.forecast_start, "2026-11-01");
    within(line.forecast[1]!, 400, 0.01);
    within(lineOf({ ...PEAK, today: "2026-11-01" }).expected_demand, (14 / 30) * 120, 0.01);
  });

  it("falls in the toy shop when its season is over", () => {
    const shop = toyShopRequest(toyShop());
    const request = { ...shop, last_period: "2026-11-16", items: shop.items.filter(({ sku }) => sku === "00829") };
    const of = (today: IsoDate): PlanLine => makePlan({ ...request, today }, { onFault: noFaults }).lines[0]!;
    const late = of("2026-12-19");
    within(late.expected_demand, 1035, 0.1);
    assert.equal(late.quantity, 0, "2,173 are on hand");
    assert.match(late.why, /in the 4 weeks to 16 Jan;/);
    assert.ok(of("2026-11-23").expected_demand > 1.8 * late.expected_demand);
  });

  it("lets stock last by the same days: cover, stock-out and the day to order", () => {
    const item = { sku: "X1", on_hand: 32, lead_time_days: 14, cost: 1 };
    const { lines, exceptions } = plan({ ...PEAK, today: "2026-11-28", items: [{ ...item, order_quantity: 0 }] });
    // 12 are used up in November; 20 in 20 / 400 of December, which is 1.55 days.
    within(lines[0]!.cover_days!, 3 + (20 / 400) * 31, 0.02);
    assert.match(exceptions.find(({ code }) => code === "stock-out")!.message, /^Out of stock on [23] Dec,/);
  });

  it("is what levels of least cost go by", () => {
    const settings = { policy: "cost", order_cost: 5, holding_rate: 0.25, review_days: 7 };
    const of = (today: IsoDate): PlanLine => lineOf({ ...PEAK, today, settings });
    const [early, late] = [of("2026-11-01"), of("2026-11-28")];
    assert.match(late.why, /least cost takes/);
    within(late.expected_demand, 154, 0.01);
    within(late.reorder_point / early.reorder_point, late.expected_demand / early.expected_demand, 1e-6);
  });

  it("counts what an announced promotion adds on the days from today on", () => {
    const history = { A: Array<number>(104).fill(70) };
    const items = [{ sku: "A", on_hand: 0, lead_time_days: 7, cost: 1 }];
    const promotions = [{ sku: "A", start: "2026-11-23", end: "2026-11-29", uplift: 1 }];
    const body = {
      period: "week",
      last_period: "2026-11-16",
      items,
      history,
      promotions,
      settings: { review_days: 0 },
    };
    within(lineOf({ ...body, today: "2026-11-23" }).expected_demand, 140, 0.001);
    // Two days of the promoted week and five of the next one.
    const late = lineOf({ ...body, today: "2026-11-28" });
    within(late.expected_demand, 2 * 20 + 5 * 10, 0.001);
    assert.match(late.why, /is expected to add about 20\./);
  });

  it("of n days and of the days after them adds up to that of both, whenever it is planned", () => {
    const zone = process.env.TZ;
    // Its clocks change within the days planned below.
    process.env.TZ = "Europe/Berlin";
    const size = fc.integer({ min: 0, max: 120 });
    const days = fc.integer({ min: 0, max: 40 });
    const ends: Readonly<Record<Period, IsoDate>> = { day: "2026-03-20", week: "2026-03-09", month: "2026-02-01" };
    try {
      fc.assert(
        fc.property(
          fc.constantFrom<Period>("day", "week", "month"),
          fc.array(size, { minLength: 3, maxLength: 60 }),
          fc.array(days, { minLength: 3, maxLength: 3 }),
          fc.option(fc.tuple(days, days, fc.double({ min: -0.5, max: 2, noNaN: true }))),
          (period, A, places, promotion) => {
            const [a, b, c] = places.sort((x, y) => x - y) as [number, number, number];
            const day = (n: number): IsoDate => addDays("2026-03-21", n);
            const promotions = promotion
              ? [{ sku: "A", start: day(promotion[0]), end: day(promotion[0] + promotion[1]), uplift: promotion[2] }]
              : [];
            const expected = (from: number, to: number): number =>
              lineOf({
                today: day(from),
                period,
                last_period: ends[period],
                items: [{ sku: "A", on_hand: 0, lead_time_days: to - from, cost: 1 }],
                history: { A },
                promotions,
                settings: { review_days: 0 },
              }).expected_demand;
            const [first, second, both] = [expected(a, b), expected(b, c), expected(a, c)];
            assert.ok(Math.abs(first + second - both) <= 1e-6 * Math.max(1, both), `${first} + ${second}, ${both}`);
          },
        ),
        { numRuns: 40 },
      );
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("of whole periods is what the forecast says of them, however far today has moved on", () => {
    for (const [period, last] of [
      ["day", "2026-01-27"],
      ["week", "2026-01-21"],
      ["month", "2026-01-01"],
    ] as const) {
      const { startOf } = planTime({ period, last_period: last, today: "2026-02-01" });
      const A = Array.from({ length: 60 }, (_, t) => 50 + 30 * Math.sin(t / 2));
      for (const moved of [0, 1, 2]) {
        const [today, end] = [startOf(moved), startOf(moved + 3)];
        const items = [{ sku: "A", on_hand: 0, lead_time_days: daysBetween(today, end), cost: 1 }];
        const line = lineOf({ today, period, last_period: last, items, history: { A }, settings: { review_days: 0 } });
        const [first, second, third] = line.forecast.slice(moved);
        within(line.expected_demand, first! + second! + third!, 1e-9);
        assert.equal(line.forecast_start, startOf(0));
      }
    }
  });
});

describe("where the sales end", () => {
  const body = {
    period: "week",
    items: [{ sku: "A", on_hand: 9, lead_time_days: 7, cost: 1 }],
    history: { A: Array<number>(60).fill(10) },
  };
  const said = ({ exceptions, summary }: Plan): string[] => [
    ...exceptions.flatMap(({ sku, message }) => (sku === "" ? [message] : [])),
    summary.message,
  ];

  it("is no question within a period, and one beyond", () => {
    assert.deepEqual(said(plan({ ...body, today: "2026-11-28", last_period: "2026-11-16" })).length, 1);
    const [asked, summary] = said(plan({ ...body, today: "2026-11-30", last_period: "2026-11-16" }));
    assert.match(asked!, /^Sales end 22 Nov, 8 days ago: .* Add the sales since, or plan for 23 Nov\.$/);
    assert.match(summary!, /^Sales end 22 Nov, 8 days ago\. Order 1 item/);
    const weekend = { ...body, period: "day", today: "2026-11-23" };
    assert.equal(said(plan({ ...weekend, last_period: "2026-11-20" })).length, 1, "a weekend is no gap");
    assert.equal(said(plan({ ...weekend, last_period: "2026-11-18" })).length, 2);
  });

  it("refuses sales of more than 92 days ago, which three months are not", () => {
    assert.throws(
      () => plan({ ...body, today: "2026-11-28", last_period: "2026-08-17" }),
      /the sales end 23 Aug 2026, 97 days before the day of the plan, 28 Nov 2026, and must end at most 92 days before it/,
    );
    assert.match(said(plan({ ...PEAK, last_period: "2026-07-01", today: "2026-10-31" }))[0]!, /13 weeks ago/);
  });

  it("refuses a period that is not over", () => {
    assert.throws(
      () => plan({ ...body, today: "2026-11-25", last_period: "2026-11-23" }),
      /last_period: the week that begins on 2026-11-23 is not over before today, 2026-11-25: .* plan for 2026-11-30 or later/,
    );
  });

  it("is where a replay ends, however long ago, in weeks and months of the calendar", () => {
    const starts = (period: Period, today: IsoDate): IsoDate[] =>
      makeReplay(readPastRequest({ ...body, period, today, last_period: "2026-06-01", periods: 4 }).request, {
        onFault: noFaults,
      }).by_period.map(({ start }) => start);
    assert.deepEqual(starts("week", "2026-11-25"), ["2026-05-11", "2026-05-18", "2026-05-25", "2026-06-01"]);
    assert.deepEqual(starts("month", "2026-11-23"), ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]);
  });
});
