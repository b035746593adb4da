import assert from "node:assert/strict";
import { suddenSilence } from "../../../shared/demand/history/sudden-silence.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

const steady = Array.from({ length: 40 }, (_, t) => 10 + (t % 2));
const silent = (periods: number): number[] => [...steady, ...new Array<number>(periods).fill(0)];

const found = (history: readonly (number | null)[], item: object = {}) =>
  makePlan(
    readPlanRequest({
      today: "2026-11-23",
      period: "week",
      items: [{ sku: "A", on_hand: 0, lead_time_days: 14, cost: 10, price: 15, ...item }],
      history: { A: history },
    }).request,
    { onFault: noFaults },
  ).exceptions.find(({ code }) => code === "sudden-silence");

describe("a steady seller that fell silent", () => {
  it("is asked about where there is none of it, with the money at stake", () => {
    const exception = found(silent(5))!;
    assert.match(
      exception.message,
      /^Sold in 26 of 26 weeks, then nothing for 5 weeks, and there is none: was it out of/,
    );
    // Three weeks of 10.5 would be 31.5 units; a margin of 5 each, less what is forecast all the same.
    assert.ok(exception.money > 0 && exception.money <= 5 * 31.6, String(exception.money));
  });

  it("is no question where there is stock, where the periods are known to be missing, or where it may not be ordered", () => {
    assert.equal(found(silent(5), { on_hand: 20 }), undefined);
    assert.equal(found([...steady, null, null, null]), undefined);
    assert.equal(found(silent(5), { status: "discontinued" }), undefined);
  });

  it("is told from one silent week, from a long end and from a slow mover", () => {
    assert.equal(suddenSilence(silent(1)), undefined);
    assert.equal(suddenSilence(silent(20)), undefined);
    assert.equal(suddenSilence([...Array.from({ length: 40 }, (_, t) => (t % 3 === 0 ? 5 : 0)), 0, 0, 0]), undefined);
    assert.deepEqual(suddenSilence(silent(2)), { silent: 2, before: 26, sold: 26, level: 10.5 });
  });
});
