import assert from "node:assert/strict";
import fc from "fast-check";
import { jointPlan } from "../../shared/inventory/lots/joint-replenishment.ts";
import { silverJointPlan } from "../../shared/inventory/lots/silver-joint-plan.ts";
import { lotForLot, partPeriod, silverMeal } from "../../shared/inventory/lots/lot-heuristics.ts";
import type { LotPlanCosts } from "../../shared/inventory/lots/lot-plan.ts";
import { allUnitsDiscount, incrementalDiscount } from "../../shared/inventory/lots/quantity-discount.ts";
import { wagnerWhitin } from "../../shared/inventory/lots/wagner-whitin.ts";

/** Total cost of a plan, with no stock at the beginning. */
function lotPlanCost(lots: readonly number[], demand: readonly number[], costs: LotPlanCosts): number {
  let stock = 0;
  return lots.reduce((sum, lot, t) => {
    stock += lot - demand[t]!;
    return sum + (lot > 0 ? costs.order[t]! + costs.unit[t]! * lot : 0) + costs.holding[t]! * stock;
  }, 0);
}

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const plan = fc.integer({ min: 1, max: 10 }).chain((n) => {
  const each = (max: number): fc.Arbitrary<number[]> => fc.array(real(0, max), { minLength: n, maxLength: n });
  return fc.record({
    demand: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: n, maxLength: n }),
    costs: fc.record({ order: each(500), holding: each(5), unit: each(10) }),
  });
});

/** Least cost over every choice of periods to order in. */
function bruteForce(demand: readonly number[], costs: Parameters<typeof lotPlanCost>[2]): number {
  let best = Infinity;
  for (let chosen = 0; chosen < 2 ** demand.length; chosen += 1) {
    const lots = demand.map(() => 0);
    let from = -1;
    let feasible = true;
    demand.forEach((d, t) => {
      if ((chosen >> t) & 1) from = t;
      if (from >= 0) lots[from]! += d;
      else if (d > 0) feasible = false;
    });
    if (feasible) best = Math.min(best, lotPlanCost(lots, demand, costs));
  }
  return best;
}

describe("lot sizes", () => {
  it("of Wagner and Whitin cost the least there is, and no more than any heuristic's", () => {
    fc.assert(
      fc.property(plan, ({ demand, costs }) => {
        const best = lotPlanCost(wagnerWhitin(demand, costs), demand, costs);
        assert.ok(Math.abs(best - bruteForce(demand, costs)) <= 1e-9 * (1 + best));
        for (const rule of [silverMeal, partPeriod, lotForLot])
          assert.ok(best <= lotPlanCost(rule(demand, costs), demand, costs) * (1 + 1e-9) + 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it("of every rule serve all demand in time, with nothing left at the end", () => {
    fc.assert(
      fc.property(plan, ({ demand, costs }) => {
        for (const rule of [wagnerWhitin, silverMeal, partPeriod, lotForLot]) {
          let stock = 0;
          rule(demand, costs).forEach((lot, t) => {
            stock += lot - demand[t]!;
            assert.ok(lot >= 0 && stock >= -1e-9);
          });
          assert.ok(Math.abs(stock) < 1e-9);
        }
      }),
    );
  });
});

const tariff = fc
  .record({
    demand: real(100, 1e5),
    orderCost: real(1, 500),
    holdingRate: real(0.05, 0.6),
    from: fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 }),
    prices: fc.array(real(1, 10), { minLength: 6, maxLength: 6 }),
  })
  .map(({ from, prices, ...costs }) => {
    const falling = [...prices].sort((a, b) => b - a);
    const breaks = [0, ...from.sort((a, b) => a - b)].map((quantity, i) => ({ from: quantity, price: falling[i]! }));
    return { breaks, costs };
  });

describe("quantity discounts", () => {
  it("are never dearer than ordering at any break, or any other quantity", () => {
    fc.assert(
      fc.property(tariff, real(1, 9000), ({ breaks, costs }, any) => {
        const { demand, orderCost, holdingRate } = costs;
        const allUnits = (quantity: number): number => {
          const price = breaks.filter((b) => b.from <= quantity).at(-1)!.price;
          return price * demand + (orderCost * demand) / quantity + (holdingRate * price * quantity) / 2;
        };
        const incremental = (quantity: number): number => {
          const paid = breaks.reduce((sum, { from, price }, i) => {
            const units = Math.min(quantity, breaks[i + 1]?.from ?? Infinity) - from;
            return sum + Math.max(0, units) * price;
          }, 0);
          return (paid * demand) / quantity + (orderCost * demand) / quantity + (holdingRate * paid) / 2;
        };
        const [all, extra] = [allUnitsDiscount(breaks, costs), incrementalDiscount(breaks, costs)];
        assert.ok(Math.abs(all.cost / allUnits(all.quantity) - 1) < 1e-9);
        assert.ok(Math.abs(extra.cost / incremental(extra.quantity) - 1) < 1e-9);
        for (const quantity of [any, ...breaks.map((b) => b.from).filter((q) => q > 0)]) {
          assert.ok(all.cost <= allUnits(quantity) * (1 + 1e-12));
          assert.ok(extra.cost <= incremental(quantity) * (1 + 1e-12));
        }
      }),
    );
  });
});

describe("joint replenishment", () => {
  const items = fc.array(fc.record({ minorCost: real(1, 200), holdingCost: real(0.1, 20), demand: real(1, 5000) }), {
    minLength: 1,
    maxLength: 8,
  });

  it("is never dearer than Silver's heuristic, nor than any multiples and cycle tried", () => {
    fc.assert(
      fc.property(
        items,
        real(0, 500),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 8, maxLength: 8 }),
        (list, major, tried) => {
          const best = jointPlan(major, list);
          assert.ok(best.cost <= silverJointPlan(major, list).cost * (1 + 1e-12));
          const costOf = (cycle: number, multiples: readonly number[]): number =>
            list.reduce(
              (sum, { minorCost, holdingCost, demand }, i) =>
                sum + minorCost / (multiples[i]! * cycle) + (cycle / 2) * holdingCost * demand * multiples[i]!,
              major / cycle,
            );
          assert.ok(Math.abs(costOf(best.cycle, best.multiples) / best.cost - 1) < 1e-9);
          for (const by of [0.7, 1, 1.4]) assert.ok(best.cost <= costOf(best.cycle * by, tried) * (1 + 1e-9));
        },
      ),
    );
  });
});
