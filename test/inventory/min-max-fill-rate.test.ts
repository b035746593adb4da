import assert from "node:assert/strict";
import fc from "fast-check";
import { fitSlowDemand } from "../../shared/demand/networks/slow/slow-demand.ts";
import { randomFrom } from "../../shared/numeric/random.ts";
import { ofDistribution } from "../../shared/inventory/demand/of-distribution.ts";
import {
  minMaxFillRate,
  reorderPointForFillRate,
  type MinMaxDemand,
} from "../../shared/inventory/policies/min-max-fill-rate.ts";
import { levelForFillRate } from "../../shared/inventory/policies/fill-rate.ts";
import { standings } from "../../shared/inventory/policies/standing.ts";
import type { Distribution } from "../../shared/numeric/distribution.ts";
import { gammaDistribution } from "../../shared/numeric/gamma.ts";
import { negativeBinomialDistribution } from "../../shared/numeric/negative-binomial.ts";
import { pointDistribution } from "../../shared/numeric/normal.ts";

type Demand = (periods: number) => Distribution;

/** Independent periods: the sum of any number of them is of the same family. */
const DEMANDS: Readonly<Record<string, Demand>> = {
  "quick, gamma": (t) => gammaDistribution(20 * t, 9 * Math.sqrt(t)),
  "lumpy, gamma": (t) => gammaDistribution(20 * t, 40 * Math.sqrt(t)),
  "slow, in whole units": (t) => negativeBinomialDistribution(0.4 * t, Math.sqrt(1.4 * t)),
  "quick, in whole units": (t) => negativeBinomialDistribution(30 * t, Math.sqrt(120 * t)),
};

const minMax = (demand: Demand, leadTime: number, review: number, gap: number): MinMaxDemand => ({
  lead: demand(leadTime),
  both: demand(leadTime + review),
  review: demand(review),
  gap,
});

const PERIODS = 120_000;
const BATCHES = 30;

/** Share of demand met at once in a long simulation, with the standard error of its batch means. */
function simulated(s: number, S: number, leadTime: number, review: number, draws: readonly number[]) {
  const due = new Float64Array(draws.length + leadTime + 1);
  let [stock, position] = [S, S];
  const batches = Array.from({ length: BATCHES }, () => ({ asked: 0, short: 0 }));
  draws.forEach((asked, t) => {
    if (t % review === 0 && position <= s) {
      due[t + leadTime]! += S - position;
      position = S;
    }
    stock += due[t]!;
    const batch = batches[Math.floor((t * BATCHES) / draws.length)]!;
    batch.asked += asked;
    batch.short += Math.min(asked, Math.max(0, asked - stock));
    stock -= asked;
    position -= asked;
  });
  const asked = batches.reduce((sum, batch) => sum + batch.asked, 0);
  const short = batches.reduce((sum, batch) => sum + batch.short, 0) / asked;
  const square = batches.reduce((sum, batch) => sum + (batch.short - short * batch.asked) ** 2, 0);
  return { share: 1 - short, error: (Math.sqrt(square * (BATCHES / (BATCHES - 1))) || 0) / asked };
}

/** Draws of one period by its quantiles, tabulated. */
function drawn(demand: Distribution, seed: number): number[] {
  const cells = 20_000;
  const table = Array.from({ length: cells }, (_, i) => demand.quantile((i + 0.5) / cells));
  const random = randomFrom(seed);
  return Array.from({ length: PERIODS }, () => table[Math.floor(random.uniform() * cells)]!);
}

describe("the reorder point for a fill rate", () => {
  for (const [name, demand] of Object.entries(DEMANDS))
    for (const [leadTime, review, lots] of [
      [3, 1, 1],
      [2, 2, 2.5],
      [0, 1, 1],
      [4, 1, 20],
    ] as const)
      it(`reaches it in a simulation: ${name}, lead time ${leadTime}, review ${review}, S - s of ${lots} reviews`, () => {
        const gap = lots * demand(review).mean;
        const draws = drawn(demand(1), 7);
        for (const target of [0.9, 0.98]) {
          const policy = minMax(demand, leadTime, review, gap);
          const s = reorderPointForFillRate(target, policy);
          const { share, error } = simulated(s, s + gap, leadTime, review, draws);
          const meant = minMaxFillRate(s, policy);
          assert.ok(share >= target - 3 * error, `${target}: ${share} ± ${error}`);
          assert.ok(Math.abs(share - meant) < 4 * error + 2e-4, `${meant}: ${share} ± ${error}`);
        }
      });

  it("is the least that reaches it, and rises with it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(DEMANDS)),
        fc.integer({ min: 0, max: 12 }).map((x) => x / 2),
        fc.integer({ min: 1, max: 8 }).map((x) => x / 4),
        fc.integer({ min: 0, max: 60 }).map((x) => x / 4),
        fc.integer({ min: 500, max: 998 }).map((x) => x / 1000),
        (demand, leadTime, review, lots, target) => {
          const policy = minMax(demand, leadTime, review, lots * demand(review).mean);
          const s = reorderPointForFillRate(target, policy);
          assert.ok(minMaxFillRate(s, policy) >= target - 1e-9);
          const less = policy.both.step === undefined ? s * (1 - 1e-6) : s - policy.both.step;
          if (s > 0) assert.ok(minMaxFillRate(less, policy) < target);
          assert.ok(reorderPointForFillRate((1 + target) / 2, policy) >= s);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("without a gap is the order-up-to level", () => {
    const policy = minMax(DEMANDS["quick, gamma"]!, 3, 1, 0);
    const [lead, both] = [ofDistribution(policy.lead), ofDistribution(policy.both)];
    const level = levelForFillRate(0.95, { lead, both, cycle: 20 });
    assert.ok(Math.abs(reorderPointForFillRate(0.95, policy) - level) < 1e-9);
  });

  it("takes demand that is known, demand that is none, and reviews without end", () => {
    const known: Demand = (t) => pointDistribution(20 * t);
    // By hand: 4 of each week's 20 may be short, so 76 of four weeks' 80.
    assert.ok(Math.abs(reorderPointForFillRate(0.8, minMax(known, 3, 1, 0)) - 76) < 1e-6);
    const none: Demand = () => pointDistribution(0);
    for (const gap of [0, 5]) assert.equal(reorderPointForFillRate(0.99, minMax(none, 3, 1, gap)), 0);
    // (r, Q) by hand: of each lot of 50, 5 may be short of the 40 that the lead time takes.
    assert.ok(Math.abs(reorderPointForFillRate(0.9, minMax(known, 2, 0, 50)) - 35) < 1e-6);
    const gamma = minMax(DEMANDS["quick, gamma"]!, 2, 0, 0);
    assert.ok(Math.abs(reorderPointForFillRate(0.9, gamma) - gamma.both.quantile(0.9)) < 1e-6);
    // Demand for a lead time, and none after it: nothing is left to serve but what waits.
    const dying = { lead: known(2), both: known(2), review: known(0), gap: 0 };
    assert.ok(Math.abs(reorderPointForFillRate(0.9, dying) - 40) < 1e-6);
  });

  it("knows where the position stands: anywhere between s and S where the gap is long, at S where it is short", () => {
    const demand = ofDistribution(gammaDistribution(1, 0.5));
    const long = standings(1000, demand, undefined);
    const mean = long.reduce((sum, { below, share }) => sum + below * share, 0);
    assert.ok(Math.abs(mean - 500) < 10, String(mean));
    const [first, ...others] = standings(0.001, demand, undefined);
    assert.ok(first!.share > 0.99 && others.every(({ below }) => below <= 0.001 + 1e-12));
    // Whole units, gap 2, one or three a review: S, S - 1 (after one); S - 2 is s, so an order is due there.
    const three = (x: number): number => (Math.max(0, 1 - x) + Math.max(0, 3 - x)) / 2;
    const units = { ...demand, mean: 2, loss: three };
    assert.deepEqual(standings(2, units, 1), [
      { below: 0, share: 2 / 3 },
      { below: 1, share: 1 / 3 },
    ]);
  });
});

describe("the loss function of a forecast's quantiles", () => {
  it("is that of the closed formula", () => {
    for (const [forecast, within] of [
      [gammaDistribution(20, 9), 1e-3],
      [negativeBinomialDistribution(7, 5), 2e-2],
    ] as const) {
      const { mean, sd, cdf, quantile } = forecast;
      const [closed, summed] = [
        ofDistribution(forecast),
        ofDistribution({ kind: "empirical", mean, sd, cdf, quantile }),
      ];
      assert.ok(Math.abs(summed.mean - closed.mean) < within);
      for (const x of [-3, 0, 0.5, 6.25, 20, 44.4, 1e6])
        assert.ok(Math.abs(summed.loss(x) - closed.loss(x)) < within, `${x}: ${summed.loss(x)}, ${closed.loss(x)}`);
    }
  });
});

describe("the loss function of demand in steps", () => {
  it("is that of the closed formula", () => {
    const counts = negativeBinomialDistribution(7, 5);
    const [closed, summed] = [ofDistribution(counts), ofDistribution({ ...counts, kind: "compound" })];
    for (const x of [-3, 0, 0.5, 1, 6.25, 20, 44.4, 1e6])
      assert.ok(Math.abs(summed.loss(x) - closed.loss(x)) < 1e-6, `${x}: ${summed.loss(x)}, ${closed.loss(x)}`);
  });

  it("starts at the mean and ends at none for a slow mover", () => {
    const history = [0, 0, 3, 0, 1, 0, 0, 0, 4, 0, 2, 0, 0, 0, 0, 5, 0, 1, 0, 0];
    const total = ofDistribution(fitSlowDemand(history).total(4));
    assert.ok(Math.abs(total.loss(1e-9) - total.mean) < 1e-6 * total.mean);
    assert.equal(total.loss(1e9), 0);
  });
});
