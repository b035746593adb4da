import assert from "node:assert/strict";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { checkPlan } from "../../../shared/purchasing/joint/check/check-plan.ts";
import { checkedRequest, leastPlan } from "./enumerate-plans.ts";
import { planned } from "./plan-by-money.ts";
import { tinyRequest } from "./tiny-requests.ts";

/** Seeds of the suite; the benchmark "orders" tries a thousand. */
const SEEDS = 150;

describe("tiny orders with any subset of the rules", () => {
  it("are the best of all plans there are, to the cent, keep every rule, and know that they are the best", () => {
    let [solved, impossible] = [0, 0];
    for (let seed = 5001; seed <= 5000 + SEEDS; seed++) {
      const body = tinyRequest(randomFrom(seed), seed % 3 === 0 ? 2 : 1);
      const { plan, request } = planned(body);
      assert.equal(request.items.length, body.items.length, `seed ${seed}: every row is read`);
      const least = leastPlan(request);
      const joint = plan.plan ?? assert.fail(`seed ${seed}: ${JSON.stringify(plan.exceptions)}`);
      if (least.objective === Infinity) {
        impossible += 1;
        assert.equal(joint.status, "relaxed", `seed ${seed}`);
        assert.ok(plan.exceptions.some(({ message }) => /^Not every rule can be kept/.test(message)));
        continue;
      }
      solved += 1;
      const { violations, objective } = checkPlan(plan.lines, checkedRequest(request));
      assert.deepEqual(violations, [], `seed ${seed}`);
      assert.ok(Math.abs(objective - least.objective) < 0.005, `seed ${seed}: ${objective}, not ${least.objective}`);
      assert.ok(Math.abs(joint.objective - objective) < 1e-6, `seed ${seed}: it says ${joint.objective}`);
      assert.ok(joint.bound <= least.objective + 1e-6 && joint.gap <= 0.01, `seed ${seed}: bound ${joint.bound}`);
      assert.equal(joint.status, "optimal");
    }
    assert.ok(solved > SEEDS * 0.8 && impossible > 0, `${solved} solved, ${impossible} impossible`);
  });
});
