import assert from "node:assert/strict";
import { engines } from "../../server/engines/index.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { noFaults } from "../harness/faults.ts";

const outcomeOf = (name: string, args: readonly unknown[]) => evaluate(findFunction(name)!, args, engines, noFaults);

async function rowsOf(name: string, args: readonly unknown[]): Promise<number[][]> {
  const outcome = await outcomeOf(name, args);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value as number[][];
}

const two = [
  [3, 4],
  [0, 0],
];

/** A call that cannot be answered, and what its message must begin with. */
const refused: readonly (readonly [name: string, args: readonly unknown[], begins: string])[] = [
  ["POLICY_MDP", [0, 1, 1, 4], "demand: must be a mean from 0.0001"],
  ["POLICY_MDP", [[[5], [-1]], 1, 1, 4], "demand: row 2 must be at least 0"],
  ["POLICY_MDP", [[[5], [0]], 1, 1, 4], "demand: must give some probability"],
  ["POLICY_MDP", [[[0], [0]], 1, 1, 4], "demand: must give some probability"],
  ["POLICY_MDP", [0.3, 2, 1, 4, null, 0, null, "normal", 0], "demand: must be more than 0 once rounded"],
  ["POLICY_MDP", [[], 1, 1, 4], "demand: must hold at least one cell"],
  ["POLICY_MDP", [[[5], [1]], 1, 1, 4, null, null, null, "poisson"], "distribution: must be left out"],
  ["POLICY_MDP", [[[5], [1]], 1, 1, 4, null, null, null, null, 2], "demand_sd: must be left out"],
  ["POLICY_MDP", [5, 1.5, 1, 4], "lead_time: must be a whole number"],
  ["POLICY_MDP", [5, -1, 1, 4], "lead_time: must be at least 0"],
  ["POLICY_MDP", [5, 1, 0, 4], "holding_cost: must be greater than 0"],
  ["POLICY_MDP", [5, 1, 1, -4], "shortage_cost: must be greater than 0"],
  ["POLICY_MDP", [5, 1, 1e-9, 4], "shortage_cost: must be at most a million times"],
  ["POLICY_MDP", [5, 1, 1, 4, two], "stock: must have at most 1 columns"],
  ["POLICY_MDP", [5, 2, 1, 4, [[3, 4, 5]]], "stock: must have at most 2 columns"],
  [
    "POLICY_MDP",
    [
      5,
      2,
      1,
      4,
      [
        [1, 0],
        [-1, 0],
      ],
    ],
    "stock: row 2, column 1 must be whole units of at least 0",
  ],
  [
    "POLICY_MDP",
    [5, 2, 1, 4, [[-1, -2]], 0, "backordered"],
    "stock: row 1, column 2 must be whole units of at least 0",
  ],
  ["POLICY_MDP", [5, 2, 1, 4, [[1.5, 0]]], "stock: row 1, column 1 must be whole units"],
  ["POLICY_MDP", [5, 1, 1, 4, null, -1], "order_cost: must be at least 0"],
  ["POLICY_MDP", [5, 1, 1, 4, null, 0, "kept"], "unmet: must be one of"],
  ["POLICY_MDP", [5, 1, 1, 4, null, 0, null, null, null, 12, 5, 12], "maximum: must allow the minimum order"],
  [
    "POLICY_MDP",
    [5, 1, 1, 4, null, 0, "backordered", null, null, null, null, 5],
    "maximum: must be greater than the mean",
  ],
  ["POLICY_MDP", [5, 1, 1, 4, null, 0, null, null, null, null, 5, 3], "maximum: must allow one pack of 5"],
  ["POLICY_MDP", [5, 9, 1, 39], "lead_time: makes more stock positions than can all be tried; use POLICY_LEARNED"],
  ["POLICY_MDP", [19000, 0, 1, 39, null, 1e9, "backordered"], "demand: counts more units than can all be tried"],
  ["POLICY_MDP", [5, 4, 1, 39], "stock: must be given here"],
  ["POLICY_LEARNED", [5, 0, 1, 4, [[1]]], "lead_time: must be at least 1"],
  ["POLICY_LEARNED", [5, 31, 1, 4, [[1]]], "lead_time: must be at least 1 and at most 30"],
  ["POLICY_LEARNED", [5, 2, 1, 4, [[1, 2, 3]]], "stock: must have at most 2 columns"],
  ["POLICY_LEARNED", [5, 2, 1, 4, [[-1, 0]]], "stock: cell 1 must be at least 0"],
  ["POLICY_LEARNED", [5, 2, 1, 4, [[0, 0]], 0, null, null, 12, 5, 12], "maximum: must allow the minimum order"],
];

describe("the replenishment functions", () => {
  for (const [name, args, begins] of refused)
    it(`refuse ${name}(${JSON.stringify(args)})`, async () => {
      const outcome = await outcomeOf(name, args);
      assert.ok("error" in outcome, JSON.stringify(outcome));
      assert.ok(outcome.error.message.startsWith(begins), outcome.error.message);
    });

  it("POLICY_MDP lists every position with the order it answers for it, and one cost", async () => {
    const rows = await rowsOf("POLICY_MDP", [5, 2, 1, 9]);
    assert.ok(rows.length > 100 && rows.every((row) => row.length === 5 && row[3] === rows[0]![3]));
    const asked = rows.filter((_, i) => i % 7 === 0);
    const answers = await rowsOf("POLICY_MDP", [5, 2, 1, 9, asked.map(([onHand, due]) => [onHand, due])]);
    assert.deepEqual(
      answers.map(([order]) => order),
      asked.map((row) => row[2]),
    );
    const most = Math.max(...rows.map(([onHand, due]) => onHand! + due!));
    assert.deepEqual(
      (
        await rowsOf("POLICY_MDP", [
          5,
          2,
          1,
          9,
          [
            [most + 1, 0],
            [500, 0],
          ],
        ])
      ).map(([order]) => order),
      [0, 0],
    );
  });

  it("POLICY_MDP takes a mean or its probabilities, and blanks of stock as 0", async () => {
    const shares = Array.from({ length: 40 }, (_, k) => [
      Array.from({ length: k }, (_, i) => 5 / (i + 1)).reduce((a, b) => a * b, 1),
    ]);
    const byMean = await rowsOf("POLICY_MDP", [5, 2, 1, 9, two]);
    const byShares = await rowsOf("POLICY_MDP", [
      shares,
      2,
      1,
      9,
      [
        [3, 4],
        [null, ""],
      ],
    ]);
    byMean.forEach(([order, cost], i) => {
      assert.equal(byShares[i]![0], order);
      assert.ok(Math.abs(byShares[i]![1]! / cost! - 1) < 1e-9);
    });
    const short = await rowsOf("POLICY_MDP", [5, 3, 1, 9, [[4]]]);
    assert.deepEqual(short, await rowsOf("POLICY_MDP", [5, 3, 1, 9, [[4, 0, 0]]]));
  });

  it("POLICY_MDP works without spread and without lead time", async () => {
    assert.deepEqual(
      (await rowsOf("POLICY_MDP", [6, 0, 1, 4, [[0], [2], [7]], 0, null, "normal", 0])).map(([order]) => order),
      [6, 4, 0],
    );
    const [[order, cost]] = (await rowsOf("POLICY_MDP", [6, 3, 1, 4, [[-2, 3]], 0, "backordered", "normal", 0])) as [
      number[],
    ];
    assert.ok(order === 23 && Math.abs(cost!) < 1e-9);
  });

  it("POLICY_LEARNED answers several positions by one rule and says which", async () => {
    const rows = (await rowsOf("POLICY_LEARNED", [0.3, 8, 1, 39, [[0], [1], [9]]])) as unknown as [
      number,
      number,
      number,
      number,
      string,
    ][];
    const [none, one, many] = rows.map(([order]) => order);
    assert.ok(none! >= one! && one! >= many! && many === 0 && none! > 0);
    for (const [, cost, ratio, upper, why] of rows) {
      assert.deepEqual([cost, ratio, upper, why], rows[0]!.slice(1));
      assert.match(
        why,
        /^learned: \d+\.\d% cheaper than base-stock \d+; within \d\.\d% of the optimum at lead time 1, 2$/,
      );
    }
  });

  it("POLICY_LEARNED says why where it falls back", async () => {
    const [row] = await rowsOf("POLICY_LEARNED", [0.1, 10, 1, 60, [[0]], null, null, 1.2]);
    assert.equal(row![4], "base-stock 1: learning found nothing surely cheaper");
  });
});
