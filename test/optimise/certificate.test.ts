import assert from "node:assert/strict";
import { certify } from "../../shared/optimise/certificate.ts";
import { dualBound } from "../../shared/optimise/dual-bound.ts";
import type { LinearProgram, Solution } from "../../shared/optimise/problem.ts";
import { row, variable } from "./problems.ts";

/** Wyndor Glass: Hillier and Lieberman, Introduction to Operations Research, table 6.1: shadow prices 0, 1.5, 1. */
const wyndor: LinearProgram = {
  variables: [variable(-3), variable(-5)],
  rows: [row(-Infinity, [1, 0], 4), row(-Infinity, [0, 2], 12), row(-Infinity, [3, 2], 18)],
};
const optimum: Solution = { status: "optimal", values: [2, 6], objective: -36, duals: [0, -1.5, -1], engine: "highs" };

describe("certificate", () => {
  it("accepts the textbook's optimum with its shadow prices", () =>
    assert.deepEqual(certify(wyndor, optimum), { ok: true, worst: 0, objective: -36, bound: -36 }));

  it("recomputes the objective", () => assert.equal(certify(wyndor, { ...optimum, objective: -99 }).objective, -36));

  it("names the row with the worst violation", () => {
    const { ok, worst, violated } = certify(wyndor, { ...optimum, values: [4, 6] });
    assert.equal(ok, false);
    assert.equal(violated, "row of 3 2");
    assert.ok(Math.abs(worst - 6 / 12) < 1e-12);
  });

  it("refuses shadow prices that prove less, have the wrong sign, or are missing", () => {
    for (const duals of [
      [0, -1.5, -0.9],
      [0, 1.5, 1],
      [0, 0, 0],
      [0, -1.5],
    ])
      assert.equal(certify(wyndor, { ...optimum, duals }).ok, false);
    const unproven: Solution = { status: "optimal", values: [2, 6], objective: -36, engine: "highs" };
    assert.equal(certify(wyndor, unproven).ok, false);
  });

  it("bounds every feasible cost from below by any shadow prices of the right sign", () => {
    for (const duals of [
      [-3, -2.5, 0],
      [0, -1.5, -1],
      [-9, -9, -9],
    ])
      for (const [x, y] of [
        [0, 0],
        [4, 3],
        [2, 6],
        [0, 6],
      ])
        assert.ok(dualBound(wyndor, [x!, y!], duals) <= -3 * x! - 5 * y! + 1e-9);
  });

  it("asks for whole numbers and the engine's bound of an integer programme, up to its gap", () => {
    const whole: LinearProgram = { variables: [variable(-2, 0, 5.5, true)], rows: [], gap: 0.2 };
    const say = (x: number, bound: number): boolean =>
      certify(whole, { status: "optimal", values: [x], objective: -2 * x, bound, engine: "highs" }).ok;
    assert.equal(say(5, -10), true);
    assert.equal(say(5, -11.9), true);
    assert.equal(say(5, -12.1), false);
    assert.equal(say(4.5, -9), false);
    assert.equal(say(6, -12), false);
  });

  it("measures violations against the size of the numbers", () => {
    const huge: LinearProgram = { variables: [variable(1)], rows: [row(1e12, [1], Infinity)] };
    const say = (x: number): boolean => certify(huge, { ...optimum, values: [x], duals: [1] }).ok;
    assert.equal(say(1e12 - 1), true);
    assert.equal(say(1e12 - 1e7), false);
  });

  it("asks no proof of an answer that stopped at a limit, but that it is feasible", () => {
    assert.equal(certify(wyndor, { ...optimum, status: "limit", values: [0, 0] }).ok, true);
    assert.equal(certify(wyndor, { ...optimum, status: "limit", values: [9, 0] }).ok, false);
  });
});
