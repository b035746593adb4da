import assert from "node:assert/strict";
import fc from "fast-check";
import { solveByHighs } from "../../server/engines/highs.ts";
import { solveByLpSolver } from "../../server/engines/lp-solver.ts";
import { solve } from "../../server/engines/solver.ts";
import type { Outcome } from "../../shared/define/cells.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { allocate } from "../../shared/functions/allocate.ts";
import { allocation, type Transportation } from "../../shared/optimise/transportation.ts";

type Solve = typeof solve;

const call = (args: readonly unknown[], engine: Solve = solve): Promise<Outcome> =>
  evaluate(allocate, args, { solve: engine } as never, String);

const column = (values: readonly number[]): number[][] => values.map((x) => [x]);

async function quantities(args: readonly unknown[], engine: Solve = solve): Promise<number[][]> {
  const outcome = await call(args, engine);
  assert.ok("value" in outcome, "error" in outcome ? outcome.error.message : "");
  return outcome.value as number[][];
}

async function message(args: readonly unknown[]): Promise<string> {
  const outcome = await call(args);
  assert.ok("error" in outcome);
  return `${outcome.error.code} ${outcome.error.message}`;
}

function costOf({ supply, demand, unitCost, shortageCost }: Transportation, x: readonly (readonly number[])[]): number {
  const served = demand.map((_, j) => supply.reduce((sum, _s, i) => sum + x[i]![j]!, 0));
  const moved = x.reduce((sum, line, i) => sum + line.reduce((s, q, j) => s + q * unitCost[i]![j]!, 0), 0);
  return demand.reduce((sum, d, j) => sum + shortageCost * (d - served[j]!), moved);
}

/** Every whole allocation of a small problem. */
function* everyAllocation({ supply, demand }: Transportation): Generator<number[][]> {
  const n = demand.length;
  const x = supply.map(() => demand.map(() => 0));
  const [over, short] = [[...supply], [...demand]];
  function* fill(a: number): Generator<number[][]> {
    if (a === supply.length * n) return void (yield x.map((line) => [...line]));
    const [i, j] = [Math.floor(a / n), a % n];
    for (let q = 0; q <= Math.min(over[i]!, short[j]!); q++) {
      x[i]![j] = q;
      over[i]! -= q;
      short[j]! -= q;
      yield* fill(a + 1);
      over[i]! += q;
      short[j]! += q;
    }
    x[i]![j] = 0;
  }
  yield* fill(0);
}

/** What the ties are broken by, least first: shortages, what is left over, then the quantities, most first. */
function rank({ supply, demand }: Transportation, x: readonly (readonly number[])[]): number[] {
  return [
    ...demand.map((d, j) => d - supply.reduce((sum, _, i) => sum + x[i]![j]!, 0)),
    ...supply.map((s, i) => s - x[i]!.reduce((a, b) => a + b, 0)),
    ...x.flat().map((q) => -q),
  ];
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const k = a.findIndex((x, i) => x !== b[i]);
  return k >= 0 && a[k]! < b[k]!;
}

const tableOf = (m: number, n: number, cell: fc.Arbitrary<number>) =>
  fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });

const instance = (size: number, most: number, costs: fc.Arbitrary<number>): fc.Arbitrary<Transportation> =>
  fc.tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size })).chain(([m, n]) =>
    fc.record({
      supply: fc.array(fc.integer({ min: 0, max: most }), { minLength: m, maxLength: m }),
      demand: fc.array(fc.integer({ min: 0, max: most }), { minLength: n, maxLength: n }),
      unitCost: tableOf(m, n, costs),
      shortageCost: fc.integer({ min: 0, max: 8 }),
    }),
  );

describe("ALLOCATE", () => {
  for (const { says, args, answer } of allocate.examples)
    for (const engine of [solve, solveByHighs, solveByLpSolver])
      it(`${says}, ${engine.name}`, async () => assert.deepEqual(await quantities(args, engine), answer));

  it("finds the least cost of GAMS's trnsport, 153.675", async () => {
    const unitCost = [
      [0.225, 0.153, 0.162],
      [0.225, 0.162, 0.126],
    ];
    const problem = { supply: [350, 600], demand: [325, 300, 275], unitCost, shortageCost: 2 };
    const { quantities: x } = await allocation(problem, solve);
    assert.ok(Math.abs(costOf(problem, x) - 153.675) < 1e-9);
  });

  it("is the cheapest of all allocations, and of the cheapest the one with the lowest indices", () =>
    fc.assert(
      fc.asyncProperty(instance(3, 2, fc.integer({ min: -2, max: 3 })), async (problem) => {
        let best: number[][] = [];
        for (const x of everyAllocation(problem)) {
          const gain = best.length === 0 ? -1 : costOf(problem, x) - costOf(problem, best);
          if (gain < 0 || (gain === 0 && before(rank(problem, x), rank(problem, best)))) best = x;
        }
        assert.deepEqual((await allocation(problem, solve)).quantities, best);
      }),
      { numRuns: 150, seed: 1 },
    ));

  it("does not depend on the engine, nor on which optimum it finds", () =>
    fc.assert(
      fc.asyncProperty(instance(12, 40, fc.integer({ min: 0, max: 4 })), async (problem) => {
        const nothing: Solve = (lp) =>
          Promise.resolve({ status: "optimal", values: lp.variables.map(() => 0), objective: 0, engine: "highs" });
        const found = await allocation(problem, solve);
        assert.equal(found.status, "optimal");
        assert.ok(found.quantities.flat().every(Number.isInteger));
        for (const engine of [solveByHighs, solveByLpSolver, nothing])
          assert.deepEqual((await allocation(problem, engine)).quantities, found.quantities);
      }),
      { numRuns: 60, seed: 2 },
    ));

  it("scales with costs and quantities, and costs the same in any order of the supplies", () =>
    fc.assert(
      fc.asyncProperty(instance(8, 99, fc.integer({ min: 0, max: 50 })), async (problem) => {
        const { quantities: x } = await allocation(problem, solve);
        const dearer = {
          ...problem,
          unitCost: problem.unitCost.map((line) => line.map((c) => c * 0.7)),
          shortageCost: problem.shortageCost * 0.7,
        };
        assert.deepEqual((await allocation(dearer, solve)).quantities, x);
        const thousands = {
          ...problem,
          supply: problem.supply.map((s) => s * 1000),
          demand: problem.demand.map((d) => d * 1000),
        };
        assert.deepEqual(
          (await allocation(thousands, solve)).quantities,
          x.map((line) => line.map((q) => q * 1000)),
        );
        const turned = { ...problem, supply: problem.supply.toReversed(), unitCost: problem.unitCost.toReversed() };
        assert.equal(costOf(turned, (await allocation(turned, solve)).quantities), costOf(problem, x));
      }),
      { numRuns: 60, seed: 3 },
    ));

  it("is the north-west corner where all costs are equal", async () => {
    assert.deepEqual(await quantities([column([5, 7, 9]), [[6, 4, 8]]]), [
      [5, 0, 0],
      [1, 4, 2],
      [0, 0, 6],
    ]);
    assert.deepEqual(await quantities([column([5, 7]), [[6, 4, 8]], column([3, 3]).map(([c]) => [c, c, c])]), [
      [5, 0, 0],
      [1, 4, 2],
    ]);
  });

  it("takes the extremes: one by one, nothing to give, nothing asked", async () => {
    assert.deepEqual(await quantities([5, 3]), [[3]]);
    assert.deepEqual(await quantities([0, 3, 7]), [[0]]);
    assert.deepEqual(await quantities([[[0, 0]], [[0, 0]]]), [
      [0, 0],
      [0, 0],
    ]);
    assert.deepEqual(await quantities([5, [[null, "", 2]]]), [[0, 0, 2]]);
    assert.deepEqual(await quantities([4, [[1, 1, 1, 1, 1]], [[5, 4, 3, 2, 1]]]), [[0, 1, 1, 1, 1]]);
  });

  it("is exact on tenths, thirds, billions and billionths", async () => {
    assert.deepEqual(await quantities([column([0.1, 0.2]), 0.3, column([1.1, 0.1 * 11])]), column([0.1, 0.2]));
    assert.deepEqual(
      await quantities([
        column([1e9, 1]),
        [[1e9, 1]],
        [
          [1, 2],
          [3, 4],
        ],
      ]),
      [
        [1e9, 0],
        [0, 1],
      ],
    );
    assert.deepEqual(await quantities([column([1e-9, 2e-9]), 2.5e-9, column([2, 1])]), column([5e-10, 2e-9]));
    const thirds = await quantities([column([1 / 3, 1 / 3]), 1, column([1, 2])]);
    assert.ok(thirds.every(([q]) => Math.abs(q! - 1 / 3) < 1e-14));
  });

  it("tells apart small costs beside a forbidding one or a huge shortage cost", async () => {
    const forbidden = [
      [1, 1e9],
      [1e9, 1.5],
      [1.25, 1.5],
    ];
    assert.deepEqual(await quantities([column([5, 5, 5]), [[6, 6]], forbidden]), [
      [5, 0],
      [0, 5],
      [1, 1],
    ]);
    assert.deepEqual(await quantities([column([5, 5]), 5, column([1.000001, 1]), 1e12]), column([0, 5]));
  });

  it("leaves short what costs more to send than to miss, and serves at the same cost", async () => {
    assert.deepEqual(await quantities([9, [[2, 3]], [[4, 5]], 4]), [[2, 0]]);
    assert.deepEqual(await quantities([9, [[2, 3]], [[4, 5]], 0]), [[0, 0]]);
    assert.deepEqual(await quantities([9, [[2, 3]], [[-1, 5]], 0]), [[2, 0]]);
  });

  it("says what is wrong with its arguments", async () => {
    assert.equal(
      await message([
        column([1, 2]),
        [[1, 2, 3]],
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ]),
      "#VALUE! unit_cost: must be 2 rows by 3 columns, one row a supply and one column a demand; got 3 rows by 2 columns",
    );
    assert.match(await message([[[-1, 2]], 3]), /^#VALUE! supply: cell 1 must be at least 0; got -1$/);
    assert.match(await message([1, [[3, -2]]]), /^#VALUE! demand: cell 2 /);
    assert.match(await message([1, 1, 1, -1]), /^#VALUE! shortage_cost: must be at least 0; got -1$/);
    assert.match(await message([1, 1, [["NA"]]]), /^#VALUE! unit_cost: /);
    const many = Array.from({ length: 150 }, () => 1);
    assert.match(await message([column(many), [many]]), /at most 20,000 pairs; got 150 supplies by 150 demands$/);
  });

  it("is #N/A where the engine finds nothing", async () => {
    for (const status of ["limit", "failed", "infeasible"] as const) {
      const outcome = await call([1, 1], () =>
        Promise.resolve({ status, values: [], objective: NaN, engine: "highs" }),
      );
      assert.ok("error" in outcome && outcome.error.code === "#N/A");
    }
  });
});

describe("an allocation with forbidden pairs", () => {
  it("leaves out pairs dearer than a shortage, by however much", async () => {
    for (const never of [9, 1e6 + 1, 1e15, 1e16, 1e300])
      for (const shortage of [8, 1e6].filter((p) => p < never)) {
        const costs = [
          [2, never],
          [3, 7],
        ];
        const answer = await quantities([column([8, 5]), [[4, 6]], costs, shortage]);
        assert.deepEqual(
          answer,
          [
            [4, 0],
            [0, 5],
          ],
          `${never}, ${shortage}`,
        );
      }
    assert.deepEqual(await quantities([[[8]], [[4]], [[1e16]], 0]), [[0]]);
  });
});
