import assert from "node:assert/strict";
import fc from "fast-check";
import { demandOf, FAMILIES } from "../../shared/inventory/demand/families.ts";
import { leftover } from "../../shared/inventory/demand/demand-distribution.ts";
import { wholeUnits } from "../../shared/inventory/demand/whole-units.ts";
import { levelForFillRate, orderUpToFillRate } from "../../shared/inventory/policies/fill-rate.ts";
import { bestStock, mismatchCost } from "../../shared/inventory/policies/newsvendor.ts";
import { poissonRq, poissonRqCost } from "../../shared/inventory/policies/poisson-rq.ts";
import {
  eoqWithBackorders,
  eoqWithSafetyStock,
  lossFunctionRq,
} from "../../shared/inventory/policies/rq-approximations.ts";
import { exactRq, rqCost } from "../../shared/inventory/policies/rq.ts";
import { exactSs, ssCosts, type SsProblem } from "../../shared/inventory/policies/ss-exact.ts";

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const family = fc.constantFrom(...FAMILIES);
/** Negative binomial demand varies more than Poisson's. */
const sdOf = (kind: string, mean: number, cv: number): number =>
  Math.max(cv * mean, kind === "negative-binomial" ? Math.sqrt(1.01 * mean) : 0);
const runs = { numRuns: 60 };

describe("loss functions", () => {
  it("fall from the mean to nothing, by at most one a unit, and leave what is not short", () => {
    fc.assert(
      fc.property(family, real(0.2, 200), real(0.1, 2), real(0, 400), real(0.01, 50), (kind, mean, cv, x, step) => {
        const demand = demandOf(kind, mean, sdOf(kind, mean, cv));
        const [here, further] = [demand.loss(x), demand.loss(x + step)];
        const slack = 1e-9 * (1 + mean + x);
        assert.ok(further <= here + slack && here - further <= step + slack);
        assert.ok(Math.abs(leftover(demand, x) - (x - mean + here)) <= slack);
        assert.ok(here >= Math.max(0, mean - x) - slack);
      }),
    );
  });

  it("are the area above the distribution function", () => {
    fc.assert(
      fc.property(family, real(1, 50), real(0.2, 1.5), real(0, 60), (kind, mean, cv, x) => {
        const demand = demandOf(kind, mean, sdOf(kind, mean, cv));
        const whole = Math.floor(x);
        const counts = kind === "poisson" || kind === "negative-binomial";
        const steps = counts ? 1 : 200;
        let area = 0;
        for (let i = 0; i < steps; i += 1) area += (1 - demand.cdf(whole + (i + 0.5) / steps)) / steps;
        assert.ok(Math.abs(demand.loss(whole) - demand.loss(whole + 1) - area) < 1e-4);
      }),
      runs,
    );
  });
});

describe("newsvendor", () => {
  it("rises with the underage cost, falls with the overage cost, and costs least", () => {
    fc.assert(
      fc.property(
        family,
        real(1, 200),
        real(0.1, 1),
        real(0.1, 50),
        real(0.1, 50),
        real(0.5, 2),
        (kind, mean, cv, underage, overage, by) => {
          const demand = demandOf(kind, mean, sdOf(kind, mean, cv));
          const best = bestStock(demand, { underage, overage });
          assert.ok(bestStock(demand, { underage: 2 * underage, overage }) >= best);
          assert.ok(bestStock(demand, { underage, overage: 2 * overage }) <= best);
          const cost = (x: number): number => mismatchCost(x, demand, { underage, overage });
          assert.ok(cost(best) <= cost(best * by) * (1 + 1e-9) + 1e-9);
        },
      ),
    );
  });
});

describe("fill rate", () => {
  it("rises with the level, and the level for a fill rate gives it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("normal", "gamma", "lognormal"),
        real(1, 100),
        fc.integer({ min: 0, max: 6 }).map((x) => x / 10),
        fc.integer({ min: 0, max: 24 }).map((x) => x / 4),
        real(0.5, 0.995),
        (kind, mean, cv, leadTime, target) => {
          const over = (t: number): ReturnType<typeof demandOf> => demandOf(kind, mean * t, cv * mean * Math.sqrt(t));
          const demand = { lead: over(leadTime), both: over(leadTime + 1), cycle: mean };
          const level = levelForFillRate(target, demand);
          assert.ok(Math.abs(orderUpToFillRate(level, demand) - target) < 1e-6);
          assert.ok(levelForFillRate((target + 1) / 2, demand) >= level);
        },
      ),
      runs,
    );
  });
});

const rqProblem = fc.record({
  demandMean: real(10, 5000),
  demandSd: fc.integer({ min: 0, max: 500 }),
  leadTime: fc.integer({ min: 0, max: 12 }).map((months) => months / 12),
  orderCost: real(1, 500),
  holdingCost: real(0.1, 20),
  backorderCost: real(1, 100),
});

describe("(r, Q)", () => {
  it("exactly: no dearer than any approximation or neighbour, and dearer as any cost rises", () => {
    fc.assert(
      fc.property(rqProblem, real(0.8, 1.25), real(-20, 20), (p, by, shift) => {
        const best = exactRq(p);
        for (const other of [eoqWithBackorders(p), eoqWithSafetyStock(p), lossFunctionRq(p)])
          assert.ok(best.cost <= other.cost * (1 + 1e-9));
        assert.ok(best.cost <= rqCost(best.r + shift, best.Q * by, p) * (1 + 1e-9));
        for (const key of ["orderCost", "holdingCost", "backorderCost"] as const)
          assert.ok(exactRq({ ...p, [key]: 1.5 * p[key] }).cost >= best.cost * (1 - 1e-9));
      }),
      runs,
    );
  });

  it("in whole units: no dearer than its neighbours", () => {
    fc.assert(
      fc.property(rqProblem, (q) => {
        const p = { ...q, demandMean: q.demandMean / 100 };
        const { r, Q, cost } = poissonRq(p);
        assert.ok(Math.abs(poissonRqCost(r, Q, p) / cost - 1) < 1e-9);
        for (const [dr, dQ] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [-1, 1],
          [0, -1],
          [1, -1],
        ] as const)
          if (Q + dQ >= 1) assert.ok(poissonRqCost(r + dr, Q + dQ, p) >= cost * (1 - 1e-9));
      }),
      runs,
    );
  });

  it("needs no stock where nothing is uncertain and nothing takes time", () => {
    const p = { demandMean: 1000, demandSd: 0, leadTime: 0, orderCost: 50, holdingCost: 2, backorderCost: 1e9 };
    assert.ok(Math.abs(exactRq(p).r) < 1e-3 && Math.abs(exactRq(p).Q - Math.sqrt(50_000)) < 1e-3);
  });
});

const ssProblem = fc
  .record({
    kind: fc.constantFrom("poisson", "negative-binomial", "normal"),
    mean: real(0.3, 30),
    cv: real(0.3, 2),
    leadTime: fc.integer({ min: 0, max: 4 }),
    orderCost: real(1, 300),
    holdingCost: real(0.2, 5),
    shortageCost: real(1, 60),
  })
  .map(({ kind, mean, cv, leadTime, ...costs }): SsProblem => {
    const n = leadTime + 1;
    return {
      ...costs,
      demand: wholeUnits(kind, mean, sdOf(kind, mean, cv)),
      leadTimeDemand: wholeUnits(kind, mean * n, sdOf(kind, mean, cv) * Math.sqrt(n)),
    };
  });

describe("(s, S)", () => {
  it("satisfies its optimality conditions", () => {
    fc.assert(
      fc.property(ssProblem, (p) => {
        const { s, S, cost } = exactSs(p);
        const { rate } = ssCosts(p);
        const slack = 1e-9 * (1 + cost);
        assert.ok(rate(s) >= cost - slack && rate(s + 1) <= cost + slack && rate(S) <= cost + slack);
      }),
      runs,
    );
  });

  it("is no dearer than any (s, S) near it, and dearer as any cost rises", () => {
    fc.assert(
      fc.property(ssProblem, fc.integer({ min: -12, max: 12 }), fc.integer({ min: -12, max: 25 }), (p, ds, dS) => {
        const { s, S, cost } = exactSs(p);
        if (S + dS > s + ds) assert.ok(ssCosts(p).cost(s + ds, S + dS) >= cost * (1 - 1e-9));
        for (const key of ["orderCost", "holdingCost", "shortageCost"] as const)
          assert.ok(exactSs({ ...p, [key]: 1.5 * p[key] }).cost >= cost * (1 - 1e-9));
      }),
      runs,
    );
  });
});

describe("whole-unit demand", () => {
  it("adds up to one, with the mean and sd asked for", () => {
    fc.assert(
      fc.property(real(0.3, 300), real(1.1, 3), (mean, over) => {
        const sd = Math.sqrt(mean * over);
        const f = wholeUnits("negative-binomial", mean, sd);
        const m = f.reduce((sum, p, k) => sum + k * p, 0);
        const v = f.reduce((sum, p, k) => sum + (k - m) ** 2 * p, 0);
        assert.ok(Math.abs(f.reduce((a, b) => a + b, 0) - 1) < 1e-12);
        assert.ok(Math.abs(m / mean - 1) < 1e-9 && Math.abs(Math.sqrt(v) / sd - 1) < 1e-8);
      }),
    );
  });
});
