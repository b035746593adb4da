import assert from "node:assert/strict";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { daysBetween } from "../../../shared/calendar/dates.ts";
import { knownItem } from "../../../shared/purchasing/facts/tasks.ts";
import { planTask } from "../../../shared/purchasing/plan/make-plan.ts";
import { itemCase } from "../../../shared/purchasing/replay/item-case.ts";
import { makeReplay, prepareReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import { planPolicy } from "../../../shared/purchasing/replay/plan-policy.ts";
import type { Replay, ReplayRequest } from "../../../shared/purchasing/replay/replay.ts";
import type { Item, Promotion } from "../../../shared/purchasing/terms/plan.ts";
import { planTime } from "../../../shared/purchasing/terms/plan-time.ts";
import { loadCounts, loadNetwork } from "../../../server/engines/network.ts";
import { noFaults } from "../../harness/faults.ts";

const random = randomFrom(11);
const seasonal = Array.from({ length: 130 }, (_, t) =>
  Math.round(40 + 25 * Math.sin((2 * Math.PI * t) / 52) + 6 * random.uniform()),
);
const lumpy = Array.from({ length: 130 }, () => (random.chance(0.25) ? 1 + random.poisson(4) : 0));

const request = (change: Partial<ReplayRequest> = {}, item: Partial<Item> = {}): ReplayRequest => ({
  today: "2026-11-23",
  period: "week",
  items: ["seasonal", "lumpy"].map((sku) => ({ sku, on_hand: 5, lead_time_days: 17, cost: 20, ...item })),
  history: { seasonal, lumpy },
  settings: { service_level: 0.95, review_days: 7, overstock_days: 180, order_cost: 5, holding_rate: 0.2 },
  ...change,
});

const play = (asked: ReplayRequest): Replay => makeReplay(asked, { onFault: noFaults });

describe("a replay's decisions", () => {
  const promotions: Promotion[] = [
    { sku: "seasonal", start: "2025-03-03", end: "2025-03-16", discount: 0.2 },
    { start: "2026-02-02", end: "2026-02-15", discount: 0.3 },
  ];
  for (const policy of ["service", "cost"] as const)
    it(`are the plan's own, made on that day with that stock (${policy})`, async () => {
      const networks = { sequence: await loadNetwork(), slow: await loadCounts() };
      const asked = request(
        { promotions, settings: { ...request().settings, policy } },
        { moq: 12, multiple: 4, maximum: 160 },
      );
      const { items, shared } = prepareReplay(asked);
      const { startOf } = planTime(shared);
      for (const task of items) {
        const item = itemCase(task, shared);
        assert.ok(typeof item !== "string");
        const n = item.demand.length;
        let ordered = 0;
        for (const t of [0, 7, n - 1]) {
          const day = startOf(t - n);
          const arrives = startOf(t + 1 - n);
          const onHand = 10 + t;
          const due = Float64Array.of(t === 7 ? 20 : 0, 0);
          const past = Float64Array.from([...item.past, ...item.demand.slice(0, t)]);
          const quantity = planPolicy(knownItem(task, shared), item, shared, networks).order({
            period: t,
            past,
            onHand,
            owed: 0,
            onOrder: due[0]!,
            position: onHand + due[0]!,
            due,
          });
          const leadTimeDays = daysBetween(day, startOf(t + item.leadTime - n));
          const { line } = planTask(
            {
              ...task,
              item: {
                ...task.item,
                on_hand: onHand,
                lead_time_days: leadTimeDays,
                on_order: due[0]! > 0 ? [{ quantity: due[0]!, due: arrives }] : [],
              },
              history: task.history.slice(0, past.length),
            },
            {
              today: day,
              period: "week",
              last_period: startOf(t - n - 1),
              settings: shared.settings,
              promotions: shared.promotions,
              learned: shared.learnedInTime.at(-1),
            },
            networks,
          );
          assert.equal(quantity, line!.quantity, `${task.item.sku}, ${day}`);
          ordered += quantity;
        }
        assert.ok(ordered > 0, task.item.sku);
      }
    });

  it("keep the maximum", () => {
    const [free, bound] = [play(request()), play(request({}, { maximum: 60 }))];
    const [a, b] = [free, bound].map(({ items }) => items.find(({ sku }) => sku === "seasonal")!);
    assert.ok(b!.lotwise.orders > a!.lotwise.orders);
    assert.ok(b!.lotwise.fill_rate! < a!.lotwise.fill_rate!);
    const { left_out } = play(request({}, { maximum: 5, moq: 10 }));
    assert.match(left_out[0]!.reason, /^cannot be ordered: maximum: must allow the minimum order/);
  });

  it("go by promotions announced", () => {
    const sold = seasonal.map((x, t) => (t % 13 === 3 ? 3 * x : x));
    const weekOf = (t: number): Pick<Promotion, "start" | "end"> => {
      const { startOf } = planTime({ today: "2026-11-23", period: "week" });
      return { start: startOf(t - sold.length), end: startOf(t - sold.length + 1) };
    };
    const known = sold.flatMap((_, t): Promotion[] =>
      t % 13 === 3 ? [{ sku: "seasonal", ...weekOf(t), discount: 0.3 }] : [],
    );
    const asked = request({ history: { seasonal: sold, lumpy } });
    const [without, told] = [play(asked), play({ ...asked, promotions: known })];
    const served = ({ items }: Replay): number => items.find(({ sku }) => sku === "seasonal")!.lotwise.units_short;
    assert.ok(served(told) < served(without), `${served(told)}, ${served(without)}`);
    assert.match(told.assumptions.join("\n"), /Promotions are taken to have been announced/);
    assert.doesNotMatch(without.assumptions.join("\n"), /Promotions/);
  });
});
