import assert from "node:assert/strict";
import fc from "fast-check";
import { wholeUnits } from "../../../shared/inventory/demand/whole-units.ts";
import { allowedOrders, orderGrid } from "../../../shared/inventory/mdp/allowed-orders.ts";
import { demandPath, simulatedCosts } from "../../../shared/inventory/mdp/lost-sales-simulation.ts";
import { optimalPolicy, type OptimalPolicy } from "../../../shared/inventory/mdp/optimal-policy.ts";
import { cappedBaseStockRule } from "../../../shared/inventory/mdp/order-rule.ts";
import { pipelineMdp } from "../../../shared/inventory/mdp/pipeline-mdp.ts";
import { demandOverPeriods } from "../../../shared/inventory/mdp/position-mdp.ts";
import { unitsIn, type ReplenishmentProblem, type StockPosition } from "../../../shared/inventory/mdp/problem.ts";
import { optimalMdpPolicy } from "../../../shared/inventory/mdp/relative-value-iteration.ts";
import { ruleCost } from "../../../shared/inventory/mdp/rule-cost.ts";
import { packRound } from "../../../shared/inventory/pack-round.ts";
import { exactSs, ssCosts } from "../../../shared/inventory/policies/ss-exact.ts";
import { lostSales, TABLE } from "./problems.ts";

const LIMITS = { places: 1e6, steps: 2e9 };

function solved(problem: ReplenishmentProblem, asked?: StockPosition[]): OptimalPolicy {
  const policy = optimalPolicy(problem, asked);
  assert.ok(policy);
  return policy;
}

/** Gaussian elimination with partial pivoting. */
function solveLinear(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k; i < n; i += 1) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i < n; i += 1) {
      const factor = i === k ? 0 : rows[i]![k]! / rows[k]![k]!;
      if (factor !== 0) for (let j = k; j <= n; j += 1) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!);
}

/** For lead times of one and two periods. */
function positionsUpTo({ leadTime }: ReplenishmentProblem, most: number, largest: number): number[][] {
  const states: number[][] = [];
  for (let x = 0; x <= most; x += 1)
    if (leadTime === 1) states.push([x]);
    else for (let q = 0; q <= largest && x + q <= most; q += 1) states.push([x, q]);
  return states;
}

/**
 * Independent of the solver: values v and cost g of the answered policy by linear equations, and the largest amount by
 * which any order at any position beats g + v: at most rounding where the policy is optimal.
 */
function bellmanGain(problem: ReplenishmentProblem, policy: OptimalPolicy, most: number, largest: number) {
  const { demand, leadTime, holdingCost, shortageCost, orderCost } = problem;
  const states = positionsUpTo(problem, most, largest);
  const placeOf = new Map(states.map((state, i) => [state.join(), i]));
  const chances = (state: readonly number[], order: number): Map<number, number> => {
    const next = new Map<number, number>();
    demand.forEach((share, d) => {
      const left = Math.max(0, state[0]! - d);
      const to = placeOf.get((leadTime === 1 ? [left + order] : [left + state[1]!, order]).join())!;
      next.set(to, (next.get(to) ?? 0) + share);
    });
    return next;
  };
  const cost = (state: readonly number[], order: number): number =>
    demand.reduce(
      (sum, share, d) => {
        const left = state[0]! - d;
        return sum + share * (left > 0 ? holdingCost * left : -shortageCost * left);
      },
      order > 0 ? orderCost : 0,
    );
  // Unknowns: g in place of v of the first state, which is 0.
  const matrix = states.map((state, i) => {
    const row = new Array<number>(states.length).fill(0);
    row[i]! += 1;
    for (const [to, share] of chances(state, policy.order(state))) row[to]! -= share;
    row[0] = 1;
    return row;
  });
  const [g, ...rest] = solveLinear(
    matrix,
    states.map((state) => cost(state, policy.order(state))),
  ) as [number, ...number[]];
  const values = [0, ...rest];
  let gain = 0;
  states.forEach((state, i) => {
    for (let order = 0; order <= Math.min(largest, most - unitsIn(state)); order += 1) {
      let value = cost(state, order);
      for (const [to, share] of chances(state, order)) value += share * values[to]!;
      gain = Math.max(gain, g + values[i]! - value);
    }
  });
  return { g, gain };
}

describe("the optimal replenishment policy", () => {
  for (const given of [
    ...TABLE.filter(({ shortageCost }) => shortageCost !== 9),
    { leadTime: 1, shortageCost: 19, orderCost: 10 },
    { leadTime: 2, shortageCost: 9, orderCost: 5, demand: [0.4, 0.3, 0, 0.2, 0.05, 0.05] },
  ])
    it(`satisfies Bellman's equation: ${JSON.stringify({ ...given, demand: undefined })}`, () => {
      const problem = lostSales(given);
      const [most, largest] = given.leadTime === 1 ? [40, 25] : [26, 12];
      const { g, gain } = bellmanGain(problem, solved(problem, positionsUpTo(problem, most, largest)), most, largest);
      const policy = solved(problem);
      assert.ok(Math.abs(g - policy.cost) < 1e-8 && gain < 1e-8, `${g} ${policy.cost} ${gain}`);
      assert.ok(policy.residual < 1e-8);
    });

  for (const orderCost of [0, 30])
    it(`is the same within wider bounds: order cost ${orderCost}`, () => {
      for (const leadTime of [1, 2, 3]) {
        const problem = lostSales({ leadTime, orderCost, shortageCost: 19, demand: wholeUnits("poisson", 2, 0) });
        const policy = solved(problem);
        const positions = policy.positions();
        const highest = Math.max(...positions.map((position) => unitsIn(position) + policy.order(position)));
        const largest = Math.max(...positions.map((position) => policy.order(position)));
        const orders = allowedOrders(orderGrid({}), largest + 8);
        const wide = optimalMdpPolicy(pipelineMdp(problem, { orders, quantities: orders, most: highest + 12 }), 4e9)!;
        assert.ok(Math.abs(wide.cost - policy.cost) < 1e-8, `${wide.cost} ${policy.cost}`);
      }
    });

  it("with backorders is the exact (s, S)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 12, noNaN: true }),
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (mean, orderCost, shortageCost, leadTime) => {
          const demand = wholeUnits("poisson", mean, 0);
          const ss = {
            demand,
            leadTimeDemand: demandOverPeriods(demand, leadTime + 1),
            orderCost,
            holdingCost: 1,
            shortageCost,
          };
          const costs = ssCosts(ss);
          const least = exactSs(ss).cost;
          const policy = solved(lostSales({ demand, orderCost, shortageCost, leadTime, unmet: "backordered" }));
          assert.ok(Math.abs(policy.cost / least - 1) < 1e-8, `${policy.cost} ${least}`);
          // Other levels may be as good: those that the policy goes by cost as little.
          const ordering = policy.positions().filter((position) => policy.order(position) > 0);
          const point = Math.max(...ordering.map(unitsIn));
          const levels = new Set(ordering.map((position) => unitsIn(position) + policy.order(position)));
          assert.equal(levels.size, 1);
          const [level] = [...levels] as [number];
          assert.ok(Math.abs(costs.cost(point, level) / least - 1) < 1e-8, `${point} ${level}`);
          assert.equal(policy.order([-5000]), 5000 + level);
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });

  it("costs more with dearer shortages, dearer holding, dearer orders and a longer lead time", () => {
    const cost = (given: Partial<ReplenishmentProblem>): number => solved(lostSales(given)).cost;
    const demand = wholeUnits("negative-binomial", 2, 2);
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.constantFrom(0, 3, 15),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom("lost" as const, "backordered" as const),
        (shortageCost, holdingCost, orderCost, leadTime, unmet) => {
          const given = { demand, shortageCost, holdingCost, orderCost, leadTime, unmet };
          const base = cost(given) * (1 - 1e-9);
          assert.ok(cost({ ...given, shortageCost: 1.5 * shortageCost }) >= base);
          assert.ok(cost({ ...given, holdingCost: 1.5 * holdingCost }) >= base);
          assert.ok(cost({ ...given, orderCost: orderCost + 2 }) >= base);
          assert.ok(cost({ ...given, leadTime: leadTime + 1 }) >= base);
          const times = { shortageCost: 7 * shortageCost, holdingCost: 7 * holdingCost, orderCost: 7 * orderCost };
          assert.ok(Math.abs(cost({ ...given, ...times }) / cost(given) - 7) < 1e-7, "scales with money");
        },
      ),
      { numRuns: 15, seed: 3 },
    );
  });

  it("costs no more than any capped base-stock policy, nor than losing every sale", () => {
    for (const shortageCost of [2, 9, 39]) {
      const problem = lostSales({ leadTime: 2, shortageCost });
      const { cost } = solved(problem);
      assert.ok(cost <= shortageCost * 5);
      for (const level of [14, 18, 22])
        for (const cap of [4, 6, 9])
          assert.ok(ruleCost(problem, cappedBaseStockRule(level, cap, {}), LIMITS)!.cost >= cost);
    }
  });

  it("orders less the more there is, older stock counting least", () => {
    const policy = solved(lostSales({ leadTime: 3, shortageCost: 9 }));
    const orders = new Map(policy.positions().map((position) => [position.join(), policy.order(position)]));
    let compared = 0;
    for (const position of policy.positions()) {
      const drops = position.map((_, i) => {
        const more = position.map((units, j) => (i === j ? units + 1 : units));
        return orders.get(position.join())! - (orders.get(more.join()) ?? NaN);
      });
      if (drops.some(Number.isNaN)) continue;
      compared += 1;
      assert.ok(drops.every((drop) => drop === 0 || drop === 1) && drops[0]! <= drops[1]! && drops[1]! <= drops[2]!);
    }
    assert.ok(compared > 500);
  });

  it("keeps the supplier's rules at every position", () => {
    for (const unmet of ["lost", "backordered"] as const)
      for (const rules of [{ moq: 7 }, { multiple: 4 }, { moq: 6, multiple: 4, maximum: 13 }, { maximum: 6 }]) {
        const policy = solved(lostSales({ rules, unmet, shortageCost: 19 }));
        const free = solved(lostSales({ unmet, shortageCost: 19 }));
        assert.ok(policy.cost >= free.cost - 1e-9);
        const placed = policy.positions().map((position) => policy.order(position));
        assert.ok(placed.some((order) => order > 0));
        for (const order of placed) assert.equal(packRound(order, rules), order);
      }
  });

  it("costs in simulation what it says", () => {
    for (const leadTime of [1, 3]) {
      const problem = lostSales({ leadTime, orderCost: 4, demand: wholeUnits("negative-binomial", 2, 2) });
      const policy = solved(problem);
      const path = demandPath(problem, 200 + 200 * 300, 9);
      const costs = simulatedCosts(problem, policy.order, path, { warmUp: 200, batch: 300 }).map((sum) => sum / 300);
      const mean = costs.reduce((a, b) => a + b, 0) / costs.length;
      const sd = Math.sqrt(costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / (costs.length - 1));
      assert.ok(Math.abs(mean - policy.cost) < (3.5 * sd) / Math.sqrt(costs.length), `${mean} ${policy.cost}`);
    }
  });

  it("answers a position whose orders on their way are no usual ones", () => {
    const problem = lostSales({ leadTime: 2, rules: { multiple: 5 } });
    const policy = solved(problem, [[2, 3]]);
    assert.equal(policy.order([2, 3]) % 5, 0);
    assert.ok(policy.order([2, 3]) <= policy.order([0, 0]) && policy.order([2, 3]) > 0);
    assert.ok(Math.abs(policy.cost - solved(problem).cost) < 1e-9);
    assert.ok(policy.positions().every(([, due]) => due! % 5 === 0));
  });

  it("needs no stock where demand is sure", () => {
    const sure = { demand: [0, 0, 0, 1], leadTime: 2 };
    for (const unmet of ["lost", "backordered"] as const) assert.ok(solved(lostSales({ ...sure, unmet })).cost < 1e-9);
    // Three units a period, 60 an order: losing them all costs less, 12 a period.
    const dear = solved(lostSales({ ...sure, orderCost: 60 }));
    assert.ok(Math.abs(dear.cost - 12) < 1e-8 && dear.order([0, 0]) === 0);
    assert.deepEqual(dear.positions(), [[0, 0]]);
  });

  it("gives up at once where there are too many positions", () => {
    assert.equal(optimalPolicy(lostSales({ leadTime: 12, shortageCost: 39 })), null);
    const many = { demand: wholeUnits("normal", 9000, 3000), unmet: "backordered" as const };
    assert.equal(optimalPolicy(lostSales(many)), null);
  });
});
