import assert from "node:assert/strict";
import fc from "fast-check";
import { engines } from "../../../server/engines/index.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import { fitLifeCurve } from "../../../shared/demand/models/analogy/life-curve.ts";
import { similarities } from "../../../shared/demand/models/analogy/similarity.ts";
import { forecastNew } from "../../../shared/functions/forecast-new.ts";
import { noFaults } from "../../harness/faults.ts";

async function forecast(...args: unknown[]): Promise<number[][]> {
  const outcome = await evaluate(forecastNew, args, engines, noFaults);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value as number[][];
}

const CURVE = [0.5, 1.5, 1.2, 0.8];
/** Four dolls of about 100 a period and four puzzles of about 10, in colours that say nothing. */
const TABLE = [90, 100, 110, 105, 9, 10, 11, 10.5].map((size, i) => [
  i < 4 ? "Doll" : "Puzzle",
  i % 2 === 0 ? "red" : "blue",
  ...CURVE.map((x, t) => (i === 3 && t > 1 ? "NA" : size * x)),
]);

describe("FORECAST_NEW", () => {
  it("sells a new doll like the dolls and a new puzzle like the puzzles, on their curve", async () => {
    const rows = await forecast(
      [
        ["Doll", "red"],
        ["Puzzle", "red"],
      ],
      TABLE,
      4,
    );
    for (const [t, [doll, puzzle]] of rows.entries()) {
      assert.ok(doll! > 75 * CURVE[t]! && doll! < 110 * CURVE[t]!, `doll ${doll}`);
      assert.ok(puzzle! > 9 * CURVE[t]! && puzzle! < 30 * CURVE[t]!, `puzzle ${puzzle}`);
    }
  });

  it("learns which attribute matters", () => {
    const known = TABLE.map((row) => [String(row[0]), String(row[1])]);
    const alike = similarities(["Doll", "red"], known, [4.5, 4.6, 4.7, 4.65, 2.2, 2.3, 2.4, 2.35]);
    assert.ok(alike[1]! > 2 * alike[4]!, "a blue doll is nearer to a red doll than a red puzzle is");
  });

  it("compares a young product at its age: half a life seen doesn't make it small", () => {
    const { sizes, curve } = fitLifeCurve(
      [
        [50, 150, 120, 80],
        [50, 150, NaN, NaN],
      ],
      [1, 1],
    );
    assert.ok(Math.abs(sizes[0]! - 100) < 1e-6 && Math.abs(sizes[1]! - 100) < 1e-6);
    for (const [t, x] of curve.entries()) assert.ok(Math.abs(x - CURVE[t]!) < 1e-9);
  });

  it("is scale equivariant, never negative, nested, and a prefix of a longer horizon", async () => {
    const item = fc.tuple(
      fc.constantFrom("a", "b"),
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), async (items) => {
        const table = (factor: number): unknown[][] =>
          items.map(([kind, sales]) => [kind, ...sales.map((x) => factor * x)]);
        const [wide, plain, double, six] = await Promise.all([
          forecast([["a"]], table(1), 3, 0.95),
          forecast([["a"]], table(1), 3, 0.5),
          forecast([["a"]], table(2), 3),
          forecast([["a"]], table(1), 6),
        ]);
        for (const [t, [mean, low, high]] of plain!.entries()) {
          assert.ok(0 <= wide![t]![1]! && wide![t]![1]! <= low! && low! <= high! && high! <= wide![t]![2]! + 1e-9);
          assert.ok(Math.abs(double![t]![0]! - 2 * mean!) <= 1e-9 * (1 + mean!));
          assert.equal(six![t]![0], mean);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says what is wrong", async () => {
    const message = async (...args: unknown[]): Promise<string> => {
      const outcome = await evaluate(forecastNew, args, engines, noFaults);
      return "error" in outcome ? outcome.error.message : "";
    };
    assert.match(await message([["a", "b"]], [["a", "b"]], 3), /^table: must have the 2 columns of attributes/);
    assert.match(await message([["a"]], [["a", -1]], 3), /^table: row 1, column 2 must be a demand of at least 0/);
    assert.match(await message([["a"]], [["a", "NA"]], 3), /^table: must hold at least one product/);
  });
});
