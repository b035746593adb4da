import assert from "node:assert/strict";
import { solve } from "../../server/engines/solver.ts";
import { enginesFor } from "../../server/engines/engines-for.ts";
import { solveByHighs } from "../../server/engines/highs.ts";
import type { LinearProgram, Solution } from "../../shared/optimise/problem.ts";
import { row, variable } from "./problems.ts";

const problem: LinearProgram = { variables: [variable(1), variable(2)], rows: [row(3, [1, 1], Infinity)] };
const right: Solution = { status: "optimal", values: [3, 0], objective: 3, duals: [1], engine: "highs" };
const says = (solution: Solution) => () => Promise.resolve(solution);
const wrong: Readonly<Record<string, Solution>> = {
  "breaks a row": { ...right, values: [2, 0] },
  "breaks a bound": { ...right, values: [4, -1] },
  "costs too much": { ...right, values: [0, 3], objective: 6 },
  "misstates its cost and is dear": { ...right, values: [0, 3], objective: 3 },
  "proves nothing": { status: "optimal", values: [3, 0], objective: 3, engine: "javascript-lp-solver" },
  "holds no number": { ...right, values: [NaN, 3] },
  "has too few values": { ...right, values: [3] },
  "has no values": { ...right, values: [] },
};

describe("solver", () => {
  for (const [what, solution] of Object.entries(wrong)) {
    it(`never hands on an answer that ${what}`, async () => {
      assert.equal((await solve(problem, [says(solution)])).status, "failed");
      assert.deepEqual((await solve(problem, [says(solution), solveByHighs])).values, [3, 0]);
    });
  }

  it("does not believe javascript-lp-solver that a problem is infeasible", async () => {
    const doubted: Solution = { status: "infeasible", values: [], objective: NaN, engine: "javascript-lp-solver" };
    assert.equal((await solve(problem, [says(doubted), solveByHighs])).status, "optimal");
    assert.equal((await solve(problem, [says(doubted)])).status, "failed");
  });

  it("answers with the shadow prices and the bound that prove the optimum", async () => {
    const { objective, bound, duals } = await solve(problem);
    assert.equal(objective, 3);
    assert.equal(bound, 3);
    assert.deepEqual(duals, [1]);
  });

  it("solves integers by HiGHS alone, small programmes by javascript-lp-solver first", () => {
    const whole = { ...problem, variables: [variable(1, 0, 9, true), variable(2)] };
    assert.deepEqual(enginesFor(whole), [solveByHighs]);
    assert.equal(enginesFor(problem).length, 2);
    const large = { variables: Array.from({ length: 20_000 }, () => variable(1)), rows: [row(1, [1], 2)] };
    assert.deepEqual(enginesFor(large), [solveByHighs]);
  });

  it("takes problems without rows, without variables, and with crossed bounds", async () => {
    assert.deepEqual((await solve({ variables: [variable(1, 2, 5), variable(-1, 0, 4)], rows: [] })).values, [2, 4]);
    assert.equal((await solve({ variables: [variable(-1)], rows: [] })).status, "unbounded");
    const empty = await solve({ variables: [], rows: [] });
    assert.equal(empty.status, "optimal");
    assert.equal(empty.objective, 0);
    assert.equal((await solve({ variables: [], rows: [row(1, [], 2)] })).status, "infeasible");
    assert.equal((await solve({ variables: [], rows: [row(-1, [], 2)] })).status, "optimal");
    assert.equal((await solve({ variables: [variable(1, 2, 1)], rows: [] })).status, "infeasible");
  });

  it("adds up a variable named twice in a row", async () => {
    const twice = {
      name: "twice",
      terms: [
        [0, 1],
        [0, 1],
      ] as [number, number][],
      lower: 4,
      upper: Infinity,
    };
    for (const engine of enginesFor(problem))
      assert.deepEqual((await engine({ variables: [variable(1)], rows: [twice] })).values, [2]);
  });

  it("keeps a switch and what it switches together when rounding the switch", async () => {
    // x <= 1e6 y, x >= 0.05: a solver may leave y at 5e-8, which rounds to a switch that is off.
    const solution = await solve({
      variables: [variable(0, 0.05, 1), variable(1, 0, 1, true)],
      rows: [row(-Infinity, [1, -1e6], 0)],
    });
    assert.equal(solution.status, "optimal");
    assert.equal(solution.values[1], 1);
  });

  it("refuses a problem whose numbers are not finite, as a fault", async () => {
    await assert.rejects(solve({ variables: [variable(NaN)], rows: [] }));
    await assert.rejects(solve({ variables: [variable(1)], rows: [row(NaN, [1], 1)] }));
    await assert.rejects(solve({ variables: [variable(1)], rows: [row(0, [1, 1], 1)] }));
  });
});
