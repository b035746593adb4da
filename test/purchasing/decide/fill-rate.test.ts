import assert from "node:assert/strict";
import fc from "fast-check";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { minMaxFillRate } from "../../../shared/inventory/policies/min-max-fill-rate.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import { policyFor } from "../../../shared/purchasing/decide/policy.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../harness/faults.ts";

const forecastOf = forecaster({ profile: QUICK });

/** Weekly sales that vary, or of a slow mover. */
function sales(kind: "quick" | "slow", seed: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: 104 }, () => random.poisson(kind === "quick" ? 40 * random.factor(0.3) : 0.3));
}

function planned(item: object, history: readonly number[], settings: object): PlanLine {
  const { request, exceptions } = readPlanRequest({
    today: "2026-11-23",
    period: "week",
    items: [{ sku: "A", on_hand: 10, lead_time_days: 21, cost: 4, ...item }],
    history: { A: history },
    settings,
  });
  return makePlan(request, { exceptions, onFault: noFaults }).lines[0]!;
}

describe("a plan for a fill rate", () => {
  it("takes the least reorder point that reaches it, from the forecast's own distribution", () => {
    for (const kind of ["quick", "slow"] as const)
      for (const economicLot of [undefined, kind === "slow" ? 3 : 300]) {
        const forecast = forecastOf(sales(kind, 3), 52);
        const { reorderPoint: s, orderUpTo } = policyFor({
          forecast,
          leadTime: 3,
          reviewPeriod: 1,
          target: { measure: "fill_rate", share: 0.98 },
          economicLot,
        });
        const demand = {
          lead: forecast.total(3),
          both: forecast.total(4),
          review: forecast.total(1),
          gap: orderUpTo - s,
        };
        assert.ok(s > 0 && minMaxFillRate(s, demand) >= 0.98 - 1e-9, `${kind}: ${s}`);
        assert.ok(minMaxFillRate(kind === "slow" ? s - 1 : s * 0.999, demand) < 0.98, `${kind}: less than ${s}`);
        if (kind === "slow") assert.equal(s, Math.round(s));
      }
  });

  it("says so in its reasons", () => {
    const { why, reorder_point } = planned({}, sales("quick", 1), { fill_rate: 0.98 });
    assert.ok(
      why.includes(`; to serve 98% of demand from stock takes ${Math.round(reorder_point).toLocaleString("en")}. You`),
      why,
    );
  });

  it("follows the item's own target before the settings', whichever of the two it is", () => {
    const history = sales("quick", 2);
    const fill = planned({}, history, { fill_rate: 0.9 });
    const level = planned({}, history, { service_level: 0.9 });
    assert.notEqual(fill.reorder_point, level.reorder_point);
    assert.deepEqual(planned({ fill_rate: 0.9 }, history, { service_level: 0.99 }), fill);
    assert.deepEqual(planned({ service_level: 0.9 }, history, { fill_rate: 0.99 }), level);
    assert.deepEqual(planned({}, history, {}), planned({}, history, { service_level: 0.95 }));
  });

  it("names an item that asks for both, and plans the others", () => {
    const { request, exceptions } = readPlanRequest({
      today: "2026-11-23",
      period: "week",
      items: [
        { sku: "A", on_hand: 0, lead_time_days: 7, service_level: 0.95, fill_rate: 0.9 },
        { sku: "B", on_hand: 0, lead_time_days: 7, fill_rate: 0.9 },
      ],
      history: {},
    });
    assert.deepEqual(
      request.items.map(({ sku }) => sku),
      ["B"],
    );
    assert.match(exceptions[0]!.message, /^Not planned: fill_rate: must not be given together with service_level/);
  });

  it("orders no less for a higher one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("quick", "slow"),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 1, 7, 30),
        fc.constantFrom(0, 10, 45),
        fc.constantFrom({}, { order_cost: 50, holding_rate: 0.25 }),
        fc.array(fc.integer({ min: 500, max: 999 }), { minLength: 2, maxLength: 4 }),
        (kind, seed, review_days, lead_time_days, costs, targets) => {
          const lines = targets
            .sort((a, b) => a - b)
            .map((target) =>
              planned({ lead_time_days }, sales(kind, seed), { fill_rate: target / 1000, review_days, ...costs }),
            );
          lines.slice(1).forEach(({ reorder_point, order_up_to, suggested }, i) => {
            assert.ok(reorder_point >= lines[i]!.reorder_point - 1e-9);
            assert.ok(order_up_to >= lines[i]!.order_up_to - 1e-9);
            assert.ok(suggested >= lines[i]!.suggested || reorder_point === lines[i]!.reorder_point);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it("needs no stock for demand that is none, and knows demand that never varies", () => {
    assert.equal(planned({}, Array<number>(60).fill(0), { fill_rate: 0.99 }).reorder_point, 0);
    const steady = planned({}, Array<number>(60).fill(20), { fill_rate: 0.99 });
    assert.ok(steady.reorder_point > 60 && steady.reorder_point <= 80, String(steady.reorder_point));
    const atOnce = planned({ lead_time_days: 0 }, Array<number>(60).fill(20), { fill_rate: 0.99, review_days: 0 });
    assert.equal(atOnce.reorder_point, 0);
  });
});
