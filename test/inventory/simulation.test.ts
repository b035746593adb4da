import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction } from "../../shared/functions/index.ts";
import { wholeUnits } from "../../shared/inventory/demand/whole-units.ts";
import { exactSs, ssCosts } from "../../shared/inventory/policies/ss-exact.ts";
import { economicOrderQuantity } from "../../shared/inventory/economic-order-quantity.ts";
import { baseStockPolicy, fixedLotPolicy, minMaxPolicy } from "../../shared/inventory/simulation/policies.ts";
import { simulateStock, type StockCase } from "../../shared/inventory/simulation/simulate.ts";
import { studentQuantile } from "../../shared/inventory/simulation/student-quantile.ts";
import { summarise, type SimulationSummary } from "../../shared/inventory/simulation/summary.ts";
import type { StockPolicy } from "../../shared/inventory/simulation/stock-policy.ts";
import { mix, randomFrom } from "../../shared/numeric/random.ts";

const poissonPath = (mean: number, periods: number, seed: number): number[] => {
  const random = randomFrom(mix(seed, 7));
  return Array.from({ length: periods }, () => random.poisson(mean));
};

const costs = { ordering: 5, holding: 1, shortage: 4 };

/** Twenty runs of two thousand periods of Poisson(6) demand with backorders. */
function longRun(policy: StockPolicy, change: Partial<StockCase> = {}): SimulationSummary {
  const runs = Array.from({ length: 20 }, (_, k) =>
    simulateStock(
      { demand: poissonPath(6, 2000, k), leadTime: 0, costs, opening: 10, backorders: true, warmUp: 50, ...change },
      policy,
    ),
  );
  return summarise(runs, new Array<number>(20).fill(1));
}

const within = ({ low, high }: { low: number; high: number }, truth: number): void =>
  assert.ok(low <= truth && truth <= high, `${truth} is not between ${low} and ${high}`);

describe("the stock simulation", () => {
  it("agrees with the exact (s, S) within its interval, lead times 0 and 3", () => {
    for (const leadTime of [0, 3]) {
      const problem = {
        demand: wholeUnits("poisson", 6, 0),
        leadTimeDemand: wholeUnits("poisson", 6 * (leadTime + 1), 0),
        orderCost: 5,
        holdingCost: 1,
        shortageCost: 4,
      };
      const best = exactSs(problem);
      within(longRun(minMaxPolicy(best.s, best.S), { leadTime }).cost, best.cost);
      within(longRun(minMaxPolicy(2, 15), { leadTime }).cost, ssCosts(problem).cost(2, 15));
    }
  });

  it("agrees with the newsvendor's cost and fill rate of a base stock", () => {
    const mass = wholeUnits("poisson", 6, 0);
    const over = mass.reduce((sum, f, k) => sum + f * Math.max(0, 8 - k), 0);
    const short = mass.reduce((sum, f, k) => sum + f * Math.max(0, k - 8), 0);
    const { holding, shortage, fillByUnit } = longRun(baseStockPolicy(8));
    within(holding, over);
    within(shortage, 4 * short);
    // Units owed are served first by the next receipt; those asked for are met on the spot or not.
    within(fillByUnit, 1 - short / 6);
  });

  it("costs what the EOQ formula says where demand is steady", () => {
    const lot = economicOrderQuantity({ demand: 1, orderCost: 50, holdingCost: 0.01 });
    assert.equal(lot, 100);
    const { cost } = summarise(
      [
        simulateStock(
          {
            demand: new Array<number>(10_000).fill(1),
            leadTime: 0,
            costs: { ordering: 50, holding: 0.01, shortage: 1 },
            opening: 0,
          },
          fixedLotPolicy(0, lot),
        ),
      ],
      [1],
    );
    // End stocks run from 99 down to 0, half a unit below the formula's mean of 50.
    assert.ok(Math.abs(cost.value - (Math.sqrt(2 * 50 * 0.01) - 0.5 * 0.01)) < 1e-9);
  });

  it("conserves units, whatever the policy", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }),
        fc.nat(5),
        fc.nat(30),
        fc.nat(30),
        fc.boolean(),
        (demand, leadTime, s, more, backorders) => {
          const policy = minMaxPolicy(s, s + more);
          let ordered = 0;
          let last = { onHand: 0, owed: 0, onOrder: 0 };
          const watched: StockPolicy = {
            name: "watched",
            order(view) {
              assert.equal(view.past.length, view.period);
              assert.ok(view.onHand >= 0 && view.owed >= 0 && (backorders || view.owed === 0));
              assert.ok(Math.abs(view.due.reduce((a, b) => a + b, 0) - view.onOrder) < 1e-9);
              last = view;
              const quantity = policy.order(view);
              ordered += quantity;
              return quantity;
            },
          };
          const run = simulateStock({ demand, leadTime, costs, opening: 7, backorders }, watched);
          assert.equal(run.ordering, costs.ordering * run.orders);
          assert.ok(run.served <= run.demand);
          assert.ok(last.onHand + last.onOrder <= 7 + ordered);
        },
      ),
    );
  });

  it("lets no policy see what is to come", () => {
    const seen: number[][] = [];
    const spy: StockPolicy = { name: "spy", order: ({ past }) => (seen.push([...past]), 0) };
    simulateStock({ demand: [1, 2, 3], past: [9], leadTime: 1, costs, opening: 5 }, spy);
    assert.deepEqual(seen, [[9], [9, 1], [9, 1, 2]]);
  });

  it("has the quantiles of Student's t", () => {
    // R 4.3: qt(0.975, c(1, 4, 19, 1000))
    const known: [number, number][] = [
      [1, 12.7062047361747],
      [4, 2.77644510519779],
      [19, 2.09302405440831],
      [1000, 1.96233908082641],
    ];
    for (const [freedom, t] of known) assert.ok(Math.abs(studentQuantile(0.975, freedom) - t) < 1e-9 * t);
  });
});

describe("SIMULATE", () => {
  const call = async (...args: unknown[]): Promise<unknown> => {
    const outcome = await evaluate(findFunction("SIMULATE")!, args, {} as never, (error) => {
      throw error;
    });
    return "error" in outcome ? outcome.error.message : outcome.value;
  };
  const column = poissonPath(6, 300, 1).map((x) => [x]);

  it("draws the same courses for every policy, and the same again", async () => {
    const args = (S: number): unknown[] => [
      [["base-stock", S]],
      column,
      1,
      0,
      1,
      9,
      "lost",
      null,
      null,
      null,
      null,
      10,
      20,
    ];
    const [one, again, more] = [await call(...args(14)), await call(...args(14)), await call(...args(18))];
    assert.deepEqual(one, again);
    const [a, b] = [one as (string | number)[][], more as (string | number)[][]];
    assert.equal(a.length, 8);
    for (const [, value, low, high] of a) assert.ok(low! <= value! && value! <= high!);
    assert.ok(b[4]![1]! > a[4]![1]!, "more stock, a better fill rate");
    assert.ok(b[6]![1]! > a[6]![1]!);
  });

  it("weighs the fill rate by value", async () => {
    const rows = (await call(
      [["nothing"]],
      [
        [1, 1],
        [1, 1],
      ],
      0,
      0,
      1,
      1,
      "lost",
      1,
      null,
      null,
      [[3, 1]],
    )) as number[][];
    assert.equal(rows[4]![1], 0.5);
    const other = (await call(
      [["nothing"]],
      [
        [1, 3],
        [1, 3],
      ],
      0,
      0,
      1,
      1,
      "lost",
      2,
      null,
      null,
      [[3, 1]],
    )) as number[][];
    assert.equal(other[4]![1], 0.5);
    assert.equal(other[5]![1], (2 * 3 + 2) / (2 * 3 + 6));
  });

  it("says what is wrong", async () => {
    const bad: [unknown[], RegExp][] = [
      [[[["best"]], column, 1, 1, 1, 1], /^policy: must start with one of "s,S"/],
      [[[["s,S", 5]], column, 1, 1, 1, 1], /^policy: "s,S" takes two numbers/],
      [[[["s,S", 5, 4]], column, 1, 1, 1, 1], /^policy: S must be at least s/],
      [[[["r,Q", 5, 0]], column, 1, 1, 1, 1], /^policy: Q must be greater than 0/],
      [[[["base-stock", 5]], [[1], ["NA"]], 1, 1, 1, 1], /^demand: must be known/],
      [[[["base-stock", 5]], column, 1, -1, 1, 1], /^order_cost: must be at least 0/],
      [
        [[["base-stock", 5]], column, 1, 1, 1, 1, "lost", 1, 0, 0, 1, 300],
        /^warm_up: must be less than the 300 periods/,
      ],
      [[[["base-stock", 5]], column, 1, 1, 1, 1, "lost", 1, 0, 0, [[1, 2]]], /^unit_value: must be one number/],
      [[[["periodic", 0, 5]], column, 1, 1, 1, 1], /^policy: the periods between orders/],
    ];
    for (const [args, message] of bad) assert.match(String(await call(...args)), message);
  });
});
