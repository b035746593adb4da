import assert from "node:assert/strict";
import fc from "fast-check";
import { demandPrior, expectedShare } from "../../shared/demand/slow/demand-prior.ts";
import { leastCostPolicy } from "../bench/money/least-cost.ts";
import { leastCostLevels, levelsCost } from "../../shared/inventory/least-cost/levels.ts";
import { projectedLost } from "../bench/money/projected-lost.ts";
import { scenarioCost } from "../../shared/inventory/least-cost/scenario-cost.ts";
import { resampledScenarios } from "../../shared/inventory/least-cost/resampled-scenarios.ts";
import type { Scenario } from "../../shared/inventory/least-cost/scenario.ts";
import { minMaxPolicy } from "../../shared/inventory/simulation/policies.ts";
import { simulateStock } from "../../shared/inventory/simulation/simulate.ts";
import { randomFrom } from "../../shared/numeric/random.ts";

const random = randomFrom(4);
const lumpy = (periods: number, chance: number, size: number): Float64Array =>
  Float64Array.from({ length: periods }, () => (random.chance(chance) ? 1 + random.poisson(size) : 0));

const scenarioOf = (demand: readonly number[]): Scenario => {
  const times = demand.flatMap((x, t) => (x > 0 ? [t] : []));
  return {
    times: Int32Array.from(times),
    sizes: Float64Array.from(times, (t) => demand[t]!),
    periods: demand.length,
  };
};

const problem = { leadTime: 4, ordering: 5, holding: 0.1, shortage: 8, least: 1 };

describe("least-cost stock", () => {
  it("costs on sparse demand what the period-by-period simulation says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })), { minLength: 12, maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (demand, s, lot, leadTime, least) => {
          const record = simulateStock(
            {
              demand,
              leadTime,
              costs: problem,
              opening: s + lot,
              rules: { moq: least },
              warmUp: 3,
            },
            minMaxPolicy(s, s + lot),
          );
          const cost = scenarioCost(
            scenarioOf(demand),
            s,
            s + lot,
            { ...problem, leadTime, least },
            { warmUp: 3, rate: 0 },
          );
          assert.ok(Math.abs(cost - (record.ordering + record.holding + record.shortage)) < 1e-9 * (1 + cost));
        },
      ),
    );
  });

  it("keeps every order on its way, however many there are", () => {
    const demand = new Array<number>(3000).fill(1);
    const leadTime = 1100;
    const record = simulateStock(
      { demand, leadTime, costs: problem, opening: 1200, rules: { moq: 1 }, warmUp: 0 },
      minMaxPolicy(1199, 1200),
    );
    const cost = scenarioCost(scenarioOf(demand), 1199, 1200, { ...problem, leadTime }, { warmUp: 0, rate: 0 });
    assert.ok(Math.abs(cost - (record.ordering + record.holding + record.shortage)) < 1e-6, `${cost}`);
  });

  it("has scenarios of the past's rhythm and amount, the same each time", () => {
    const past = lumpy(150, 0.3, 6);
    const scenarios = resampledScenarios(past, 4);
    assert.deepEqual(scenarios, resampledScenarios(past, 4));
    const total = scenarios.reduce((sum, { sizes }) => sum + sizes.reduce((a, b) => a + b, 0), 0);
    const rate = total / scenarios.reduce((sum, { periods }) => sum + periods, 0);
    const mean = past.reduce((a, b) => a + b, 0) / past.length;
    assert.ok(Math.abs(rate / mean - 1) < 0.25, `${rate} and ${mean}`);
    assert.ok(resampledScenarios(new Float64Array(30), 4).every(({ times }) => times.length === 0));
  });

  it("learns from all items how often one will sell", () => {
    const alike = Array.from({ length: 300 }, () => lumpy(60, 0.1, 2));
    const apart = alike.map((_, i) => lumpy(60, i % 2 === 0 ? 0.05 : 0.6, 2));
    const [one, two] = [demandPrior(alike)!, demandPrior(apart)!];
    assert.ok(one.strength > 60 && one.share > 0.07 && one.share < 0.11, JSON.stringify(one));
    assert.ok(two.strength < 10, JSON.stringify(two));
    const past = Float64Array.from([5, 0, 0, 3, 0, 0, 0, 1, 0, 0]);
    assert.equal(expectedShare(past, undefined), 0.2);
    assert.equal(expectedShare(past, { share: 0.1, strength: 10 }), (2 + 1) / 20);
    assert.equal(demandPrior(alike.slice(0, 19)), undefined);
    const rate = (prior: { share: number; strength: number }): number => {
      const courses = resampledScenarios(past, 4, prior);
      return courses.reduce((sum, { times, periods }) => sum + times.length / periods, 0) / courses.length;
    };
    // Sizes that round to none make the rate a little less.
    assert.ok(rate({ share: 0.5, strength: 1e6 }) > 0.4 && rate({ share: 0.05, strength: 1e6 }) < 0.06);
  });

  it("finds levels that none around are cheaper than by much", () => {
    const scenarios = resampledScenarios(lumpy(120, 0.25, 4), problem.leadTime);
    const { s, S, cost } = leastCostLevels(scenarios, problem);
    const costOf = levelsCost(scenarios, problem);
    assert.equal(costOf(s, S), cost);
    for (let a = Math.max(0, s - 15); a <= s + 15; a += 3)
      for (let lot = 1; lot <= 60; lot += 4) assert.ok(costOf(a, a + lot) > 0.97 * cost, `${a}, ${lot}`);
  });

  it("stocks nothing where missed sales are cheaper, and more the dearer they are", () => {
    const scenarios = resampledScenarios(lumpy(120, 0.1, 2), problem.leadTime);
    const levels = [0.01, 1, 4, 16, 64].map((shortage) => leastCostLevels(scenarios, { ...problem, shortage }));
    assert.equal(levels[0]!.s, -1);
    for (let i = 1; i < levels.length; i += 1) assert.ok(levels[i]!.s >= levels[i - 1]!.s);
    assert.ok(levels.at(-1)!.s > levels[1]!.s);
  });

  it("projects the sales lost before an order arrives", () => {
    assert.equal(projectedLost(10, [0, 0], 3, 4), 2);
    assert.equal(projectedLost(10, [0, 6], 3, 4), 0);
    assert.equal(projectedLost(0, [], 1, 4), 4);
    assert.equal(projectedLost(0, [9, 0], 3, 4), 4);
  });

  it("works on any past, and orders only whole units of what is sold whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.nat(50)), { minLength: 1, maxLength: 40 }),
        fc.nat(6),
        (demand, leadTime) => {
          const policy = leastCostPolicy({ ...problem, leadTime });
          const record = simulateStock({ demand, leadTime, costs: problem, opening: 3 }, policy);
          assert.ok(Number.isFinite(record.stock) && Number.isInteger(record.stock));
        },
      ),
      { numRuns: 25 },
    );
  });
});
