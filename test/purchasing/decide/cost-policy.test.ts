import assert from "node:assert/strict";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { costPolicy, type CostPolicyInputs } from "../../../shared/purchasing/decide/cost-policy.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { policyFor } from "../../../shared/purchasing/decide/policy.ts";

const forecastOf = forecaster({ profile: QUICK });

const random = randomFrom(3);
const lumpy = Array.from({ length: 104 }, () => (random.chance(0.2) ? 1 + random.poisson(3) : 0));
const dying = [...lumpy.slice(0, 30), ...new Array<number>(70).fill(0), 1, 0, 0, 0];

const settings = {
  review_days: 7,
  overstock_days: 180,
  order_cost: 5,
  holding_rate: 0.2,
  currency: "EUR",
  policy: "cost" as const,
};
const item = { sku: "A", on_hand: 0, lead_time_days: 28, cost: 30 };

function inputs(history: readonly number[], change: Partial<CostPolicyInputs> = {}): CostPolicyInputs {
  const forecast = forecastOf(history, 52);
  const target = { measure: "service_level" as const, share: 0.95 };
  const service = policyFor({ forecast, leadTime: 4, reviewPeriod: 1, target });
  return { item, history, forecast, settings, period: "week", rate: 1, service, ...change };
}

describe("levels of least cost", () => {
  it("never cost more than those for the target", () => {
    for (const history of [lumpy, dying]) {
      const { cost, serviceCost } = costPolicy(inputs(history))!;
      assert.ok(cost <= serviceCost);
    }
  });

  it("stock more the dearer a missed sale, and less the dearer stock", () => {
    const at = (change: object): number =>
      costPolicy(inputs(lumpy, { settings: { ...settings, ...change } }))!.reorderPoint;
    assert.ok(at({ shortage_rate: 2 }) > at({ shortage_rate: 0.2 }));
    assert.ok(at({ holding_rate: 0.1 }) >= at({ holding_rate: 0.6 }));
  });

  it("stock nothing that hardly ever sells", () => {
    const rare = [3, ...new Array<number>(60).fill(0), 1, ...new Array<number>(60).fill(0)];
    const { reorderPoint, orderUpTo } = costPolicy(inputs(rare, { item: { ...item, cost: 5000 } }))!;
    assert.deepEqual([reorderPoint, orderUpTo], [0, 0]);
  });

  it("are not taken where a target is asked for, a cost is unknown or the past too short", () => {
    for (const change of [
      { settings: { ...settings, policy: undefined } },
      { settings: { ...settings, order_cost: undefined } },
      { settings: { ...settings, holding_rate: 0 } },
      { item: { ...item, cost: undefined } },
      { item: { ...item, service_level: 0.9 } },
      { item: { ...item, fill_rate: 0.9 } },
    ])
      assert.equal(costPolicy(inputs(lumpy, change)), undefined);
    assert.equal(costPolicy(inputs([0, 3, 0, 2])), undefined);
  });

  it("are the plan's where it is to cost least, and say so", () => {
    const request: PlanRequest = {
      today: "2026-11-23",
      period: "week",
      items: [item, { ...item, sku: "B", service_level: 0.98 }],
      history: { A: lumpy, B: lumpy },
      settings,
    };
    const onFault = (error: unknown): string => {
      throw error;
    };
    const { lines } = makePlan(request, { onFault });
    const expected = costPolicy(inputs(lumpy))!;
    assert.equal(lines[0]!.reorder_point, expected.reorderPoint);
    assert.match(
      lines[0]!.why,
      /least cost takes \d+\. Replayed on its own past, that costs [\d.]+ EUR a week; the service level of 95% would cost [\d.]+ EUR a week\. You have none\./,
    );
    assert.match(lines[1]!.why, /98% needs/);
    const plain = makePlan({ ...request, settings: { ...settings, policy: "service" } }, { onFault });
    assert.match(plain.lines[0]!.why, /95% needs/);
  });
});
