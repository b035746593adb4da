import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import { forecastIntermittent } from "../../../shared/demand/forecast/intermittent.ts";
import { decodeCounts, encodeCounts } from "../../../shared/demand/networks/slow/codec.ts";
import type { CountNetwork } from "../../../shared/demand/networks/slow/network.ts";
import { fitSlowDemand, leadTimeTotal } from "../../../shared/demand/networks/slow/slow-demand.ts";
import { loadCounts } from "../../../server/engines/network.ts";
import { weights } from "../../../server/paths.ts";

const forecastOf = forecaster({ profile: QUICK });

const near = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

const PROBABILITIES = [0.001, 0.05, 0.1, 0.3, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

const histories = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 300 })), {
  minLength: 1,
  maxLength: 90,
});

describe("slow movers by the network across series", () => {
  let network: CountNetwork;
  before(async () => {
    network = await loadCounts();
  });

  const part = [0, 0, 2, 0, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 3, 0, 0];

  it("any history: finite, never negative, whole units, rising with p, the mean in proportion to time", () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0, max: 60, noNaN: true }), (values, periods) => {
        const { rate, total } = fitSlowDemand(values, network);
        assert.ok(Number.isFinite(rate) && rate >= 0);
        const one = total(periods);
        near(one.mean, rate * periods);
        const quantiles = PROBABILITIES.map((p) => one.quantile(p));
        quantiles.forEach((q, i) => assert.ok(q >= (quantiles[i - 1] ?? 0) && Number.isInteger(q), `${quantiles}`));
        assert.ok(Number.isFinite(one.sd) && one.sd >= 0);
      }),
      { numRuns: 150 },
    );
  });

  it("quantile and cdf are each other's inverse, in whole units and in parts", () => {
    for (const values of [part, part.map((x) => x / 3)]) {
      const total = leadTimeTotal(values, 5.5, network);
      for (let p = 0.01; p < 1; p += 0.01) {
        const q = total.quantile(p);
        assert.ok(total.cdf(q * (1 + 1e-6) + 1e-6) >= p - 1e-6, `cdf(${q}) at ${p}`);
        if (q > 0.01) assert.ok(total.cdf(values === part ? q - 1 : 0.999 * q - 1e-6) <= p + 1e-6);
      }
      assert.deepEqual([total.cdf(-1), total.cdf(1e6) > 0.999], [0, true]);
    }
  });

  it("totals over parts of a period lie between those of whole ones; less than one period is the count model's", () => {
    const quantile = (periods: number): number => leadTimeTotal(part, periods, network).quantile(0.9);
    assert.ok(quantile(4) <= quantile(4.5) && quantile(4.5) <= quantile(5));
    assert.equal(quantile(0.5), leadTimeTotal(part, 0.5).quantile(0.9));
  });

  it("no demand forecasts none, a constant itself, one to three observations something near them", () => {
    assert.deepEqual([fitSlowDemand([0, 0], network).rate, leadTimeTotal([0, 0], 3, network).quantile(0.99)], [0, 0]);
    assert.equal(fitSlowDemand([], network).rate, 0);
    assert.deepEqual(
      [fitSlowDemand([5, 5, 5], network).rate, leadTimeTotal([5, 5, 5], 2.5, network).quantile(0.99)],
      [5, 12.5],
    );
    for (const values of [[4], [0, 4], [4, 0], [0, 4, 0], [1, 7, 0]]) {
      const { rate, total } = fitSlowDemand(values, network);
      assert.ok(rate > 0 && rate <= 6, `${values}: ${rate}`);
      assert.ok(total(3).quantile(0.5) <= 20 && total(3).quantile(0.99) <= 100);
    }
  });

  it("an item that stopped selling fades; one that sells more and more is not forecast by its past alone", () => {
    const sold = [0, 3, 0, 2, 0, 0, 4, 0, 1, 0, 2, 0];
    const rate = (values: readonly number[]): number => fitSlowDemand(values, network).rate;
    assert.ok(rate([...sold, ...new Array<number>(60).fill(0)]) < rate(sold) / 8);
    const growing = Array.from({ length: 40 }, (_, t) => (t % 2 ? 0 : Math.floor(t / 4)));
    assert.ok(rate(growing) > 1.1 * (growing.reduce((a, b) => a + b, 0) / growing.length));
  });

  it("means the same in other units where units are not whole", () => {
    const values = part.map((x) => x * 1.1);
    const sevenfold = leadTimeTotal(
      values.map((x) => 7 * x),
      5,
      network,
    );
    const once = leadTimeTotal(values, 5, network);
    near(sevenfold.mean, 7 * once.mean, 1e-6);
    near(sevenfold.quantile(0.9), 7 * once.quantile(0.9), 1e-6);
  });

  it("takes 10,000 periods, and leaves demands far beyond all it knows to the count model", () => {
    const long = Array.from({ length: 10_000 }, (_, t) => (t % 9 === 0 ? 1 + (t % 4) : 0));
    near(fitSlowDemand(long, network).rate, long.reduce((a, b) => a + b, 0) / long.length, 0.2);
    const huge = [0, 1e300, 0, 0, 2e300, 0];
    assert.equal(leadTimeTotal(huge, 4, network).quantile(0.9), leadTimeTotal(huge, 4).quantile(0.9));
  });

  it("answers the same bits again", () => {
    const quantiles = (): number[] => PROBABILITIES.map((p) => leadTimeTotal(part, 7, network).quantile(p));
    assert.deepEqual(quantiles(), quantiles());
  });

  it("serves forecastIntermittent and the plan: six periods are a prefix of twelve", () => {
    const [six, twelve] = [6, 12].map((horizon) => forecastIntermittent(part, horizon, "learned", network));
    assert.deepEqual(six!.mean, twelve!.mean.slice(0, 6));
    const forecast = forecaster({ networks: { slow: network }, profile: QUICK })(part, 12);
    near(forecast.mean(1)[0]!, fitSlowDemand(part, network).rate);
    assert.equal(forecast.total(8).quantile(0.95), leadTimeTotal(part, 8, network).quantile(0.95));
    assert.notEqual(forecast.mean(1)[0], forecastOf(part, 12).mean(1)[0]);
  });

  it("is stored in at most 200 kB, and reads back to the bit; what is broken is refused", () => {
    assert.ok(statSync(path.join(weights, "counts.json")).size <= 200_000);
    const stored = encodeCounts(network);
    assert.deepEqual(decodeCounts(stored), network);
    assert.throws(() => decodeCounts({ ...stored, format: "other" as "lotwise-counts/1" }), /unknown format/);
    const { first, ...rest } = stored.weights;
    assert.throws(() => decodeCounts({ ...stored, weights: rest }), /first is missing/);
    assert.throws(() => decodeCounts({ ...stored, weights: { ...rest, first: first!.slice(4) } }), /must hold/);
  });
});
