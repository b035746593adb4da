import assert from "node:assert/strict";
import fc from "fast-check";
import { binned } from "../../../shared/demand/models/trees/bins.ts";
import { boostQuantiles, predict } from "../../../shared/demand/models/trees/boost.ts";
import { drawn } from "../../../shared/demand/models/trees/draw.ts";
import { growTree } from "../../../shared/demand/models/trees/grow.ts";
import { leafQuantiles } from "../../../shared/demand/models/trees/leaf-quantiles.ts";
import { weightedQuantile } from "../../../shared/demand/models/trees/weighted-quantile.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";

const BOOSTING = { rounds: 80, rate: 0.2, leaves: 8, least: 10, pull: 1, featureShare: 1, exampleShare: 0.8, seed: 3 };

describe("boosted trees by histograms", () => {
  const random = randomFrom(5);
  const n = 1500;
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, () => random.uniform()));
  for (let i = 0; i < n; i += 7) columns[1]![i] = NaN;
  const truth = (row: readonly number[]): number =>
    Number.isNaN(row[1]!) ? 5 : row[0]! > 0.5 ? 2 : row[1]! > 0.3 ? 1 : 0;
  const rowOf = (i: number): number[] => columns.map((column) => column[i]!);
  const targets = Float64Array.from({ length: n }, (_, i) => truth(rowOf(i)) + 0.2 * random.normal());
  const lessons = { data: binned(columns), targets, weights: new Float64Array(n).fill(1) };

  it("learn steps, their interplay and what a missing value means", () => {
    const model = boostQuantiles(lessons, [0.5], [0], BOOSTING);
    for (const row of [
      [0.2, 0.1, 0.5],
      [0.2, 0.8, 0.5],
      [0.9, 0.1, 0.1],
      [0.4, NaN, 0.9],
    ])
      assert.ok(Math.abs(predict(model, row)[0]! - truth(row)) < 0.15, `${row.join()} ${predict(model, row)[0]}`);
  });

  it("learn quantiles together, which hold their share", () => {
    const model = boostQuantiles(lessons, [0.1, 0.5, 0.9], [1, 0, 2], BOOSTING);
    const below = [0, 2].map(
      (k) => [...targets.keys()].filter((i) => targets[i]! <= predict(model, rowOf(i))[k]!).length / n,
    );
    assert.ok(Math.abs(below[0]! - 0.1) < 0.04 && Math.abs(below[1]! - 0.9) < 0.04, below.join());
  });

  it("are the same to the bit for the same seed", () =>
    assert.deepEqual(boostQuantiles(lessons, [0.5], [0], BOOSTING), boostQuantiles(lessons, [0.5], [0], BOOSTING)));

  it("hold in each leaf the quantiles of what fell there", () => {
    const settings = { trees: 6, leaves: 4, least: 50, pull: 1, featureShare: 1, exampleShare: 1, seed: 2 };
    for (const { values } of leafQuantiles(lessons, [0.1, 0.5, 0.9], settings))
      values[0]!.forEach((low, leaf) => assert.ok(low <= values[1]![leaf]! && values[1]![leaf]! <= values[2]![leaf]!));
  });

  it("put every example into one leaf, none of them smaller than asked for", () => {
    const all = Int32Array.from({ length: n }, (_, i) => i);
    const growth = { leaves: 12, depth: 3, least: 40, pull: 1, features: [0, 1, 2] };
    const { leaves } = growTree(lessons.data, { gradient: targets, weight: lessons.weights }, all, growth);
    assert.ok(leaves.length > 1 && leaves.length <= 8 && leaves.every(({ length }) => length >= 40));
    assert.deepEqual(Int32Array.from(leaves.flatMap((leaf) => [...leaf])).sort(), all);
  });
});

describe("bins, draws and weighted quantiles", () => {
  const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });

  it("a value is at most its bin's upper edge and above the one before", () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -30, max: 30, noNaN: true }), (values, x) => {
        const {
          edges: [edges = new Float64Array()],
          columns,
        } = binned([Float64Array.of(...values, x)]);
        const bin = columns[0]!.at(-1)!;
        assert.ok(bin === edges.length + 1 || x <= edges[bin - 1]!);
        assert.ok(bin === 1 || x > edges[bin - 2]!);
      }),
    );
    assert.deepEqual([...binned([Float64Array.of(1, NaN, 3)]).columns[0]!], [1, 0, 2]);
  });

  it("the weighted quantile is the least value that reaches its share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 })), { minLength: 1 }),
        fc.constantFrom(0.1, 0.25, 0.5, 0.9),
        (pairs, p) => {
          const total = pairs.reduce((sum, [, w]) => sum + w, 0);
          const reached = (x: number): boolean =>
            pairs.reduce((sum, [y, w]) => sum + (y <= x ? w : 0), 0) >= p * total - 1e-9;
          const found = weightedQuantile(
            Float64Array.from(pairs, ([x]) => x),
            Float64Array.from(pairs, ([, w]) => w),
            p,
          );
          assert.ok(reached(found) && pairs.every(([x]) => x >= found || !reached(x)));
        },
      ),
    );
  });

  it("draws so many, each once, in order", () => {
    const chosen = drawn(50, 20, randomFrom(9));
    assert.equal(new Set(chosen).size, 20);
    assert.deepEqual(chosen, Int32Array.from(chosen).sort());
    assert.deepEqual(drawn(5, 9, randomFrom(1)), Int32Array.of(0, 1, 2, 3, 4));
  });
});
