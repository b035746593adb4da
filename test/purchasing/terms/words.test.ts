import assert from "node:assert/strict";
import fc from "fast-check";
import { packRound } from "../../../shared/inventory/pack-round.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { percent } from "../../../shared/purchasing/terms/words.ts";
import { Collector } from "../../../shared/tables/findings.ts";
import { noFaults } from "../../harness/faults.ts";

function lineOf(item: object): PlanLine {
  const { request } = readPlanRequest({
    today: "2026-11-23",
    period: "week",
    items: [{ sku: "A", on_hand: 30, lead_time_days: 21, cost: 0.1, ...item }],
    history: { A: Array<number>(104).fill(20) },
  });
  return makePlan(request, { onFault: noFaults }).lines[0]!;
}

describe("numbers in words", () => {
  it("say 100% of the whole only, and 0% of nothing only", () => {
    assert.deepEqual(
      [0.95, 0.975, 0.999999, 0.9999999, 1, 0, 1e-9].map((share) => percent(share)),
      ["95%", "97.5%", "99.9999%", "99.9999%", "100%", "0%", "0.0001%"],
    );
    assert.deepEqual(
      [0.99999, 0.00001, 0.5].map((share) => percent(share, 1)),
      ["99.9%", "0.1%", "50%"],
    );
  });

  it("name the minimum order and the pack where both decide", () => {
    assert.match(lineOf({ moq: 75, multiple: 12 }).why, /; the minimum order of 75 in packs of 12 makes 84\.$/);
    assert.match(lineOf({ moq: 84, multiple: 12 }).why, /; the minimum order of 84 makes 84\.$/);
    assert.match(lineOf({ multiple: 12.5 }).why, /; packs of 12\.5 make 75\.$/);
    assert.match(lineOf({ multiple: 17.5, on_hand: 20 }).why, /; packs of 17\.5 make 87\.5\.$/);
  });

  it("have no last bits that binary fractions leave", () => {
    const decimals = (max: number) => fc.integer({ min: 1, max }).map((n) => n / 10);
    const clean = (x: number): boolean => x === Number(x.toFixed(6));
    fc.assert(
      fc.property(decimals(5000), decimals(300), decimals(20), (quantity, moq, multiple) => {
        const rounded = packRound(quantity, { moq, multiple, maximum: quantity + moq + multiple });
        assert.ok(clean(rounded), `${rounded}`);
      }),
    );
    fc.assert(
      fc.property(decimals(20), decimals(400), fc.array(decimals(90), { maxLength: 4 }), (multiple, on_hand, due) => {
        const on_order = due.map((quantity) => ({ quantity, due: "2026-12-01" }));
        const line = lineOf({ multiple, on_hand, on_order, reserved: 0.2 });
        for (const name of ["suggested", "quantity", "cost", "position", "on_order"] as const)
          assert.ok(clean(line[name]!), `${name} ${line[name]}`);
      }),
      { numRuns: 40 },
    );
  });
});

describe("rows to mend", () => {
  it("beyond those listed are counted with their own sheet", () => {
    const collector = new Collector();
    for (let row = 1; row <= 101; row += 1)
      for (const sheet of ["Stock US", "Stock"]) collector.badRow("SKU twice", { sheet, row, sku: "", message: "" });
    assert.deepEqual(
      collector.badRows().filter(({ row }) => row === 0),
      ["Stock US", "Stock"].map((sheet) => ({
        sheet,
        row: 0,
        sku: "",
        message: "1 more rows have the same fault as the ones listed (SKU twice).",
      })),
    );
  });
});
