import assert from "node:assert/strict";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { assembleReplay } from "../../../shared/purchasing/replay/assemble-replay.ts";
import { makeReplay as replayed, prepareReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import { replayItem } from "../../../shared/purchasing/replay/replay-item.ts";
import { readPastRequest } from "../../../shared/purchasing/terms/request.ts";
import type { Replay, ReplayCosts, ReplayRequest } from "../../../shared/purchasing/replay/replay.ts";
import { noFaults } from "../../harness/faults.ts";

const makeReplay = (request: ReplayRequest): Replay => replayed(request, { onFault: noFaults });

const lumpy = (chance: number, size: number, random = randomFrom(5)): number[] =>
  Array.from({ length: 110 }, () => (random.chance(chance) ? 1 + random.poisson(size) : 0));

const histories: Record<string, number[]> = {
  steady: new Array<number>(110).fill(10),
  slow: lumpy(0.1, 2),
  quick: lumpy(0.8, 20),
  dead: [...lumpy(0.3, 5).slice(0, 40), ...new Array<number>(70).fill(0)],
};

const request = (change: Partial<ReplayRequest> = {}): ReplayRequest => ({
  today: "2026-11-23",
  period: "week",
  items: Object.keys(histories).map((sku) => ({ sku, on_hand: 0, lead_time_days: 21, cost: 20 })),
  history: histories,
  settings: {
    service_level: 0.95,
    review_days: 7,
    overstock_days: 180,
    order_cost: 5,
    holding_rate: 0.2,
    currency: "EUR",
  },
  ...change,
});

const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b)), `${a}, ${b}`);

describe("what it would have cost", () => {
  it("adds up: items to totals, parts to totals, periods to totals", () => {
    const replay = makeReplay(request());
    assert.equal(replay.periods, 52);
    assert.equal(replay.by_period.length, 52);
    for (const side of ["today", "lotwise"] as const) {
      const total: ReplayCosts = replay[side];
      near(total.ordering + total.holding + total.shortage, total.total);
      near(
        replay.items.reduce((sum, item) => sum + item[side].total, 0),
        total.total,
      );
      near(
        replay.by_period.reduce((sum, period) => sum + period[side].cost, 0),
        total.total,
      );
      near(replay.by_period.reduce((sum, period) => sum + period[side].stock, 0) / 52, total.average_stock);
      assert.equal(total.ordering, 5 * total.orders);
    }
    near(replay.saving.value, replay.today.total - replay.lotwise.total);
    assert.ok(replay.saving.low <= replay.saving.high);
    assert.deepEqual(
      replay.items.map(({ saving }) => saving),
      replay.items.map(({ saving }) => saving).sort((a, b) => b - a),
    );
    assert.equal(replay.by_period.at(-1)!.start, "2026-11-16");
    assert.match(replay.message, /^Over the last 52 weeks, 4 items would have cost [\d,]+ EUR with Lotwise and /);
  });

  it("knows the cost of steady demand by hand", () => {
    const items = [{ sku: "steady", on_hand: 0, lead_time_days: 21, cost: 20, reorder_point: 30, order_up_to: 60 }];
    const {
      items: [item],
    } = makeReplay(request({ items }));
    assert.equal(item!.practice, "your levels");
    // Demand of 10 a week, three weeks' lead time: at a position of 30, 30 are ordered and arrive as stock runs out.
    assert.equal(item!.today.shortage, 0);
    assert.equal(item!.today.fill_rate, 1);
    assert.ok(Math.abs(item!.today.orders - 52 / 3) < 1);
    assert.ok(Math.abs(item!.today.average_stock - 20 * 10) <= 8, String(item!.today.average_stock));
    near(item!.today.holding, (item!.today.average_stock * 52 * 0.2 * 7) / 365.25);
  });

  it("is the same in parts, and each time", () => {
    const whole = request({ settings: { ...request().settings, policy: "cost" } });
    const { items, shared, rest } = JSON.parse(JSON.stringify(prepareReplay(whole))) as ReturnType<
      typeof prepareReplay
    >;
    const parts = items.map((item) => replayItem(structuredClone(item), structuredClone(shared), {}));
    assert.deepEqual(assembleReplay(parts, shared, rest), makeReplay(whole));
  });

  it("knows nothing of what comes: other sales later change nothing before", () => {
    const change = (sku: string): number[] => histories[sku]!.map((x, t) => (t < 100 ? x : x + 50));
    const later = request({ history: { ...histories, quick: change("quick") } });
    for (const policy of ["service", "cost"] as const) {
      const settings = { ...request().settings, policy };
      const [a, b] = [makeReplay(request({ settings })), makeReplay({ ...later, settings })];
      // The counted weeks begin at 58; the changed ones are the last ten.
      assert.deepEqual(a.by_period.slice(0, 42), b.by_period.slice(0, 42));
      assert.notDeepEqual(a.by_period.slice(42), b.by_period.slice(42));
    }
  });

  it("costs less where it is to cost less", () => {
    const random = randomFrom(5);
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`item ${i}`, lumpy(0.05 + 0.02 * i, 3, random)]),
    );
    const items = Object.keys(many).map((sku) => ({ sku, on_hand: 0, lead_time_days: 21, cost: 20 }));
    const settings = { ...request().settings, policy: "cost" as const };
    const { today, lotwise } = makeReplay(request({ items, history: many, settings }));
    assert.ok(lotwise.total < today.total, `${lotwise.total} and ${today.total}`);
  });

  it("leaves out what it can't replay, with the reason", () => {
    const { left_out, items, message } = makeReplay(
      request({
        items: [
          { sku: "no cost", on_hand: 0, lead_time_days: 7 },
          { sku: "short", on_hand: 0, lead_time_days: 7, cost: 1 },
          { sku: "quick", on_hand: 0, lead_time_days: 7, cost: 1, status: "discontinued" },
          { sku: "late", on_hand: 0, lead_time_days: 7, cost: 1 },
        ],
        history: {
          ...histories,
          short: [1, 2, 3],
          late: [...new Array<number>(90).fill(0), ...new Array<number>(20).fill(4)],
        },
      }),
    );
    assert.deepEqual(items, []);
    assert.deepEqual(
      left_out.map(({ reason }) => reason),
      [
        "has no cost",
        "has only 3 weeks of history: 66 are needed",
        "is not ordered any more",
        "sold nothing before the time replayed",
      ],
    );
    assert.equal(message, "No item could be replayed.");
  });

  it("leaves out an item in which something goes wrong on our side, and plays the rest", () => {
    const faults: unknown[] = [];
    const broken = {
      sku: "broken",
      on_hand: 0,
      lead_time_days: 7,
      get cost(): number {
        throw new Error("a fault of ours");
      },
    };
    const { left_out, items } = replayed(request({ items: [broken, ...request().items] }), {
      onFault: (error) => `R${faults.push(error)}`,
    });
    assert.deepEqual(left_out, [{ sku: "broken", reason: "met something that went wrong on our side (reference R1)" }]);
    assert.equal(items.length, 4);
  });

  it("says what it takes for granted", () => {
    const { assumptions } = makeReplay(request({ settings: { review_days: 7, overstock_days: 180 } }));
    assert.match(assumptions.join("\n"), /usual rule/);
    assert.match(assumptions.join("\n"), /ordering counts as free/);
    assert.match(assumptions.join("\n"), /Holding costs 25% of the unit cost a year/);
    assert.match(assumptions.join("\n"), /the margin, or 40%/);
  });

  it("reads a plan's request with the periods to count", () => {
    const body = { ...request(), periods: 26 };
    assert.equal(readPastRequest(body).request.periods, 26);
    assert.equal(makeReplay(readPastRequest(body).request).periods, 26);
    for (const periods of [0, 3, 2.5, "26", 1e6])
      assert.throws(
        () => readPastRequest({ ...body, periods }).request,
        /^UserError: periods: must be a whole number from 4/,
      );
    assert.equal(readPastRequest({ ...body, periods: null }).request.periods, undefined);
  });

  it("reviews only as often as the settings say", () => {
    const daily = request({ period: "day", settings: { ...request().settings, review_days: 7 }, periods: 49 });
    for (const { today, lotwise } of makeReplay(daily).items)
      assert.ok(today.orders <= 7 && lotwise.orders <= 7, `${today.orders}, ${lotwise.orders}`);
  });
});
