import assert from "node:assert/strict";
import fc from "fast-check";
import type { Period } from "../../../shared/calendar/periods.ts";
import { createPane } from "../../../addin/taskpane/shell/pane.ts";
import { money } from "../../../addin/taskpane/view/money.ts";
import { spansOf } from "../../../addin/taskpane/replay/replay-spans.ts";
import { percent, practiceOf, unknownCosts, verdictOf } from "../../../addin/taskpane/replay/replay-words.ts";
import { isOutdated } from "../../../addin/taskpane/replay/replay.ts";
import { drawRunningCosts, runningCosts } from "../../../addin/taskpane/replay/running-cost.ts";
import { NoServer } from "../../../addin/taskpane/work/trouble.ts";
import type { Item, PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { comparedWith } from "../../../shared/purchasing/replay/headline.ts";
import type { Practice, Replay, ReplayCosts, ReplayPeriod } from "../../../shared/purchasing/replay/replay.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import { fakePort } from "../fake-port.ts";
import { fakeServer } from "../fake-server.ts";
import { paneParts } from "../pane-parts.ts";
import { smallBook, WEEKS } from "../small-book.ts";

async function opened(sheets: readonly Sheet[] = smallBook) {
  const port = fakePort(sheets);
  const server = fakeServer();
  const parts = paneParts(port, server);
  const { reading, replay } = (await createPane(parts)).workbook!;
  return { port, server, reading, replay };
}

const costs = (total: number): ReplayCosts => ({
  total,
  ordering: 0,
  holding: total,
  shortage: 0,
  orders: 0,
  units_short: 0,
  fill_rate: 1,
  average_stock: 0,
});

/** A replay that says no more than its totals and its saving. */
function replayOf(today: number, lotwise: number, low: number, high: number): Replay {
  const saving = { value: today - lotwise, low, high, inherited: 0 };
  const sides = { today: costs(today), lotwise: costs(lotwise) };
  const rest = { by_period: [], items: [], left_out: [], message: "", assumptions: [] };
  return { periods: 52, currency: "EUR", compared_with: "your own levels", ...sides, saving, ...rest };
}

describe("what it would have cost, in the pane", () => {
  it("replays the workbook as it stands now, over the periods chosen, and writes nothing", async () => {
    const { port, replay } = await opened();
    const before = port.sheets;
    replay.goBack(13);
    await replay.play();
    const { shown, trouble, said, working } = replay.store.get();
    assert.equal(trouble, undefined);
    assert.equal(working, false);
    assert.equal(shown!.replay.periods, 13);
    assert.deepEqual(shown!.replay.items.map(({ sku }) => sku).sort(), ["00123", "ABC"]);
    assert.equal(said, shown!.replay.message);
    assert.equal(port.sheets, before);

    const [items, ...others] = port.sheets;
    port.sheets = [{ ...items!, rows: items!.rows.slice(0, 2) }, ...others];
    replay.goBack(undefined);
    await replay.play();
    const again = replay.store.get().shown!.replay;
    assert.equal(again.periods, WEEKS / 2);
    assert.deepEqual(
      again.items.map(({ sku }) => sku),
      ["00123"],
    );
  });

  it("takes the item table's own levels for today's practice", async () => {
    const [items, ...others] = smallBook;
    const headed = [
      ["Reorder point", "Order up to"],
      [25, 60],
      [0, 0],
    ];
    const rows = items!.rows.map((row, i) => [...row, ...headed[i]!]);
    const { replay } = await opened([{ ...items!, rows }, ...others]);
    await replay.play();
    const practices = replay.store.get().shown!.replay.items.map(({ sku, practice }) => [sku, practice]);
    assert.deepEqual(Object.fromEntries(practices), { "00123": "your levels", ABC: "usual rule" });
  });

  it("tells how far it is, and is cancelled by the buyer or by leaving", async () => {
    for (const leave of ["cancel", "close"] as const) {
      const { server, replay } = await opened();
      server.hold = new Promise(() => undefined);
      replay.open();
      const shares: number[] = [];
      replay.store.subscribe(() => shares.push(replay.store.get().progress.share));
      const playing = replay.play();
      while (replay.store.get().progress.says !== "Half way") await new Promise((resolve) => setTimeout(resolve, 1));
      replay[leave]();
      await playing;
      const { working, trouble, said, open, shown } = replay.store.get();
      assert.deepEqual(
        [...shares].sort((a, b) => a - b),
        shares,
      );
      assert.deepEqual([working, trouble, said, shown], [false, undefined, "Cancelled.", undefined]);
      assert.equal(open, leave === "cancel");
    }
  });

  it("says what to do where the server is not reached or nothing is found, and keeps the last answer", async () => {
    const { server, replay } = await opened();
    await replay.play();
    server.fails = new NoServer();
    await replay.play();
    assert.match(replay.store.get().trouble!.detail, /npm start/);
    assert.ok(replay.store.get().shown);

    const empty = await opened([{ name: "Sheet1", rows: [] }]);
    await empty.replay.play();
    assert.match(empty.replay.store.get().trouble!.detail, /Date, SKU and Quantity/);
  });

  it("knows when its answer is of other settings", async () => {
    const { reading, replay } = await opened();
    await replay.play();
    const outdated = (): boolean =>
      isOutdated(replay.store.get().shown!, reading.store.get().settings, replay.store.get().periods);
    assert.equal(outdated(), false);
    await reading.change("order_cost", "12");
    assert.equal(outdated(), true);
    await reading.change("order_cost", "");
    replay.goBack(13);
    assert.equal(outdated(), true);
  });
});

describe("the words of a replay", () => {
  it("say which is cheaper, how sure that is, and when it is too close to call", () => {
    const [ten, forty, sixty, three, five, seven] = [10, 40, 60, 300, 500, 700].map((amount) => money(amount, "EUR"));
    assert.deepEqual(verdictOf(replayOf(2000, 1500, 300, 700)), {
      tone: "cheaper",
      headline: `${five} less with Lotwise than with your own levels`,
      range: `25% of today’s cost. Nine times in ten between ${three} and ${seven} less.`,
      inherited: "",
    });
    assert.deepEqual(verdictOf(replayOf(1500, 2000, -700, -300)), {
      tone: "dearer",
      headline: `${five} more with Lotwise than with your own levels`,
      range: `33.3% of today’s cost. Nine times in ten between ${three} and ${seven} more.`,
      inherited: "",
    });
    assert.deepEqual(verdictOf(replayOf(1000, 990, -40, 60)), {
      tone: "even",
      headline: `${ten} less with Lotwise than with your own levels`,
      range: `1% of today’s cost. Nine times in ten between ${forty} more and ${sixty} less: too close to call.`,
      inherited: "",
    });
    assert.equal(verdictOf(replayOf(0, 0, 0, 0)).tone, "even");
    assert.equal(verdictOf(replayOf(1000, 990, 0, 60)).tone, "even");
  });

  it("never round a share up to everything", () => {
    assert.deepEqual([0.9767, 0.99999, 1, 0, 1e-5].map(percent), ["97.7%", "99.9%", "100%", "0%", "0.1%"]);
  });

  it("say what stands for today's practice", () => {
    const replay = (...practices: Practice[]) => {
      const items = practices.map((practice, i) => ({
        sku: String(i),
        practice,
        today: costs(1),
        lotwise: costs(1),
        saving: 0,
      }));
      return { ...replayOf(2000, 1500, 300, 700), items, compared_with: comparedWith(items) };
    };
    assert.match(practiceOf(replay("usual rule", "usual rule")), /not known: the usual rule.*column “Reorder point”/);
    assert.equal(practiceOf(replay("your levels")), "Today’s practice is your own levels.");
    assert.match(
      practiceOf(replay("your levels", "usual rule")),
      /is your own levels for 1 item and the usual rule of inventory software for 1 item/,
    );
    assert.match(verdictOf(replay("your orders")).headline, /less with Lotwise than with your own past orders$/);
    assert.match(verdictOf(replay("your orders", "usual rule")).headline, /than with today’s practice$/);
  });

  it("say what of it was there before", () => {
    const replay = replayOf(2000, 1500, 300, 700);
    const { inherited } = verdictOf({ ...replay, saving: { ...replay.saving, inherited: 200 } });
    assert.ok(inherited.startsWith(`Of that, ${money(200, "EUR")} less came of the stock`));
  });

  it("name each cost that nobody gave, and where to give it", () => {
    const request = (settings: Partial<PlanRequest["settings"]>, ...rows: Partial<Item>[]): PlanRequest => ({
      today: "2026-09-28",
      period: "week",
      items: rows.map((row, i) => ({ sku: String(i), on_hand: 0, lead_time_days: 7, ...row })),
      history: {},
      settings: { review_days: 7, overstock_days: 180, ...settings },
    });
    const given = { order_cost: 0, holding_rate: 0.2, shortage_rate: 0 };
    assert.deepEqual(unknownCosts(request(given, { cost: 1 })), []);
    const gives = unknownCosts(request({}, { cost: 1 }, { cost: 1, price: 2 }, {}, { cost: 0 }));
    assert.deepEqual(
      gives.map(({ give }) => give),
      ["order_cost", "holding_rate", "shortage_rate", undefined],
    );
    assert.match(gives[1]!.says, /25% of the unit cost/);
    assert.match(gives[2]!.says, /^1 item has no selling price.*40% of the unit cost/);
    assert.match(gives[3]!.says, /^2 items have no unit cost and are left out/);
  });
});

describe("how far back a replay can go", () => {
  const spans = (period: Period, known: number) =>
    spansOf({
      today: "2026-09-28",
      period,
      items: [],
      history: { A: Array<number>(known).fill(1), B: [1] },
      settings: { review_days: 7, overstock_days: 180 },
    });

  it("is a year where half of the history is one, and as far as it goes otherwise", () => {
    const long = spans("week", 155);
    assert.deepEqual(
      long.choices.map(({ says }) => says),
      ["Three months, 13 weeks", "Half a year, 26 weeks", "A year, 52 weeks", "As far as it goes, 77 weeks"],
    );
    assert.equal(long.usual, 52);
    assert.match(long.limit, /half of your history of 155 weeks/);
    assert.deepEqual(
      spans("week", 60).choices.map(({ periods }) => periods),
      [13, 26, 30],
    );
    assert.deepEqual(
      spans("day", 2000).choices.map(({ periods }) => periods),
      [91, 183, 365, 731],
    );
    assert.deepEqual(
      spans("month", 36).choices.map(({ periods }) => periods),
      [6, 12, 18],
    );
  });

  it("always offers the one that is usual", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Period>("day", "week", "month"),
        fc.integer({ min: 0, max: 3000 }),
        (period, known) => {
          const { choices, usual } = spans(period, known);
          assert.ok(choices.some(({ periods }) => periods === usual));
          assert.ok(choices.every(({ periods }, i) => periods >= 4 && periods > (choices[i - 1]?.periods ?? 0)));
        },
      ),
    );
  });
});

describe("the chart of running cost", () => {
  const SIZE = { width: 300, height: 160, left: 34, right: 8, top: 8, bottom: 20 };
  const cost = fc.double({ min: 0, max: 1e9, noNaN: true });
  const period = fc.tuple(cost, cost).map(([today, lotwise]): ReplayPeriod => ({
    start: "2026-09-28",
    today: { cost: today, stock: 0 },
    lotwise: { cost: lotwise, stock: 0 },
  }));

  it("ends at the totals, never falls, and stays within the picture", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 60 }), (periods) => {
        const running = runningCosts(periods);
        const total = periods.reduce((sum, { lotwise }) => sum + lotwise.cost, 0);
        assert.ok(Math.abs((running.at(-1)?.lotwise ?? 0) - total) <= 1e-9 * total);
        assert.ok(running.every(({ today }, i) => today >= (running[i - 1]?.today ?? 0)));
        const { today, lotwise, between, yTicks } = drawRunningCosts(running, SIZE);
        const at = [today, lotwise, between].flatMap((path) => (path.match(/-?[\d.]+/g) ?? []).map(Number));
        assert.equal(at.length, 8 * (periods.length + 1));
        at.forEach((x, i) => assert.ok(x >= 0 && x <= (i % 2 === 0 ? SIZE.width : SIZE.height), String(x)));
        assert.ok(yTicks.length >= 2);
      }),
    );
  });
});
