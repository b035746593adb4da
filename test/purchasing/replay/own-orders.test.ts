import assert from "node:assert/strict";
import { addDays } from "../../../shared/calendar/dates.ts";
import { readPastRequest } from "../../../shared/purchasing/terms/request.ts";
import { makeReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import type { Replay } from "../../../shared/purchasing/replay/replay.ts";
import { noFaults } from "../../harness/faults.ts";

const WEEKS = 110;
const FIRST = "2024-10-14";
/** The Monday of a week of the history. */
const monday = (week: number): string => addDays(FIRST, 7 * week);

/** 10 are sold a week; 40 came every fourth week from one on. */
const receipts = (from: number): { quantity: number; received: string }[] =>
  Array.from({ length: WEEKS }, (_, week) => week)
    .filter((week) => week >= from && week % 4 === 0)
    .map((week) => ({ quantity: 40, received: monday(week) }));

const item = (more: object = {}): object => ({ sku: "A", on_hand: 45, lead_time_days: 21, cost: 20, ...more });
const play = (items: readonly object[], more: object = {}): Replay =>
  makeReplay(
    readPastRequest({
      today: monday(WEEKS),
      period: "week",
      items,
      history: Object.fromEntries(
        items.map((one) => [(one as { sku: string }).sku, new Array<number>(WEEKS).fill(10)]),
      ),
      settings: { review_days: 7, order_cost: 5, holding_rate: 0.2, currency: "EUR" },
      ...more,
    }).request,
    { onFault: noFaults },
  );

describe("past orders as today's practice", () => {
  it("are played as they arrived, from the stock that they and the sales tell", () => {
    const replay = play([item({ receipts: receipts(0) })]);
    const [{ practice, today }] = replay.items as [Replay["items"][0]];
    assert.equal(practice, "your orders");
    // Counted are weeks 58 to 109. What came in weeks 64 to 108 was ordered in them, three weeks before.
    assert.equal(today.orders, 12);
    assert.deepEqual([today.shortage, today.fill_rate], [0, 1]);
    const stocks = replay.by_period.map((period) => period.today.stock / 20);
    assert.deepEqual(stocks.slice(-6), [55, 45, 35, 25, 55, 45]);
    for (let i = 1; i < stocks.length; i++)
      assert.equal(stocks[i]! - stocks[i - 1]!, (58 + i) % 4 === 0 ? 30 : -10, `week ${58 + i}`);
    assert.equal(replay.compared_with, "your own past orders");
    assert.match(replay.message, /EUR with your own past orders: /);
    assert.match(replay.assumptions[0]!, /what you ordered, as it arrived/);
  });

  it("begin with what was on its way for both", () => {
    const replay = play([item({ receipts: receipts(0) })]);
    const usual = play([item()]);
    assert.notDeepEqual(
      replay.by_period.map(({ lotwise }) => lotwise.stock),
      usual.by_period.map(({ lotwise }) => lotwise.stock),
    );
  });

  it("are left for the rule where they begin too late or do not add up with sales and stock", () => {
    const practice = (more: object, others: readonly object[] = []): string =>
      play([item(more), ...others]).items.find(({ sku }) => sku === "A")!.practice;
    assert.equal(practice({ receipts: receipts(50) }), "usual rule");
    // Another item's receipts say that the workbook's orders reach back far enough.
    assert.equal(
      practice({ receipts: receipts(50), on_hand: 45 }, [item({ sku: "B", receipts: receipts(0) })]),
      "your orders",
    );
    const doubled = receipts(0).map((one) => ({ ...one, quantity: 80 }));
    assert.equal(practice({ receipts: doubled }), "usual rule");
    assert.equal(practice({ receipts: receipts(50), reorder_point: 30 }), "your levels");
  });

  it("stand beside other practices by the number of items", () => {
    const items = [
      item({ receipts: receipts(0) }),
      item({ sku: "B", reorder_point: 40 }),
      item({ sku: "C" }),
      item({ sku: "D" }),
    ];
    assert.equal(
      play(items).compared_with,
      "your own past orders for 1 item, your own levels for 1 item and the usual rule of inventory software for 2 items",
    );
  });

  it("are refused where they are none", () => {
    const { exceptions } = readPastRequest({
      today: monday(WEEKS),
      period: "week",
      items: [item({ receipts: [{ quantity: 5, received: "yesterday" }] })],
      history: {},
    });
    assert.match(exceptions[0]!.message, /receipts 1 received: must be a date/);
  });
});

describe("what a saving was inherited of", () => {
  it("is the part of the first lead time and review of each item", () => {
    const replay = play([item({ sku: "A", reorder_point: 200, order_up_to: 300 })]);
    const first = replay.by_period.slice(0, 4);
    const expected = first.reduce((sum, { today, lotwise }) => sum + today.cost - lotwise.cost, 0);
    assert.ok(Math.abs(replay.saving.inherited - expected) < 1e-9);
    assert.ok(expected > 1 && expected < replay.saving.value);
    assert.match(replay.message, /Of that, \d+ EUR less came of the stock that each had as the count began/);
  });
});
