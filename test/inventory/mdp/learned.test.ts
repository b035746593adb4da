import assert from "node:assert/strict";
import { wholeUnits } from "../../../shared/inventory/demand/whole-units.ts";
import { learnedPolicy, trainedRule } from "../../../shared/inventory/mdp/learned-policy.ts";
import { provesItself } from "../../../shared/inventory/mdp/proves-itself.ts";
import { demandPath } from "../../../shared/inventory/mdp/lost-sales-simulation.ts";
import { optimalPolicy } from "../../../shared/inventory/mdp/optimal-policy.ts";
import { cappedBaseStockRule } from "../../../shared/inventory/mdp/order-rule.ts";
import { stockProjection } from "../../../shared/inventory/mdp/projected-stock.ts";
import { ruleCost } from "../../../shared/inventory/mdp/rule-cost.ts";
import { packRound } from "../../../shared/inventory/pack-round.ts";
import { lostSales, TABLE } from "./problems.ts";

const LIMITS = { places: 1e5, steps: 2e9 };

describe("the learned replenishment policy", () => {
  for (const given of [...TABLE, { leadTime: 3, shortageCost: 4 }, { leadTime: 3, shortageCost: 39 }])
    it(`costs at most 1% more than the optimum, exactly: ${JSON.stringify(given)}`, () => {
      const problem = lostSales(given);
      const ratio = ruleCost(problem, trainedRule(problem), LIMITS)!.cost / optimalPolicy(problem)!.cost;
      assert.ok(ratio >= 1 - 1e-9 && ratio <= 1.01, `${ratio}`);
    });

  for (const [name, given] of Object.entries({
    "slow movers": { demand: wholeUnits("poisson", 0.3, 0), shortageCost: 39 },
    "lumpy demand": { demand: wholeUnits("negative-binomial", 2, 4), shortageCost: 19 },
    "an order cost": { orderCost: 64, shortageCost: 19 },
    "packs and a minimum": { rules: { moq: 10, multiple: 5 }, shortageCost: 19 },
    "a maximum order": { rules: { maximum: 6 }, shortageCost: 19 },
  }))
    it(`comes within 1% of the optimum for ${name}`, () => {
      const problem = lostSales({ leadTime: 2, ...given });
      const rule = trainedRule(problem);
      const ratio = ruleCost(problem, rule, LIMITS)!.cost / optimalPolicy(problem)!.cost;
      assert.ok(ratio <= 1.01, `${ratio}`);
      for (const position of [
        [0, 0],
        [3, 0],
        [0, 5],
        [9, 9],
      ])
        assert.equal(packRound(rule(position), problem.rules), rule(position));
    });

  it("beats the best base-stock where the optimum is out of reach, and any capped one", () => {
    const problem = lostSales({ leadTime: 8, shortageCost: 9 });
    const policy = learnedPolicy(problem);
    assert.ok(policy.isLearned && policy.ratio < policy.upper && policy.upper < 0.95, `${policy.upper}`);
    assert.ok(policy.checks.length === 2 && policy.checks.every(({ ratio }) => ratio <= 1.01));
    assert.match(policy.plain, /^base-stock \d+$/);
    assert.match(policy.fallback, /^base-stock \d+ with at most \d+ an order$/);
  });

  it("is cheaper than the best capped base-stock policy at lead time 3", () => {
    const problem = lostSales({ leadTime: 3, shortageCost: 9 });
    let capped = Infinity;
    for (const level of [23, 24, 25])
      for (const cap of [5, 6, 7])
        capped = Math.min(capped, ruleCost(problem, cappedBaseStockRule(level, cap, {}), LIMITS)!.cost);
    assert.ok(ruleCost(problem, trainedRule(problem), LIMITS)!.cost < capped);
  });

  it("gives way to the best classic where it does not prove itself", () => {
    const policy = learnedPolicy(
      lostSales({ demand: wholeUnits("negative-binomial", 0.1, 1.2), leadTime: 10, shortageCost: 60 }),
    );
    assert.ok(!policy.isLearned && policy.trial.upper >= 1 && policy.fallback === "base-stock 1");
    assert.deepEqual(
      [policy.rule([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), policy.rule([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
      [1, 0],
    );
    assert.deepEqual([policy.ratio, policy.upper], [1, 1]);
  });

  it("is used only within 1% of every known optimum, and else only if surely cheaper", () => {
    const near = { leadTime: 1, ratio: 1.009 };
    const far = { leadTime: 2, ratio: 1.011 };
    const surely = { ratio: 0.99, upper: 0.999 };
    const perhaps = { ratio: 0.99, upper: 1 };
    const hardly = { ratio: 1.001, upper: 1.01 };
    assert.ok(provesItself(1, [near], perhaps), "its own optimum is known");
    assert.ok(!provesItself(1, [near], hardly) && !provesItself(2, [near, far], surely));
    assert.ok(!provesItself(5, [near, far], surely));
    assert.ok(provesItself(5, [near], surely) && !provesItself(5, [near], perhaps) && !provesItself(5, [], hardly));
  });

  it("is the same each time, from demand that hangs on the item alone", () => {
    const problem = lostSales({ leadTime: 4 });
    assert.deepEqual(demandPath(problem, 500, 1), demandPath({ ...problem, shortageCost: 9 }, 500, 1));
    assert.notDeepEqual(demandPath(problem, 500, 1), demandPath(problem, 500, 2));
    const mean = demandPath(problem, 40_000, 3).reduce((a, b) => a + b, 0) / 40_000;
    assert.ok(Math.abs(mean - 5) < 0.05, `${mean}`);
  });
});

describe("the projected stock", () => {
  it("is the mean and spread of what an order finds on arrival", () => {
    const problem = lostSales({ demand: wholeUnits("normal", 40, 8), leadTime: 3 });
    const position = [55, 30, 44];
    const path = demandPath(problem, 4 * 20_000, 1);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < path.length; i += 4) {
      let stock = position[0]!;
      for (let t = 0; t < 3; t += 1) stock = Math.max(0, stock - path[i + t]!) + (position[t + 1] ?? 0);
      const left = stock - path[i + 3]!;
      sum += stock;
      squares += (left + 40) ** 2;
    }
    const mean = sum / 20_000;
    const { mean: projected, sd } = stockProjection(40, 8, 3)(position);
    assert.ok(Math.abs(projected / mean - 1) < 0.02, `${projected} ${mean}`);
    assert.ok(Math.abs(sd / Math.sqrt(squares / 20_000 - mean ** 2) - 1) < 0.05, `${sd}`);
  });
});
