import assert from "node:assert/strict";
import fc from "fast-check";
import { listedPast } from "../../shared/inventory/least-cost/listed-past.ts";
import { RateFilter } from "../../shared/inventory/least-cost/rate-filter.ts";
import { rateScenarios } from "../../shared/inventory/least-cost/rate-scenarios.ts";
import { resampledScenarios } from "../../shared/inventory/least-cost/resampled-scenarios.ts";
import { scenarioCost } from "../../shared/inventory/least-cost/scenario-cost.ts";
import { scenarioSource } from "../../shared/inventory/least-cost/scenario-source.ts";
import type { Scenario } from "../../shared/inventory/least-cost/scenario.ts";
import { randomFrom } from "../../shared/numeric/random.ts";

const drawn = (periods: number, mean: number, seed: number): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: periods }, () => random.poisson(mean));
};

const filterOf = (demand: readonly number[], centre = 5): RateFilter => {
  const filter = new RateFilter(centre);
  for (const x of demand) filter.see(x);
  return filter;
};

/** The rate that half of the chances lie below, and the share of chances in which demand pauses. */
const medianRate = (filter: RateFilter): number => filter.state(0.5, 0.5).rate;
const paused = (filter: RateFilter): number =>
  Array.from({ length: 100 }, (_, i) => (filter.state((i + 0.5) / 100, 0.5).sells ? 0 : 0.01)).reduce<number>(
    (a, b) => a + b,
    0,
  );

const meanDemand = (scenarios: readonly Scenario[]): number =>
  scenarios.reduce((sum, { sizes }) => sum + sizes.reduce((a, b) => a + b, 0), 0) /
  scenarios.reduce((sum, { periods }) => sum + periods, 0);

describe("a rate of demand that is followed", () => {
  it("is found, and found again where it moved", () => {
    const before = drawn(80, 5, 1);
    assert.ok(Math.abs(medianRate(filterOf(before)) / 5 - 1) < 0.2);
    assert.ok(Math.abs(medianRate(filterOf([...before, ...drawn(12, 20, 2)])) / 20 - 1) < 0.25);
    assert.ok(Math.abs(medianRate(filterOf([...before, ...drawn(12, 1, 3)])) - 1) < 0.5);
  });

  it("is kept through a pause of brisk demand, which is told from slow demand", () => {
    const brisk = filterOf([...drawn(80, 20, 4), 0, 0, 0, 0], 20);
    assert.ok(paused(brisk) > 0.95 && Math.abs(medianRate(brisk) / 20 - 1) < 0.2);
    assert.ok(paused(filterOf([...drawn(80, 0.7, 5), 0, 0], 0.7)) < 0.2);
  });

  it("gives courses of its amount, the same each time, whole where demand is", () => {
    const filter = filterOf(drawn(120, 5, 6));
    const courses = rateScenarios(filter, 4, true);
    assert.deepEqual(courses, rateScenarios(filter, 4, true));
    assert.ok(Math.abs(meanDemand(courses) / 5 - 1) < 0.3, String(meanDemand(courses)));
    assert.ok(courses.every(({ sizes }) => sizes.every(Number.isInteger)));
    assert.ok(!rateScenarios(filter, 4, false).every(({ sizes }) => sizes.every(Number.isInteger)));
  });

  it("answers for any past, and the same for the same pasts", () => {
    const value = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 1e-9, 0.5, 1e15, 1e100));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (past, until) => {
        const all = Float64Array.from(past);
        const answers = (source: (past: Float64Array) => Scenario[]): Scenario[][] =>
          [all.subarray(0, Math.min(until, all.length)), all].map(source);
        const courses = answers(scenarioSource(3));
        assert.deepEqual(courses, answers(scenarioSource(3)));
        assert.ok(courses.flat().every(({ sizes }) => sizes.every((x) => x > 0 && Number.isFinite(x))));
      }),
      { numRuns: 60 },
    );
  });

  it("serves what sells often; the rest is resampled", () => {
    const often = Float64Array.from(drawn(60, 4, 7));
    const seldom = Float64Array.from(drawn(60, 0.2, 8));
    assert.ok(scenarioSource(2)(often).every(({ drift }) => drift !== undefined));
    assert.deepEqual(scenarioSource(2)(seldom), resampledScenarios(seldom, 2));
  });

  it("does not take the time before an item was listed for a lack of demand", () => {
    const zeros = (count: number): number[] => new Array<number>(count).fill(0);
    const launched = Float64Array.from([...zeros(100), 3, 2, 0, 4]);
    assert.deepEqual([...listedPast(launched)], [3, 2, 0, 4]);
    assert.deepEqual(scenarioSource(2)(launched), resampledScenarios(launched.subarray(100), 2));
    // Two of uniform chance after the first: the chance of `first` idle periods is 6 / ((first + 1) (first + 2) (first + 3)).
    for (const [first, kept] of [
      [6, 9],
      [7, 3],
    ] as const)
      assert.equal(listedPast(Float64Array.from([...zeros(first), 1, 1, 1])).length, kept);
    const slow = Float64Array.from([...zeros(20), 1, ...zeros(25), 2, ...zeros(14)]);
    assert.equal(listedPast(slow), slow);
    for (const past of [[], [0, 0], [5], [0, 5]]) assert.equal(listedPast(Float64Array.from(past)).length, past.length);
  });

  it("takes the levels along where it drifts", () => {
    const times = Int32Array.from({ length: 40 }, (_, t) => t);
    const problem = { leadTime: 1, ordering: 1, holding: 1, shortage: 10, least: 1 };
    const course = (drift?: number): Scenario => ({
      times,
      sizes: Float64Array.from(times, () => 4),
      periods: 40,
      ...(drift !== undefined && { drift: Float64Array.from(times, () => drift) }),
    });
    const counts = { warmUp: 5, rate: 4 };
    const cost = (drift?: number, s = 8, S = 12): number => scenarioCost(course(drift), s, S, problem, counts);
    assert.equal(cost(1), cost());
    // From the same opening stock on, twice the levels.
    assert.ok(Math.abs(cost(2) - cost(undefined, 16, 24)) < 13, `${cost(2)} and ${cost(undefined, 16, 24)}`);
    assert.ok(cost(2) > cost(1) + 100);
  });
});

describe("gamma draws", () => {
  it("have mean 1 and a variance of 1 / shape", () => {
    for (const shape of [0.2, 1, 7]) {
      const random = randomFrom(9);
      const draws = Array.from({ length: 40_000 }, () => random.gamma(shape));
      const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
      const variance = draws.reduce((a, x) => a + (x - mean) ** 2, 0) / draws.length;
      assert.ok(Math.abs(mean - 1) < 0.05, `mean ${mean} at shape ${shape}`);
      assert.ok(Math.abs(variance * shape - 1) < 0.1, `variance ${variance} at shape ${shape}`);
    }
  });
});
