import assert from "node:assert/strict";
import fc from "fast-check";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { passOnDemand } from "../../../shared/purchasing/terms/pass-on-demand.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import { makeReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import type { Replay } from "../../../shared/purchasing/replay/replay.ts";
import { readPastRequest, readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { rateOf } from "../../../shared/sheets/reorder/currencies.ts";
import { noFaults } from "../../harness/faults.ts";

/** Names that every object has without anybody's having put them there. */
const HOSTILE = Object.getOwnPropertyNames(Object.prototype);
const history = Array.from({ length: 110 }, (_, t) => 5 + ((t * 7) % 4));

interface Row {
  readonly name: string;
  readonly sold: boolean;
  readonly successor: boolean;
}

/** As it arrives over the wire, with each name as it is or behind a letter that makes it harmless. */
const bodyOf = (rows: readonly Row[], before: string): string =>
  JSON.stringify({
    today: "2026-11-23",
    period: "week",
    items: rows.map(({ name, successor }, i) => ({
      sku: before + name,
      on_hand: i,
      lead_time_days: 14,
      cost: 2,
      currency: "EUR",
      ...(successor && { status: "discontinued", successor: before + rows[0]!.name }),
    })),
    history: Object.fromEntries(rows.flatMap(({ name, sold }) => (sold ? [[before + name, history]] : []))),
    settings: { currency: "EUR", rates: { EUR: 1 } },
  });

const planOf = (body: string): Plan => {
  const { request, exceptions } = readPlanRequest(JSON.parse(body));
  return makePlan(structuredClone(request), { exceptions, onFault: noFaults });
};
const replayOf = (body: string): Replay =>
  makeReplay(structuredClone(readPastRequest(JSON.parse(body)).request), { onFault: noFaults });
/** With the letter taken away again, and in an order that names do not decide. */
const harmless = (answer: object): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(/~/g, ""), (key, value: unknown) =>
    key === "exceptions" && Array.isArray(value)
      ? (value as object[]).map((each) => JSON.stringify(each)).sort()
      : value,
  );

describe("names that every object has", () => {
  it("are SKUs like any other, in a plan and in a replay", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({ name: fc.constantFrom(...HOSTILE, "A1"), sold: fc.boolean(), successor: fc.boolean() }),
          { minLength: 1, maxLength: 4, selector: ({ name }) => name },
        ),
        (rows) => {
          for (const answer of [planOf, replayOf])
            assert.deepEqual(harmless(answer(bodyOf(rows, ""))), harmless(answer(bodyOf(rows, "~"))));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("are currencies without a rate", () => {
    for (const currency of HOSTILE.filter((name) => name.length <= 10)) {
      const { request, exceptions } = readPlanRequest({
        today: "2026-11-23",
        period: "week",
        items: [{ sku: "A", on_hand: 0, lead_time_days: 14, cost: 2, currency }],
        history: { A: history },
        settings: { currency: "EUR", rates: { USD: 0.9 } },
      });
      const plan = makePlan(request, { exceptions, onFault: noFaults });
      assert.deepEqual(Object.entries(plan.summary.cost), [[currency, plan.lines[0]!.cost]]);
      assert.ok(plan.exceptions.every(({ money }) => typeof money === "number" && money >= 0));
      assert.ok(plan.exceptions.some(({ message }) => message.includes(`No rate for ${currency}`)));
      assert.equal(rateOf(currency, new Set([currency]), request.settings), null);
    }
  });
});

describe("a large request", () => {
  it("is read in time that grows with it: each row is looked at a few times, however many there are", () => {
    const readings = (n: number): number => {
      let looks = 0;
      const items = Array.from({ length: n }, (_, i) => ({
        get sku() {
          looks += 1;
          return `S${i}`;
        },
        on_hand: 1,
        lead_time_days: 7,
        status: "discontinued",
        successor: `S${i + 1}`,
      }));
      const foreign = Object.fromEntries(items.map((_, i) => [`foreign ${i}`, [1]]));
      const { exceptions } = readPlanRequest({ today: "2026-11-23", period: "week", items, history: foreign });
      assert.equal(exceptions.length, 2 * n);
      return looks / n;
    };
    assert.equal(readings(400), readings(40));
  });

  it("has its lines of successors walked once, however long they are", () => {
    const looks = (n: number): number => {
      let count = 0;
      const items = Array.from({ length: n }, (_, i) => ({
        sku: `S${i}`,
        on_hand: 1,
        lead_time_days: 7,
        status: "discontinued",
        get successor() {
          count += 1;
          return `S${(i + 1) % n}`;
        },
      }));
      const { exceptions } = passOnDemand({
        today: "2026-11-23",
        period: "week",
        items,
        history: {},
        settings: { review_days: 7, overstock_days: 180 },
      });
      assert.ok(exceptions.every(({ message }) => message.startsWith("Its successors lead back to S0:")));
      return count / n;
    };
    assert.equal(looks(400), looks(40));
  });
});
