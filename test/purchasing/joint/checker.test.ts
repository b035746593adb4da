import assert from "node:assert/strict";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { checkPlan } from "../../../shared/purchasing/joint/check/check-plan.ts";
import { noSolver } from "../../../shared/purchasing/joint/mixed.ts";
import { assembleJoint } from "../../../shared/purchasing/plan/joint-plan.ts";
import { prepareJoint, solveTask, type JointOutcome } from "../../../shared/purchasing/plan/joint-tasks.ts";
import { planTask, preparePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { checkedRequest } from "./enumerate-plans.ts";
import { planned } from "./plan-by-money.ts";
import { tinyRequest } from "./tiny-requests.ts";

const items = [1, 2].map((n) => ({
  sku: `A${n}`,
  supplier: "Acme",
  on_hand: 0,
  lead_time_days: 7,
  cost: 10,
  weight: 1,
  volume: 1,
  group: "G",
  curve: [
    [0, 300],
    [10, 50],
    [20, 40],
  ],
}));
const body = (supplier: object, more: object = {}) => ({
  today: "2026-11-23",
  period: "week",
  history: {},
  settings: { policy: "optimal" },
  items,
  suppliers: [{ supplier: "Acme", ...supplier }],
  ...more,
});

/** What the checker says of both items at a quantity. */
function says(quantity: number, supplier: object, more: object = {}): string[] {
  const { request } = readPlanRequest(body(supplier, more));
  const lines = request.items.map(({ sku }) => ({ sku, supplier: "Acme", quantity }));
  return checkPlan(lines, checkedRequest(request)).violations.map(({ rule }) => rule);
}

describe("the checker", () => {
  it("finds each rule that a plan breaks", () => {
    assert.deepEqual(says(10, {}), []);
    assert.deepEqual(says(15, {}), ["line", "line"], "no quantity of the curve");
    assert.deepEqual(says(10, { minimum_value: 201 }), ["minimum_value"]);
    assert.deepEqual(says(10, { minimum_quantity: 21, minimum_weight: 21 }), ["minimum_quantity", "minimum_weight"]);
    assert.deepEqual(says(10, { minimum_value: 201, minimum_rule: "warn" }), []);
    assert.deepEqual(says(10, { group_minimums: [{ group: "G", quantity: 21 }] }), ["group_minimums"]);
    assert.deepEqual(says(0, { group_minimums: [{ group: "G", quantity: 21 }], minimum_value: 500 }), []);
    const box = { name: "box", weight: 19, cost: 1, most: 1 };
    assert.deepEqual(says(10, { containers: [box] }), ["containers"]);
    assert.deepEqual(says(10, { containers: [{ ...box, weight: 100, least_fill: 0.21 }] }), ["containers"]);
    assert.deepEqual(says(10, {}, { budgets: [{ amount: 199.99 }] }), ["budget"]);
    assert.deepEqual(says(10, {}, { storage: [{ volume: 19 }] }), ["storage"]);
  });

  it("adds up the same money as the plan, from the request alone", () => {
    for (let seed = 301; seed < 331; seed++) {
      const { plan, request } = planned(tinyRequest(randomFrom(seed), 1));
      if (plan.plan?.status !== "optimal") continue;
      const { objective } = checkPlan(plan.lines, checkedRequest(request));
      assert.ok(Math.abs(objective - plan.plan.objective) < 1e-6, `seed ${seed}`);
    }
  });

  it("refuses a plan that breaks a rule or whose money is another, orders nothing and says why", () => {
    const assembled = (tampered: (outcome: JointOutcome) => JointOutcome) => {
      const { items: tasks, shared, rest } = preparePlan(readPlanRequest(body({ minimum_value: 150 })));
      const joint = prepareJoint(
        tasks.map((task) => planTask(task, shared, {})),
        shared,
        rest,
      );
      const outcomes = joint.items.map((task) => tampered(solveTask(task, {}, { solver: noSolver })));
      return assembleJoint(outcomes, {}, joint.rest);
    };
    const right = assembled((outcome) => outcome);
    assert.deepEqual(
      right.lines.map(({ quantity }) => quantity),
      [10, 10],
    );
    const less = assembled((outcome) => ({ ...outcome, picks: [[1, 0]] }));
    assert.deepEqual([less.lines.map(({ quantity }) => quantity), less.plan], [[0, 0], undefined]);
    assert.match(
      less.exceptions.map(({ message }) => message).join(),
      /The plan is refused, and nothing is ordered by it: the order of Acme is below its minimum value of 150; its money adds up to/,
    );
    const dear = assembled((outcome) => ({ ...outcome, objective: 1 }));
    assert.match(dear.exceptions.map(({ message }) => message).join(), /refused.*its money adds up to 300, not to 1/);
  });
});
