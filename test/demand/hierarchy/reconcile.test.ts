import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { engines } from "../../../server/engines/index.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import { minimiseNonNegative } from "../../../shared/demand/hierarchy/non-negative.ts";
import { denseEquations, groupedEquations } from "../../../shared/demand/hierarchy/normal-equations.ts";
import { minimumTrace, topDown, type Weights } from "../../../shared/demand/hierarchy/reconcile.ts";
import { readHierarchy } from "../../../shared/demand/hierarchy/structure.ts";
import { reconcile } from "../../../shared/functions/reconcile.ts";
import { noFaults } from "../../harness/faults.ts";

interface Case {
  readonly name: string;
  readonly hierarchy: string[][];
  readonly base: number[][];
  readonly errors: number[][];
  readonly expected: Readonly<Record<string, number[][]>>;
}

const golden = JSON.parse(readFileSync(new URL("../../golden/reconcile.json", import.meta.url), "utf8")) as {
  readonly tolerance: number;
  readonly cases: readonly Case[];
};

const transposed = (rows: readonly (readonly number[])[]): number[][] => rows[0]!.map((_, j) => rows.map((r) => r[j]!));

const call = (...args: unknown[]) => evaluate(reconcile, args, engines, noFaults);

async function message(...args: unknown[]): Promise<string> {
  const outcome = await call(...args);
  return "error" in outcome ? outcome.error.message : "";
}

describe("RECONCILE", () => {
  for (const { name, hierarchy, base, errors, expected } of golden.cases) {
    const structure = readHierarchy(hierarchy);
    const weights: Record<string, Weights> = { ols: "equal", structural: "structural", errors };
    for (const [kind, answer] of Object.entries(expected))
      it(`answers as hierarchicalforecast: ${name}, ${kind}`, () => {
        const periods = transposed(base);
        const got =
          kind === "top-down" ? topDown(structure, periods)! : minimumTrace(structure, periods, weights[kind]!);
        const size = Math.max(...base.flat());
        for (const [h, row] of got.entries())
          for (const [i, x] of row.entries())
            assert.ok(Math.abs(x - answer[i]![h]!) <= golden.tolerance * size, `${i},${h}: ${x} not ${answer[i]![h]}`);
      });
  }

  it("leaves coherent forecasts alone, adds up and is never negative, whatever the tree", async () => {
    const series = fc.array(
      fc.tuple(
        fc.constantFrom("a", "b", "c"),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(series, fc.double({ min: 0, max: 1e6, noNaN: true }), async (leaves, total) => {
        const unique = [...new Map(leaves.map((leaf) => [`${leaf[0]}${leaf[1]}`, leaf])).values()];
        const hierarchy = [[null, null], ...unique.map(([group, item]) => [group, item])];
        const sum = unique.reduce((a, leaf) => a + leaf[2], 0);
        for (const top of [total, sum]) {
          const outcome = await call([[top, ...unique.map((leaf) => leaf[2])]], hierarchy);
          assert.ok("value" in outcome);
          const [row] = outcome.value as number[][];
          const parts = row!.slice(1);
          assert.ok(row!.every((x) => x >= 0));
          const scale = 1e-7 * (1 + sum + total);
          assert.ok(Math.abs(row![0]! - parts.reduce((a, b) => a + b, 0)) <= scale);
          if (top === sum) for (const [i, x] of parts.entries()) assert.ok(Math.abs(x - unique[i]![2]) <= scale);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same answer for series in columns, in rows and in another order", async () => {
    const [tree] = golden.cases;
    const { hierarchy, base } = tree!;
    const rows = await call(base, hierarchy);
    const columns = await call(transposed(base), hierarchy);
    const reversed = await call([...base].reverse(), [...hierarchy].reverse());
    assert.ok("value" in rows && "value" in columns && "value" in reversed);
    assert.deepEqual(columns.value, transposed(rows.value as number[][]));
    for (const [i, row] of [...(reversed.value as number[][])].reverse().entries())
      for (const [h, x] of row.entries()) assert.ok(Math.abs(x - (rows.value as number[][])[i]![h]!) < 1e-8);
  });

  it("takes a blank as desktop Excel sends it, 0, for a blank as the web sends it, null", async () => {
    const base = [[90, 40, 20]];
    assert.deepEqual(await call(base, [[0], ["North"], ["South"]]), await call(base, [[null], ["North"], ["South"]]));
  });

  it("says what is wrong", async () => {
    assert.match(await message([[1, 2]], [["a"], ["a"]]), /^hierarchy: must name each series once; rows 1 and 2/);
    assert.match(await message([[1, 2]], [["a"], ["b"], ["c"]]), /^hierarchy: must have one row for each series/);
    assert.match(await message([[1, 2]], [["a"], ["b"]], "top-down"), /^hierarchy: must have a row of blanks/);
    assert.match(await message([[1, 2]], [[""], ["b"]], "mint", [[1, 2]]), /^errors: must hold at least 4 errors/);
  });
});

describe("non-negative least squares", () => {
  it("answers a minimum: no value and no slope has the wrong sign", () => {
    const matrix = fc.integer({ min: 1, max: 7 }).chain((n) =>
      fc.tuple(
        fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
          minLength: n,
          maxLength: n,
        }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }),
      ),
    );
    fc.assert(
      fc.property(matrix, ([rows, b]) => {
        const n = b.length;
        const A = new Float64Array(n * n);
        for (let i = 0; i < n; i += 1)
          for (let j = 0; j < n; j += 1) {
            const product = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
            A[i * n + j] = product + (i === j ? 1 : 0);
          }
        const x = minimiseNonNegative(denseEquations(A, Float64Array.from(b)));
        for (let i = 0; i < n; i += 1) {
          const gradient = x.reduce((sum, value, j) => sum + A[i * n + j]! * value, -b[i]!);
          assert.ok(x[i]! >= 0 && gradient > -1e-6 && Math.abs(x[i]! * gradient) < 1e-6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("answers the same by groups as by the whole matrix", () => {
    const groups = [
      { members: [0, 1, 2, 3, 4], weight: 0.2 },
      { members: [0, 1], weight: 0.5 },
      { members: [1, 3, 4], weight: 1 / 3 },
    ];
    const A = new Float64Array(25);
    for (let i = 0; i < 5; i += 1) A[i * 6] = 1 + i;
    for (const { members, weight } of groups) for (const i of members) for (const j of members) A[i * 5 + j]! += weight;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 }), (numbers) => {
        const b = Float64Array.from(numbers);
        const whole = minimiseNonNegative(denseEquations(A, b));
        const diagonal = Float64Array.of(1, 2, 3, 4, 5);
        const grouped = minimiseNonNegative(groupedEquations(diagonal, groups, b));
        for (const [i, x] of whole.entries()) assert.ok(Math.abs(x - grouped[i]!) < 1e-9);
      }),
    );
  });
});
