import assert from "node:assert/strict";
import fc from "fast-check";
import { packRound } from "../../../shared/inventory/pack-round.ts";
import { wantedUnits } from "../../../shared/purchasing/decide/least-need.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

function lineOf(history: readonly number[], item: object, period = "month", settings: object = {}): PlanLine {
  const items = [{ sku: "A", on_hand: 0, lead_time_days: 14, ...item }];
  const body = { today: "2026-11-23", period, items, history: { A: history }, settings };
  const { request, exceptions } = readPlanRequest(body);
  return makePlan(request, { exceptions, onFault: noFaults }).lines[0]!;
}

describe("what an item needs is ordered", () => {
  it("a monthly seller of 40 with 20 on hand and two weeks' lead time", () => {
    const line = lineOf(new Array<number>(24).fill(40), { on_hand: 20 });
    // s is 21 days of 40 a month, 27.6; S a week more.
    assert.ok(line.reorder_point > 27 && line.reorder_point < 28, `${line.reorder_point}`);
    assert.equal(line.quantity, Math.ceil(line.order_up_to - 20));
  });

  it("for every lead time, review and position, to the rounding of packs", () => {
    const sales = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 12, maxLength: 30 });
    const days = fc.integer({ min: 0, max: 150 });
    const packs = fc.constantFrom(1, 6, 25);
    fc.assert(
      fc.property(
        sales,
        days,
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        packs,
        (history, lead_time_days, review_days, share, multiple) => {
          const settings = { review_days };
          const empty = lineOf(history, { lead_time_days, multiple }, "month", settings);
          const on_hand = Math.round(share * empty.order_up_to);
          const line = lineOf(history, { lead_time_days, multiple, on_hand }, "month", settings);
          const short = on_hand <= line.reorder_point && on_hand < line.order_up_to ? line.order_up_to - on_hand : 0;
          assert.equal(line.quantity, packRound(short, { multiple }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("but not for the last breath of a forecast that dies, which a pack would turn into money", () => {
    const faded = [1, 2, 3, 2, 1, 3, 2].flatMap((x) => [12 * x, 0, 0]).concat(new Array<number>(120).fill(0));
    const line = lineOf(faded, { multiple: 144, on_hand: 0 }, "week", { service_level: 0.5 });
    assert.ok(line.order_up_to > 0 && line.order_up_to < 1, `${line.order_up_to}`);
    assert.equal(line.quantity, 0);
  });

  it("a need as small counts where the item still sells, or more is expected", () => {
    const need = { short: 0.4, expected: 0.3, periods: 1, counted: true };
    assert.equal(wantedUnits([0, 0, 1, 0, 0, 0, 1, 0, 0], need), 0.4);
    assert.equal(wantedUnits([0, 1, 0, 1, 0, 0, 0, 0], need), 0);
    assert.equal(wantedUnits([0, 1, 0, 1, 0, 0, 0, 0], { ...need, expected: 2 }), 0.4);
    // Sold by 40 a month: for a week's cover a tenth of that is no last breath, a twentieth is.
    const month = { expected: 1, periods: 0.25, counted: true };
    const sold = [40, 40, 0, 40, 0, 0, 0];
    assert.deepEqual([wantedUnits(sold, { ...month, short: 5 }), wantedUnits(sold, { ...month, short: 2 })], [5, 0]);
  });
});
