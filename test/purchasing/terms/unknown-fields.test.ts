import assert from "node:assert/strict";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest, readPastRequest } from "../../../shared/purchasing/terms/request.ts";
import { nearest } from "../../../shared/words/nearest.ts";
import { noFaults } from "../../harness/faults.ts";

const item = { sku: "A", supplier: "Acme", on_hand: 0, lead_time_days: 14, cost: 2 };
const body = {
  today: "2026-11-23",
  period: "week",
  items: [item, { ...item, sku: "B" }],
  history: { A: Array<number>(60).fill(5), B: Array<number>(60).fill(5) },
};

describe("fields that are none", () => {
  it("of an item cost the item alone, which names the field and the one that was meant", () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ mqo: 500 }, '"mqo" is not a field of an item; the nearest there is is "moq"'],
      [{ Lead_Time: 3 }, '"Lead_Time" is not a field of an item; the nearest there is is "lead_time_days"'],
      [{ pallets: 3 }, '"pallets" is not a field of an item; the nearest there is is "pallet"'],
      [{ colour: null, season: 9 }, '"colour" is not a field of an item'],
      [{ curve: [[5, 10]] }, "curve: must hold the quantity 0"],
      [{ price_breaks: [{ from: 10, cost: 2 }] }, 'price_breaks 1: "cost" is not a field of a price break'],
      [
        {
          on_order: [
            { quantity: 1, due: "2026-12-01" },
            { quantity: 1, deu: "2026-12-01" },
          ],
        },
        'on_order 2: "deu" is not a field of an open order; the nearest there is is "due"',
      ],
    ];
    for (const [fields, says] of wrong) {
      const { request, exceptions, unread } = readPlanRequest({
        ...body,
        items: [{ ...item, ...fields }, body.items[1]],
      });
      const plan = makePlan(request, { exceptions, onFault: noFaults });
      assert.deepEqual(
        plan.lines.map(({ sku }) => sku),
        ["B"],
      );
      const { message } = plan.exceptions.find(({ sku, code }) => sku === "A" && code === "data")!;
      assert.ok(message.startsWith(`Not planned: ${says}`), message);
      assert.deepEqual(unread, [{ sku: "A", fault: message.slice("Not planned: ".length, -1) }]);
    }
  });

  it("of a supplier or a promotion cost that row, and of the whole or the settings the request", () => {
    const { request, exceptions } = readPlanRequest({
      ...body,
      suppliers: [{ supplier: "Acme", minimum: 500 }],
      promotions: [{ start: "2026-12-01", end: "2026-12-05", discont: 0.2 }],
    });
    assert.deepEqual([request.suppliers, request.promotions], [[], []]);
    assert.deepEqual(
      exceptions.map(({ message }) => message),
      [
        'A promotion is left out: "discont" is not a field of a promotion; the nearest there is is "discount".',
        'Row 1 of the suppliers is left out: "minimum" is not a field of a supplier; the nearest there is is "minimum_value".',
      ],
    );
    const refused = (more: object): string => {
      try {
        readPlanRequest({ ...body, ...more });
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    assert.equal(
      refused({ histroy: {} }),
      '"histroy" is not a field of a plan\'s request; the nearest there is is "history"',
    );
    assert.equal(
      refused({ settings: { service_levle: 0.9 } }),
      'settings: "service_levle" is not a field of the settings; the nearest there is is "service_level"',
    );
    assert.match(refused({ periods: 13 }), /^"periods" is not a field of a plan's request/);
    assert.match(refused({ lanes: [], channels: [] }), /^"lanes" is not a field of a plan's request.* \(and 1 more\)$/);
    assert.match(refused(JSON.parse('{"__proto__x": 1}') as object), /^"__proto__x" is not a field/);
    assert.equal(readPastRequest({ ...body, periods: 13 }).request.periods, 13);
  });

  it("takes a category, which is text", () => {
    const read = readPlanRequest({
      ...body,
      items: [
        { ...item, category: "Tools" },
        { ...item, sku: "B", category: 7 },
      ],
    });
    assert.equal(read.request.items[0]!.category, "Tools");
    assert.deepEqual(read.unread, [{ sku: "B", fault: "category: must be text; got 7" }]);
  });

  it("are like a known one by few edits, and else like none", () => {
    const names = ["moq", "multiple", "maximum", "lead_time_days"];
    assert.deepEqual(
      ["MOQ", "omq", "maximun", "leadtimedays", "weight", "x".repeat(10_000)].map((text) => nearest(text, names)),
      ["moq", "moq", "maximum", "lead_time_days", undefined, undefined],
    );
  });
});
