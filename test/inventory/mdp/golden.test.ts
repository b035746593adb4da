import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { engines } from "../../../server/engines/index.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import { policyMdp } from "../../../shared/functions/policy-mdp.ts";
import { baseStockRule } from "../../../shared/inventory/mdp/order-rule.ts";
import { ruleCost } from "../../../shared/inventory/mdp/rule-cost.ts";
import { noFaults } from "../../harness/faults.ts";
import { lostSales } from "./problems.ts";

interface Case {
  readonly name: string;
  readonly source: string;
  readonly args: readonly unknown[];
  readonly cost?: number;
  readonly tolerance?: number;
  /** As the source prints it: right to half a unit of its last digit. */
  readonly published?: number;
  readonly orders?: readonly (readonly [position: readonly number[], order: number])[];
}

interface BaseStockCase {
  readonly leadTime: number;
  readonly level: number;
  readonly cost: number;
  readonly published: number;
}

const { cases, baseStock } = JSON.parse(
  readFileSync(new URL("../../golden/replenishment.json", import.meta.url), "utf8"),
) as { cases: Case[]; baseStock: BaseStockCase[] };

const HALF_A_DIGIT = 0.005 + 1e-9;

async function answer([demand, leadTime, holding, shortage, , ...rest]: readonly unknown[], stock: unknown) {
  const outcome = await evaluate(policyMdp, [demand, leadTime, holding, shortage, stock, ...rest], engines, noFaults);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value as number[][];
}

describe("golden replenishment policies", () => {
  for (const { name, args, cost, tolerance, published, orders } of cases)
    it(name, async () => {
      const rows = await answer(args, orders ? orders.map(([position]) => position) : [[0]]);
      for (const [, paid, residual] of rows) {
        if (cost !== undefined) assert.ok(Math.abs(paid! / cost - 1) <= tolerance!, `${paid}, not ${cost}`);
        if (published !== undefined)
          assert.ok(Math.abs(paid! - published) <= HALF_A_DIGIT, `${paid}, not ${published}`);
        assert.ok(residual! >= 0 && residual! < 1e-8);
      }
      orders?.forEach(([position, order], i) => assert.equal(rows[i]![0], order, `at ${position.join(", ")}`));
    });

  for (const { leadTime, level, cost, published } of baseStock)
    it(`costs a base-stock policy: lead time ${leadTime}, ${level} units`, () => {
      const found = ruleCost(lostSales({ leadTime }), baseStockRule(level, {}), { places: 1e5, steps: 1e8 })!.cost;
      assert.ok(Math.abs(found / cost - 1) < 1e-8 && Math.abs(found - published) <= HALF_A_DIGIT, `${found}`);
    });
});
