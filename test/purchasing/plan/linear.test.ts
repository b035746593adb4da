import assert from "node:assert/strict";
import { assemblePlan } from "../../../shared/purchasing/plan/assemble.ts";
import { preparePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { promotionFinder } from "../../../shared/purchasing/facts/promotions.ts";
import { prepareReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import { readPastRequest, readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { growth } from "../../harness/work.ts";

const upTo = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const item = (i: number, more: object = {}): object => ({ sku: `S${i}`, on_hand: 5, lead_time_days: 14, ...more });
const sales = (n: number, name = "S"): object => Object.fromEntries(upTo(n, (i) => [`${name}${i}`, [1, 2, 3]]));
const envelope = { today: "2026-11-23", period: "week" };
const time = { start: "2026-12-01", end: "2026-12-07", discount: 0.1 };

/** Requests of n rows that once took, or might take, the square of n. */
const KINDS: Readonly<Record<string, (n: number) => object>> = {
  "items with their sales": (n) => ({ items: upTo(n, (i) => item(i)), history: sales(n) }),
  "sales without items": (n) => ({ items: upTo(n, (i) => item(i)), history: sales(n, "gone") }),
  "items that cannot be read": (n) => ({
    items: [item(-1), ...upTo(n, (i) => item(i, { mqo: 1 }))],
    history: sales(n),
  }),
  "the same item again and again": (n) => ({ items: upTo(n, () => item(1)), history: {} }),
  "successors in a row": (n) => ({
    items: upTo(n, (i) => item(i, { status: "discontinued", successor: `S${i + 1}` })),
    history: sales(n),
  }),
  "successors in a circle": (n) => ({
    items: upTo(n, (i) => item(i, { status: "discontinued", successor: `S${(i + 1) % n}` })),
    history: sales(n),
  }),
  "one successor of all": (n) => ({
    items: [item(-1), ...upTo(n, (i) => item(i, { status: "discontinued", successor: "S-1" }))],
    history: sales(n),
  }),
  "promotions of items": (n) => ({
    items: upTo(n, (i) => item(i)),
    history: {},
    promotions: upTo(n, (i) => ({ sku: `S${i}`, ...time })),
  }),
  "promotions of suppliers": (n) => ({
    items: upTo(n, (i) => item(i, { supplier: `from ${i}` })),
    history: {},
    promotions: upTo(n, (i) => ({ supplier: `from ${i}`, ...time })),
  }),
  "suppliers and their terms": (n) => ({
    items: upTo(n, (i) => item(i, { supplier: `from ${i}`, cost: 2, currency: "EUR" })),
    history: {},
    suppliers: upTo(n, (i) => ({ supplier: `from ${i}`, minimum_value: 1000 })),
  }),
  "many open orders of one item": (n) => ({
    items: [item(0, { on_order: upTo(n, () => ({ quantity: 1, due: "2026-12-01" })) })],
    history: {},
  }),
  "one long history": (n) => ({ items: [item(0)], history: { S0: upTo(n, (i) => i % 7) } }),
};

/** From the parsed body to the answer, without the forecasts, which are each item's own. */
function plan(body: object): () => void {
  return () => {
    const { items, shared, rest } = preparePlan(readPlanRequest(body));
    const planned = items.map(({ item: { sku } }) => ({
      exceptions: [{ sku, code: "data" as const, money: 0, message: `Odd: ${sku}.` }],
    }));
    assemblePlan(planned, shared, rest);
  };
}

describe("reading a request takes work that grows with it, not with its square", function () {
  this.timeout(120_000);

  it("knows the square of n when it sees it", () => {
    const [twice, four] = growth(100, (n) => () => {
      const rows = upTo(n, (i) => i);
      rows.forEach((row) => rows.some((other) => other === -row - 1));
    });
    assert.ok(twice > 3 && four > 12, `${twice}, ${four}`);
  });

  for (const [name, kind] of Object.entries(KINDS))
    it(`of ${name}`, () => {
      for (const of of [
        (n: number) => plan({ ...envelope, ...kind(n) }),
        (n: number) => {
          const body = { ...envelope, ...kind(n) };
          return () => {
            const { request, unread } = readPastRequest(body);
            prepareReplay(request, unread);
          };
        },
      ]) {
        const [twice, four] = growth(200, of);
        assert.ok(four < 5, `2n takes ${twice.toFixed(2)} and 4n ${four.toFixed(2)} times the work of n`);
      }
    });

  it("looks at a supplier's promotions for its own items alone", () => {
    const [, four] = growth(200, (n) => {
      const { request } = readPlanRequest({ ...envelope, ...KINDS["promotions of suppliers"]!(n) });
      return () => {
        const find = promotionFinder(request.promotions ?? []);
        for (const each of request.items) assert.equal(find(each).length, 1);
      };
    });
    assert.ok(four < 5, String(four));
  });

  it("refuses more promotions for all items than each of them can be asked about", () => {
    const promotions = upTo(1001, () => time);
    assert.throws(
      () => readPlanRequest({ ...envelope, items: [item(0)], history: {}, promotions }),
      /promotions: at most 1000 may name no SKU for all items; got 1001/,
    );
  });
});
