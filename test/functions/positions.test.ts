import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate, evaluateCell } from "../../shared/define/evaluate.ts";
import type { FunctionDefinition } from "../../shared/define/define.ts";
import { landedCost, netPosition, trackingSignal } from "../../shared/functions/cell.list.ts";
import { leadTimeDemand, minMax, reorder } from "../../shared/functions/server.list.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";

async function value<T>(f: FunctionDefinition, ...args: unknown[]): Promise<T> {
  const outcome = await evaluate(f, args, engines, noFaults);
  assert.ok("value" in outcome, `${f.name}: ${JSON.stringify(outcome)}`);
  return outcome.value as T;
}

async function message(f: FunctionDefinition, ...args: unknown[]): Promise<string> {
  const outcome = await evaluate(f, args, engines, noFaults);
  return "error" in outcome ? `${outcome.error.code} ${outcome.error.message}` : "no error";
}

const units = fc.integer({ min: 0, max: 1000 });
const orders = fc.array(fc.tuple(fc.integer({ min: -20, max: 40 }), units), { minLength: 1, maxLength: 8 });

describe("NET_POSITION", () => {
  const position = (...args: unknown[]): number => {
    const outcome = evaluateCell(netPosition, args, noFaults);
    return "value" in outcome ? Number(outcome.value) : NaN;
  };

  it("grows with the horizon by just the orders that come into it", () => {
    fc.assert(
      fc.property(units, orders, units, fc.integer({ min: 1, max: 40 }), (onHand, rows, owed, end) => {
        const inTime = rows.filter(([due]) => due <= end).reduce((sum, [, quantity]) => sum + quantity, 0);
        assert.equal(position(onHand, rows, owed, 3, end), onHand - owed - 3 + inTime);
        assert.ok(position(onHand, rows, owed, 3, end + 5) >= position(onHand, rows, owed, 3, end));
        assert.equal(position(onHand, rows, owed, 3), position(onHand, rows, owed, 3, 40), "left out, all count");
      }),
    );
  });

  it("takes a blank row for nothing and refuses what is not an order", async () => {
    assert.equal(position(10, [[46000, 5], [null, null]]), 15); // prettier-ignore
    assert.match(await message(netPosition, 10, [[1, 2, 3]]), /^#VALUE! open_orders: must have two columns/);
    assert.match(await message(netPosition, 10, [[1, 2], [3, -4]]), /open_orders: row 2, column 2 must be at least 0/); // prettier-ignore
  });
});

describe("LANDED_COST", () => {
  it("is linear in the price", async () => {
    assert.equal(await value(landedCost, 0, 0.9, 1, 2), 3);
    assert.equal(await value(landedCost, 20, 0.5, 1, 2), 13);
    assert.match(await message(landedCost, 10, -1), /^#VALUE! rate: must be greater than 0/);
    assert.equal(await value(landedCost, 10, 0), 10, "a blank cell is 0 on the desktop: left out");
  });
});

describe("TRACKING_SIGNAL", () => {
  const series = fc.array(fc.tuple(units, units), { minLength: 1, maxLength: 20 });
  const signal = (pairs: readonly (readonly [number, number])[], alpha: number | null): Promise<number> =>
    value(trackingSignal, [pairs.map(([a]) => a)], [pairs.map(([, f]) => f)], alpha);

  it("changes its sign with the errors, and stays within its bounds", async () => {
    await fc.assert(
      fc.asyncProperty(series, fc.constantFrom(null, 0.1, 0.2, 1), async (pairs, alpha) => {
        const there = await signal(pairs, alpha);
        const back = await signal(pairs.map(([a, f]) => [f, a]), alpha); // prettier-ignore
        assert.ok(Math.abs(there + back) < 1e-9);
        assert.ok(Math.abs(there) <= (alpha === null ? pairs.length : 1) + 1e-9);
      }),
    );
  });

  it("is 0 for a forecast that was right, and leaves unknown periods out", async () => {
    assert.equal(await value(trackingSignal, [[5, 6]], [[5, 6]]), 0);
    assert.equal(await value(trackingSignal, [[5, 6]], [[5, 6]], 0.3), 0);
    const known = await value(trackingSignal, [[9, 12]], [[10, 10]]);
    assert.equal(await value(trackingSignal, [[9, "NA", 12]], [[10, 10, 10]]), known);
    assert.match(await message(trackingSignal, [["NA"]], [[1]]), /^#N\/A actual: /);
    assert.match(await message(trackingSignal, [[1, 2]], [[1]]), /^#VALUE! forecast: must hold as many values/);
  });
});

const HISTORIES: Readonly<Record<string, number[][]>> = {
  "a quick mover": [[52, 47, 61, 49, 55, 63, 50, 44, 58, 66, 51, 57, 60, 48, 53, 62]],
  "a slow mover": [[0, 0, 3, 0, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0]],
  "a newcomer": [[12]],
};

describe("demand over the lead time", () => {
  for (const [says, history] of Object.entries(HISTORIES))
    it(`of ${says} is one distribution for every function`, async () => {
      const [row] = await value<number[][]>(leadTimeDemand, history, 3, 1);
      assert.equal(row!.length, 7);
      const quantiles = row!.slice(2);
      assert.deepEqual(
        quantiles,
        [...quantiles].sort((a, b) => a - b),
        "quantiles rise",
      );
      const asked = await value<number[][]>(leadTimeDemand, history, 3, 1, [[0.5, 0.8], [0.9, 0.95]]); // prettier-ignore
      assert.deepEqual(asked.flat(), quantiles.slice(0, 4));
      const [policy] = await value<number[][]>(minMax, history, 3);
      const [order] = await value<number[][]>(reorder, history, 3, 0);
      assert.equal(policy![0], quantiles[3], "the minimum is the 95% quantile");
      assert.deepEqual(policy, order!.slice(1, 3), "REORDER uses the same");
    });

  it("is not a sum of quantiles: independent periods don't all go badly", async () => {
    const history = HISTORIES["a quick mover"]!;
    const [[one]] = (await value<number[][]>(leadTimeDemand, history, 1, 0, 0.95)) as [[number]];
    const [[four]] = (await value<number[][]>(leadTimeDemand, history, 4, 0, 0.95)) as [[number]];
    assert.ok(four < 4 * one);
  });

  it("asks for a time to look at, known demand and both costs", async () => {
    assert.match(await message(leadTimeDemand, [[5, 6]], 0), /^#VALUE! lead_time: must be greater than 0/);
    assert.match(await message(leadTimeDemand, [["NA"]], 2), /^#VALUE! history: must hold at least one number/);
    assert.match(await message(leadTimeDemand, [[5]], 2, 0, [[1]]), /^#VALUE! probabilities: .*below 1/);
    assert.match(await message(minMax, [[5]], 2, null, null, null, 25), /^#VALUE! order_cost: must be given together/);
    assert.deepEqual(await value(minMax, [[5, 5, 5]], 0, null, 0), [[0, 0]]);
  });
});
