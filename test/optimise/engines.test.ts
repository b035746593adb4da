import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { solveByHighs } from "../../server/engines/highs.ts";
import { solveByLpSolver } from "../../server/engines/lp-solver.ts";
import { solve } from "../../server/engines/solver.ts";
import { certify } from "../../shared/optimise/certificate.ts";
import { hasIntegers, type LinearProgram } from "../../shared/optimise/problem.ts";
import { anyProgram, row, variable } from "./problems.ts";

interface Golden {
  readonly tolerance: number;
  readonly cases: readonly {
    readonly name: string;
    readonly variables: readonly (readonly [number, number | null, number | null, boolean])[];
    readonly rows: readonly (readonly [number | null, number | null, readonly number[]])[];
    readonly status: string;
    readonly objective?: number;
    readonly values?: readonly number[];
  }[];
}

const golden = JSON.parse(readFileSync(new URL("../golden/linear-programmes.json", import.meta.url), "utf8")) as Golden;

const close = (a: number, b: number, tolerance = 1e-6): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

describe("engines on textbook problems", () => {
  for (const { name, variables, rows, status, objective, values } of golden.cases) {
    const problem: LinearProgram = {
      variables: variables.map(([cost, lower, upper, integer]) =>
        variable(cost, lower ?? -Infinity, upper ?? Infinity, integer),
      ),
      rows: rows.map(([lower, upper, a]) => row(lower ?? -Infinity, a, upper ?? Infinity)),
    };
    const engines = hasIntegers(problem) ? { solve, solveByHighs } : { solve, solveByHighs, solveByLpSolver };
    for (const [engine, run] of Object.entries(engines)) {
      it(`${name}: ${status}, ${engine}`, async () => {
        const solution = await run(problem);
        assert.equal(solution.status, status);
        if (objective === undefined) return;
        assert.ok(close(solution.objective, objective, golden.tolerance), `${solution.objective}`);
        values!.forEach((x, j) => assert.ok(close(solution.values[j]!, x, 1e-7), `x${j} = ${solution.values[j]}`));
        assert.ok(certify(problem, solution).ok);
      });
    }
  }
});

describe("engines on any problem", () => {
  it("agree: what one proves optimal has the other's cost", () =>
    fc.assert(
      fc.asyncProperty(anyProgram(false), async (problem) => {
        const [small, highs] = [await solveByLpSolver(problem), await solveByHighs(problem)];
        assert.notEqual(highs.status, "failed");
        if (highs.status === "optimal") assert.ok(certify(problem, highs).ok);
        if (small.status !== "optimal" || !certify(problem, small).ok) return;
        assert.equal(highs.status, "optimal");
        assert.ok(close(small.objective, highs.objective), `${small.objective} against ${highs.objective}`);
      }),
      { numRuns: 300, seed: 1 },
    ));

  it("answer integer programmes with exactly whole numbers that no other whole point beats", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })), {
          minLength: 1,
          maxLength: 9,
        }),
        fc.integer({ min: 0, max: 90 }),
        async (items, capacity) => {
          const problem: LinearProgram = {
            variables: items.map(([profit]) => variable(-profit, 0, 1, true)),
            rows: [
              row(
                -Infinity,
                items.map(([, weight]) => weight),
                capacity,
              ),
            ],
          };
          const { status, values, objective } = await solve(problem);
          let best = 0;
          for (let set = 0; set < 2 ** items.length; set++) {
            const taken = items.filter((_, k) => (set >> k) & 1);
            const weight = taken.reduce((sum, [, w]) => sum + w, 0);
            if (weight <= capacity)
              best = Math.max(
                best,
                taken.reduce((sum, [p]) => sum + p, 0),
              );
          }
          assert.equal(status, "optimal");
          assert.ok(values.every(Number.isInteger));
          assert.equal(objective, best === 0 ? objective : -best);
          assert.ok(Math.abs(objective) === best);
        },
      ),
      { numRuns: 60, seed: 2 },
    ));

  it("name the same problem infeasible, unbounded or optimal however its rows are turned", () =>
    fc.assert(
      fc.asyncProperty(anyProgram(false), async (problem) => {
        const turned: LinearProgram = {
          variables: problem.variables,
          rows: [...problem.rows].reverse().map(({ name, terms, lower, upper }) => ({
            name,
            terms: terms.map(([j, a]): [number, number] => [j, -a]),
            lower: -upper,
            upper: -lower,
          })),
        };
        const [a, b] = [await solve(problem), await solve(turned)];
        assert.equal(a.status, b.status);
        if (a.status === "optimal") assert.ok(close(a.objective, b.objective));
      }),
      { numRuns: 150, seed: 3 },
    ));

  it("give the same bits twice", async () => {
    const [problem] = fc.sample(anyProgram(true), { numRuns: 1, seed: 5 });
    assert.deepEqual(await solve(problem!), await solve(problem!));
  });
});

describe("HiGHS", () => {
  it("works again after a problem that it throws at", async () => {
    const good: LinearProgram = { variables: [variable(1, 2)], rows: [] };
    const bad: LinearProgram = { variables: [variable(1)], rows: [row(0, [1, 1], 1)] };
    assert.equal((await solveByHighs(bad)).status, "failed");
    assert.deepEqual((await solveByHighs(good)).values, [2]);
  });

  it("stops at the node limit with its best solution and a bound below it", async () => {
    // Chvatal's hard knapsacks (1980): even weights and an odd capacity, which cuts don't close.
    const weights = Array.from({ length: 30 }, (_, k) => 2 * (1000 + ((k * 7919) % 1000)));
    const problem: LinearProgram = {
      variables: weights.map((w, k) => variable(-w - (k % 3), 0, 1, true)),
      rows: [row(-Infinity, weights, 30_001)],
      nodeLimit: 1,
    };
    const solution = await solve(problem);
    assert.equal(solution.status, "limit");
    assert.ok(solution.values.every(Number.isInteger));
    assert.ok(solution.bound! < solution.objective);
    assert.ok(certify(problem, solution).ok);
  });

  it("stops within the gap it is given", async () => {
    const weights = Array.from({ length: 25 }, (_, k) => 100 + ((k * 37) % 91));
    const problem: LinearProgram = {
      variables: weights.map((w, k) => variable(-w - (k % 5), 0, 1, true)),
      rows: [row(-Infinity, weights, 1500)],
      gap: 0.05,
    };
    const { status, objective, bound } = await solve(problem);
    assert.equal(status, "optimal");
    assert.ok(objective - bound! <= 0.05 * Math.abs(objective) + 1e-6);
  });
});
