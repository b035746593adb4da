import assert from "node:assert/strict";
import { loadedHighs } from "../../../server/engines/highs.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { valuePlan } from "../../../shared/purchasing/joint/evaluate.ts";
import { noSolver } from "../../../shared/purchasing/joint/mixed.ts";
import { solvePart } from "../../../shared/purchasing/joint/solve-part.ts";
import { budget, largeOrder, needOf } from "./large-orders.ts";

describe("large orders with every rule", () => {
  it("are proven to 50 millionths of their value", async () => {
    const solver = await loadedHighs();
    for (const seed of [3, 7, 11]) {
      const order = largeOrder(randomFrom(seed), "S", 50);
      const problem = { orders: [order], caps: [], consolidations: [], sources: [] };
      const { picks, objective, bound, value } = solvePart(problem, solver);
      const { objective: valued, broken } = valuePlan(problem, picks!);
      assert.deepEqual([broken, valued], [[], objective]);
      assert.ok(objective - bound <= 50e-6 * order.rate * value!.orders[0]!.value, `${objective} over ${bound}`);
    }
  });

  it("have a true bound and a plan without a solver too", async () => {
    const order = largeOrder(randomFrom(7), "S", 50);
    const problem = { orders: [order], caps: [], consolidations: [], sources: [] };
    const [best, rough] = [solvePart(problem, await loadedHighs()), solvePart(problem, noSolver)];
    assert.ok(rough.bound <= best.objective + 1e-6 && rough.objective >= best.bound - 1e-6);
    assert.ok(rough.picks);
  });

  it("that share a budget keep to it, are proven to a thousandth of their value, the same each time", async () => {
    const solver = await loadedHighs();
    const random = randomFrom(3);
    const orders = [0, 1, 2].map((s) => largeOrder(random, `S${s}`, 20));
    const problem = {
      orders,
      caps: [budget(orders, Math.round(0.85 * needOf(orders)))],
      consolidations: [],
      sources: [],
    };
    const [one, two] = [solvePart(problem, solver), solvePart(problem, solver)];
    assert.deepEqual([two.picks, two.bound], [one.picks, one.bound]);
    assert.ok(one.value!.used[0]! <= problem.caps[0]!.limit + 1e-6);
    const value = one.value!.orders.reduce((sum, { value: v }, s) => sum + v * orders[s]!.rate, 0);
    assert.ok(one.objective - one.bound <= 1e-3 * value, `${one.objective} over ${one.bound}`);
  });
});
