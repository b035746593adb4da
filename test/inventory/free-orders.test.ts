import assert from "node:assert/strict";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";

async function answer(name: string, args: readonly unknown[]): Promise<number[][]> {
  const outcome = await evaluate(findFunction(name)!, args, {} as never, String);
  assert.ok("value" in outcome, `${name}: ${JSON.stringify(outcome)}`);
  return [outcome.value].flat(2).length === 1 ? [[outcome.value as number]] : (outcome.value as number[][]);
}

const breaks = [
  [0, 0.75],
  [400, 0.72],
  [800, 0.3],
];
const rq = (...shortage: unknown[]) => ({
  steady: (cost: number) => [1300, 0, 1 / 12, cost, 0.225, ...shortage],
  varied: (cost: number) => [1300, 150, 1 / 12, cost, 0.225, ...shortage],
});
const methods = ["exact", "eoq+ss", "eoqb", "loss-function", "poisson"].map((method) => rq(null, 7.5, method));

/** A function with what it is asked, by the cost of an order. */
const CASES: readonly (readonly [name: string, args: (orderCost: number) => readonly unknown[]])[] = [
  ["SS_POLICY", (cost) => [6, cost, 1, 4]],
  ["SS_POLICY", (cost) => [6, cost, 1, 4, "normal", 2, "exact", 3]],
  ["SS_HORIZON", (cost) => [[[20], [30], [0]], 4, cost, 1, 20, 2]],
  ["SS_HORIZON", (cost) => [[[0], [0]], 0, cost, 1, 20, 2]],
  ...[rq(7.5), ...methods].flatMap(({ steady, varied }) => [
    ["RQ_POLICY", steady] as const,
    ["RQ_POLICY", varied] as const,
  ]),
  ["RQ_COST", (cost) => [126, 328, 1300, 150, 1 / 12, cost, 0.225, 7.5]],
  ...["all-units", "incremental"].flatMap((kind) =>
    [breaks, breaks.slice(0, 1)].map(
      (prices) => ["EOQ_DISCOUNT", (cost: number) => [1300, cost, 0.3, prices, kind]] as const,
    ),
  ),
  ["EOQ_DISRUPTION", (cost) => [1300, cost, 0.225, 5, 1.5, 14]],
  ["EOQ_YIELD", (cost) => [75_000, cost, 0.06, 0.8, 0.1]],
  ["EOQ_YIELD", (cost) => [75_000, cost, 0.06, -15_000, 9000, "additive"]],
  ["EOQ_YIELD", (cost) => [75_000, cost, 0.06, -15_000, 0, "additive"]],
];

describe("free orders", () => {
  it("are answered with what ever cheaper ones come to", async () => {
    for (const [name, args] of CASES) {
      const [free, cheap] = [(await answer(name, args(0))).flat(), (await answer(name, args(1e-13))).flat()];
      free.forEach((x, i) =>
        assert.ok(Math.abs(x - cheap[i]!) <= 0.01 + 1e-3 * Math.abs(x), `${name}: ${free} for ${cheap}`),
      );
    }
  });

  it("make a known end a base-stock policy: problem 4.29", async () => {
    // Snyder & Shen, problem 4.29; stockpyl's bounds of S are equal at 23.279, in the last period 22.723.
    const rows = await answer("SS_HORIZON", [
      new Array(10).fill(0).map(() => [18]),
      3,
      0,
      1,
      25,
      1,
      null,
      null,
      0,
      0.98,
    ]);
    rows.forEach(([s, S]) => assert.ok(S === 23 && S - s! <= 1, `${s}, ${S}`));
  });

  it("are no case for the power approximation, which says so", async () => {
    const outcome = await evaluate(
      findFunction("SS_POLICY")!,
      [50, 0, 1, 4, "normal", 8, "power"],
      {} as never,
      String,
    );
    assert.match(JSON.stringify(outcome), /order_cost: must be greater than 0 for the method/);
  });
});
