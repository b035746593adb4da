import assert from "node:assert/strict";
import fc from "fast-check";
import { loadCounts, loadNetwork, loadTrees } from "../../../../server/engines/network.ts";
import type { Networks } from "../../../../shared/demand/forecast/forecaster.ts";
import { makePlan } from "../../../../shared/purchasing/plan/make-plan.ts";
import type { Plan } from "../../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../../shared/purchasing/terms/request.ts";
import { noFaults } from "../../../harness/faults.ts";
import { madeTable } from "./made.ts";

const ITEMS = 32;
const skuOf = (i: number): string => `S${String(i).padStart(2, "0")}`;

describe("a plan whose items teach each other", () => {
  let networks: Networks;
  before(async () => {
    networks = { sequence: await loadNetwork(), slow: await loadCounts(), trees: await loadTrees() };
  });

  const planOf = (histories: readonly (readonly number[])[], order = histories.map((_, i) => i)): Plan => {
    const items = order.map((i) => ({ sku: skuOf(i), on_hand: 0, lead_time_days: 61 }));
    const history = Object.fromEntries(histories.map((values, i) => [skuOf(i), values]));
    const request = { today: "2026-11-02", period: "month", items, history, settings: { review_days: 30 } };
    return makePlan(readPlanRequest(request).request, { networks, onFault: noFaults });
  };
  const table = madeTable(ITEMS, 60);

  it("is the same to the bit in whatever order its items come, and says how many taught", () => {
    const [there, back] = [
      planOf(table),
      planOf(
        table,
        table.map((_, i) => ITEMS - 1 - i),
      ),
    ];
    for (const line of there.lines)
      assert.deepEqual(
        back.lines.find(({ sku }) => sku === line.sku),
        line,
      );
    assert.match(there.summary.learned, /32 items teach each other/);
    assert.ok(there.lines.some(({ model }) => model.includes("32 items tell of each other")));
  });

  it("says where too few items teach", () => assert.match(planOf(table.slice(0, 5)).summary.learned, /by itself/));

  it("expects the mean of lumpy demand, which is above the forecast that errs least", () => {
    const { lines } = planOf(table);
    const lumpy = lines.filter((_, i) => i % 3 === 0);
    const [expected, shown] = [
      lumpy.reduce((sum, line) => sum + line.expected_demand, 0),
      lumpy.reduce((sum, line) => sum + line.forecast.slice(0, 3).reduce((a, b) => a + b, 0), 0),
    ];
    assert.ok(expected > shown, `${expected} against ${shown}`);
  });

  it("keeps a steady seller's forecast about its last quarter, unless the model says why not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 500 }), fc.integer({ min: 1, max: 1e6 }), (level, seed) => {
        const draw = (t: number): number => (Math.imul(seed + 7919 * t, 2654435761) >>> 8) / 2 ** 24;
        const steady = Array.from({ length: 60 }, (_, t) =>
          t < 30 ? (draw(t) < 0.3 ? Math.round(2 * level * draw(-t)) : 0) : Math.round(level * (0.85 + 0.3 * draw(t))),
        );
        const { lines } = planOf([steady, ...table.slice(1)]);
        const { forecast, expected_demand, model } = lines[0]!;
        const quarter = steady.slice(-6);
        const [low, high] = [0.9 * Math.min(...quarter), 1.1 * Math.max(...quarter)];
        const said = /beyond its last quarter/.test(model);
        // Lead time and review: 91 days are three months.
        for (const x of [...forecast.slice(0, 3), expected_demand / 3])
          assert.ok(said || (x >= 0.99 * low && x <= 1.01 * high), `${x} beyond ${low} to ${high}: ${model}`);
      }),
      { numRuns: 8 },
    );
  });
});
