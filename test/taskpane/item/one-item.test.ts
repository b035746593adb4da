import assert from "node:assert/strict";
import { requestOfItem } from "../../../addin/taskpane/item/one-item.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";

const weeks = (level: number) => Array.from({ length: 80 }, (_, w) => level + (w % 5));
const row = { on_hand: 10, lead_time_days: 14, cost: 2 };
const request: PlanRequest = {
  today: "2026-11-23",
  period: "week",
  items: [
    { ...row, sku: "old", status: "discontinued", successor: "middle" },
    { ...row, sku: "middle", status: "discontinued", successor: "new" },
    { ...row, sku: "new" },
    { ...row, sku: "round", status: "discontinued", successor: "about" },
    { ...row, sku: "about", status: "discontinued", successor: "round" },
    { ...row, sku: "other" },
  ],
  history: { old: weeks(20), middle: weeks(5), new: weeks(1), other: weeks(9), about: weeks(3), round: weeks(2) },
  promotions: [
    { sku: "other", start: "2026-03-02", end: "2026-03-08", discount: 0.2 },
    { sku: "old", start: "2026-03-02", end: "2026-03-08", discount: 0.2 },
    { start: "2026-12-07", end: "2026-12-20", discount: 0.1 },
  ],
  settings: { service_level: 0.95, review_days: 7, overstock_days: 180 },
};

function planned(of: PlanRequest, sku: string) {
  const { request: read, exceptions: found } = readPlanRequest(JSON.parse(JSON.stringify(of)));
  const { lines, exceptions } = makePlan(read, { exceptions: found, onFault: String });
  return { line: lines.find((line) => line.sku === sku), exceptions: exceptions.filter((one) => one.sku === sku) };
}

describe("one item's plan", () => {
  it("is the item's part of the whole plan, with the demand that predecessors hand on", () => {
    for (const { sku } of request.items)
      assert.deepEqual(planned(requestOfItem(request, sku), sku), planned(request, sku), sku);
  });

  it("asks about no more items than it must", () => {
    const skus = (sku: string) => requestOfItem(request, sku).items.map((item) => item.sku);
    assert.deepEqual(skus("new"), ["old", "middle", "new"]);
    assert.deepEqual(skus("other"), ["other"]);
    assert.deepEqual(
      requestOfItem(request, "new").promotions!.map(({ sku }) => sku),
      ["old", undefined],
    );
  });
});
