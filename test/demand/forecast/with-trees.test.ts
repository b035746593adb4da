import assert from "node:assert/strict";
import type { Forecast } from "../../../shared/demand/forecast/forecast.ts";
import { withTrees, type Trees } from "../../../shared/demand/forecast/with-trees.ts";
import { modelWords } from "../../../shared/demand/forecast/why.ts";
import { curveDistribution } from "../../../shared/numeric/curve-distribution.ts";

/** Each period's demand for sure, as an item's own forecast. */
function ownOf(course: readonly number[], quantile?: (p: number) => number): Forecast {
  const mean = (periods: number): number[] => Array.from({ length: periods }, (_, h) => course[h % course.length]!);
  const between = (from: number, to: number) => {
    const total = mean(to)
      .slice(from)
      .reduce((a, b) => a + b, 0);
    return curveDistribution(total, quantile ?? (() => total), false);
  };
  return {
    pattern: "smooth",
    follows: true,
    negative: false,
    season: 52,
    parts: [],
    words: "level and trend, 100 periods",
    quarter: { length: 13, low: 8, high: 12, agreement: () => "within" },
    mean,
    quantile: (_, periods) => mean(periods),
    each: (periods) => mean(periods).map((_, h) => between(h, h + 1)),
    between,
    total: (periods) => between(0, periods),
  };
}

const treesOf = (rate: number, known?: Trees["known"]): Trees => ({
  told: { typical: rate, mean: rate, share: 1, quantile: (p) => rate * 2 * p },
  horizon: 4,
  quarter: 13,
  known,
  name: "Trees",
  words: "with what 30 items tell of each other",
});

describe("a forecast with what trees know", () => {
  it("stays about a steady last quarter, whatever they tell, and says that it was held", () => {
    for (const [told, rate] of [
      [50, 13.2],
      [1, 7.2],
      [9, 9],
    ] as const) {
      const forecast = withTrees(ownOf([10]), treesOf(told));
      for (const x of [...forecast.mean(4), forecast.total(1).mean])
        assert.ok(Math.abs(x - rate) < 1e-9, `${x} for ${told}`);
      assert.equal(/held to its last quarter \(8 to 12\)/.test(modelWords(forecast)), told !== 9);
    }
  });

  it("takes no single period ahead for the level of all", () => {
    const { mean } = withTrees(ownOf([10, 10, 30, 10]), treesOf(50));
    const average = mean(4).reduce((a, b) => a + b, 0) / 4;
    assert.ok(average <= 15 + 1e-9, `${average}: the own forecast's mean is 15, its peak 30`);
  });

  it("says what leaves the quarter where its own season does", () => {
    const own = ownOf([10, 10, 30, 10]);
    const seasonal = { ...own, quarter: { ...own.quarter!, agreement: () => "season" as const } };
    const { told, ...others } = treesOf(14);
    const forecast = withTrees(seasonal, { ...others, told: { ...told, share: 0 } });
    assert.ok(Math.max(...forecast.mean(4)) > 13.2);
    assert.match(modelWords(forecast), /beyond its last quarter \(8 to 12\) by its season/);
  });

  it("takes the trees' quantiles where its own lie below their mean, and its own where trees have none", () => {
    const rare = ownOf([0.5], (p) => (p > 0.99 ? 50 : 0));
    const alone = { ...rare, quarter: undefined };
    const [far, none] = [
      withTrees(
        alone,
        treesOf(2, () => 0),
      ),
      withTrees(alone, treesOf(2)),
    ];
    assert.ok(far.between(0, 1).quantile(0.9) >= far.between(0, 1).mean);
    assert.equal(none.between(0, 1).quantile(0.9), 0);
  });
});
