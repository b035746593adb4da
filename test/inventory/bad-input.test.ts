import assert from "node:assert/strict";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";

const steady = [[20], [20], [20], [20], [20], [20]];
const line = [
  ["depot", "shop", 1, 2, "", ""],
  ["shop", "", 1, 5, 10, 3],
];

/** A call that cannot be answered, and the parameter its message must begin with. */
const refused: readonly (readonly [name: string, args: readonly unknown[], parameter: string])[] = [
  ["EOQ_COST", [0, 100, 5, 1], "quantity"],
  ["EOQ_COST", [10, 100, 5, 1, null, 90], "production_rate"],
  ["EOQ_DISCOUNT", [100, -5, 0.2, [[0, 1]]], "order_cost"],
  ["EOQ_DISCOUNT", [100, 5, 0.2, [[0, 1, 2]]], "breaks"],
  [
    "EOQ_DISCOUNT",
    [
      100,
      5,
      0.2,
      [
        [0, 1],
        [50, 2],
      ],
    ],
    "breaks",
  ],
  ["EOQ_DISCOUNT", [100, 5, 0.2, [[50, 1]]], "breaks"],
  ["EOQ_DISCOUNT", [100, 5, 0.2, []], "breaks"],
  ["EOQ_YIELD", [100, 5, 1, -0.5], "yield_mean"],
  ["LOT_SIZE", [[[1], [-1]], 5, 1], "demand"],
  ["LOT_SIZE", [[[1], [2]], [[5], [5], [5]], 1], "order_cost"],
  ["LOT_SIZE", [[], 5, 1], "demand"],
  ["JOINT_REPLENISHMENT", [5, [[1], [2]], [[1]], [[1], [2]]], "holding_costs"],
  ["NEWSVENDOR", [50, 8, -1, 1], "underage_cost"],
  ["NEWSVENDOR_DISCRETE", [[[1], [2]], 1, 1, [[0], [0]]], "probabilities"],
  ["NEWSVENDOR_QUANTILES", [[[0.5], [0.9]], [[20], [10]], 1, 1], "quantiles"],
  ["NEWSVENDOR_QUANTILES", [[[0.5], [0.9]], [[10], [20]], 99, 1], "probabilities"],
  ["NEWSVENDOR_PROFIT", [50, 8, 1, 2], "price"],
  ["NEWSVENDOR_PROFIT", [50, 8, 3, 2, 2], "salvage_value"],
  ["NEWSVENDOR_MYOPIC", [50, 8, 0.1, 0.5, 1, 9], "next_unit_cost"],
  ["RQ_POLICY", [100, 10, 1, 5, 1], "shortage_cost_per_unit"],
  ["RQ_POLICY", [100, 10, 1, 5, 1, 2, 2], "backorder_cost_per_unit_time"],
  ["RQ_POLICY", [100, 10, 1, 5, 1, 0.001], "shortage_cost_per_unit"],
  ["RQ_POLICY", [100, 10, 1, 5, 1, 2, null, "exact"], "backorder_cost_per_unit_time"],
  ["RQ_POLICY", [100, 10, 1, 5, 1, null, 2, "eil"], "shortage_cost_per_unit"],
  ["SS_POLICY", [6, 5, 1, -4], "shortage_cost"],
  ["SS_POLICY", [6, 5, 1, 4, "weibull"], "distribution"],
  ["SS_POLICY", [1e7, 5, 1, 4], "demand_mean"],
  ["SS_HORIZON", [[[10], [10]], [[1], [1], [1]], 5, 1, 4], "demand_sd"],
  ["FILL_RATE", [100, 0, 5, 2], "demand_mean"],
  ["FILL_RATE", [100, 10, 5, 2, -1], "review_period"],
  ["SAFETY_STOCK_FILL", [1, 10, 5, 2], "fill_rate"],
  ["SAFETY_STOCK", [10, 5, 2, 0, 1], "service_level"],
  ["SAFETY_STOCK_HISTORY", [steady, 3, 1], "target"],
  ["SAFETY_STOCK_HISTORY", [steady, 9, 0.9, "cycle", 1, "empirical"], "history"],
  ["FILL_RATE_HISTORY", [[["NA"], ["NA"]], 10, 2], "history"],
  ["MULTI_ECHELON", [line, 1], "service_level"],
  ["MULTI_ECHELON", [[["a", "b", 1, 1]]], "stages"],
  ["MULTI_ECHELON", [[["a", "", 1, -1, 5, 1]]], "stages"],
  [
    "MULTI_ECHELON",
    [
      [
        ["a", "b", 1, 1],
        ["b", "a", 1, 1],
      ],
    ],
    "stages",
  ],
  ["MULTI_ECHELON", [line, null, null, "clark-scarf"], "shortage_cost"],
  ["MULTI_ECHELON", [[["a", "", 1.5, 1, 5, 1]]], "stages"],
  ["XYZ", [steady, 2, 1], "y_limit"],
  ["ABC_XYZ", [[[1], [2], [3]], steady], "demand"],
  [
    "STOCKOUT_RATE",
    [
      [[1], [2]],
      [[0], [0]],
    ],
    "demand",
  ],
  ["FILL_RATE_ACHIEVED", [[[1], [2]], [[0]]], "delivered"],
  ["GMROI", [10, 5, 0, 0], "opening_stock"],
];

/** No spread and no lead time are legal everywhere. */
const legal: readonly (readonly [name: string, args: readonly unknown[], answer: unknown])[] = [
  ["NEWSVENDOR", [50, 0, 1, 1], 50],
  ["NEWSVENDOR", [0, null, 1, 1, "poisson"], 0],
  ["BASE_STOCK", [10, 0, 0, 1, 5], [[10, 0]]],
  ["RQ_POLICY", [100, 0, 0, 50, 1, 9], [[0, 100, 100]]],
  ["RQ_POLICY", [100, 0, 0.5, 50, 1, null, 9, "eoq+ss"], [[50, 100, 100]]],
  ["SS_POLICY", [6, 5, 1, 4, "normal", 0], [[4, 6, 5]]],
  ["FILL_RATE", [10, 10, 0, 0], 1],
  ["SERVICE_LEVEL", [0, 0, 0, 0], 1],
  ["SAFETY_STOCK", [10, 0, 0], 0],
  ["STOCKOUT_PROBABILITY", [0, 10, 3, 0], [[0, 0]]],
  ["LEFTOVER_PROBABILITY", [5, 10, 3, 0, null, 2], [[1, 5, 10]]],
  ["LOSS", [3, 5, 0], [[2, 0]]],
  ["LOT_SIZE", [[[0], [0]], 5, 1], [[0], [0]]],
  ["LOT_SIZE", [[[0], [10], [0], [5]], 1000, 1], [[0], [15], [0], [0]]],
  ["MULTI_ECHELON", [[["shop", "", 0, 5, 10, 0]]], [["shop", 0, 0, 0, 0, 0]]],
  ["MULTI_ECHELON", [[["shop", "", 2, 5, 10, 0]], null, 20], [["shop", 20, 20, 0]]],
];

async function outcomeOf(name: string, args: readonly unknown[]): ReturnType<typeof evaluate> {
  const definition = findFunction(name);
  assert.ok(definition, `${name} is missing`);
  return evaluate(definition, args, engines, noFaults);
}

describe("an inventory function", () => {
  for (const [name, args, parameter] of refused)
    it(`names ${parameter}: ${name}(${JSON.stringify(args)})`, async () => {
      const outcome = await outcomeOf(name, args);
      assert.ok("error" in outcome, JSON.stringify(outcome));
      assert.match(outcome.error.message, new RegExp(`^${parameter}: .{8,}`));
    });

  for (const [name, args, answer] of legal)
    it(`answers ${name}(${JSON.stringify(args)})`, async () => {
      const outcome = await outcomeOf(name, args);
      assert.ok("value" in outcome, JSON.stringify(outcome));
      assert.deepEqual(
        JSON.parse(JSON.stringify(outcome.value), (_, x: unknown) =>
          typeof x === "number" ? Number(x.toFixed(6)) : x,
        ),
        answer,
      );
    });
});
