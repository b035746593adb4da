import assert from "node:assert/strict";
import fc from "fast-check";
import golden from "../../golden/ets.json" with { type: "json" };
import { fillGaps, listedPart } from "../../../shared/demand/history/gaps.ts";
import { detectSeason } from "../../../shared/demand/history/seasons/detect-season.ts";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import { fitSeasonalNaive } from "../../../shared/demand/models/seasonal-naive.ts";
import { fitSimpleSmoothing } from "../../../shared/demand/models/simple-smoothing.ts";
import { fitTheta } from "../../../shared/demand/models/theta.ts";
import { adjustSeason } from "../../../shared/demand/history/seasons/seasonal-adjustment.ts";
import { spreadOf } from "../../../shared/demand/models/spread.ts";

const forecastOf = forecaster({ profile: QUICK });

const near = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

/** A fixed sequence that looks like uniform noise in [0, 1). */
const noise = (n: number, seed = 1): number[] => {
  let state = seed;
  return Array.from({ length: n }, () => (state = (state * 48271) % 2147483647) / 2147483647);
};

const histories = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.constant(NaN),
    fc.integer({ min: 0, max: 500 }),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  ),
  {
    maxLength: 80,
  },
);

describe("the plan's forecasts", () => {
  it("for any history is finite, never negative, and six periods are a prefix of twelve", () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(undefined, 1, 4, 12, 52),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (values, season, periods) => {
          const forecast = forecastOf(values, season);
          const mean = forecast.mean(12);
          assert.deepEqual(forecast.mean(6), mean.slice(0, 6));
          assert.ok([...mean, forecast.total(1).sd].every((x) => Number.isFinite(x) && x >= 0));
          const total = forecast.total(periods);
          const [middle, high] = [total.quantile(0.5), total.quantile(0.95)];
          assert.ok(middle >= 0 && high >= middle && Number.isFinite(high));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("constant in, constant out, without spread", () => {
    for (const value of [0.1, 7, 12345.6]) {
      const forecast = forecastOf(new Array<number>(30).fill(value), 12);
      forecast.mean(12).forEach((x) => near(x, value));
      assert.ok(forecast.total(1).sd < 1e-9 * value);
      near(forecast.total(2.5).quantile(0.99), 2.5 * value, 1e-6);
    }
  });

  it("zero in, zero out; nothing in, zero out", () => {
    for (const values of [[], [0], [0, 0, 0, 0], [NaN, NaN], [NaN, 0]]) {
      const forecast = forecastOf(values, 12);
      assert.deepEqual([forecast.mean(2), forecast.total(1).sd, forecast.total(3).quantile(0.99)], [[0, 0], 0, 0]);
    }
  });

  it("a total's mean is the sum of the means, a part of a period in proportion", () => {
    const forecast = forecastOf(golden.series.air, 12);
    const mean = forecast.mean(4);
    near(forecast.total(3.5).mean, mean[0]! + mean[1]! + mean[2]! + mean[3]! / 2);
    near(forecast.total(0).mean, 0);
    near(forecast.each(1)[0]!.sd, forecast.total(1).sd);
    assert.ok(forecast.total(2.5).sd > forecast.total(2).sd && forecast.total(2.5).sd < forecast.total(3).sd);
  });

  it("each period's distribution is the total's where there is one period, and widens where the level drifts", () => {
    const level = (n: number) =>
      noise(n).reduce<number[]>((path, x) => [...path, (path.at(-1) ?? 500) + 40 * (x - 0.5)], []);
    for (const values of [golden.series.air, level(80), [0, 0, 3, 0, 0, 5, 0, 0, 0, 2, 0, 0, 0, 4]]) {
      const forecast = forecastOf(values, 1);
      const [first, ...later] = forecast.each(6);
      const one = forecast.total(1);
      for (const p of [0.05, 0.5, 0.95]) near(first!.quantile(p), one.quantile(p));
      near(first!.mean, one.mean);
      assert.equal(later.length, 5);
      assert.ok(later.every(({ sd }) => sd >= first!.sd * (1 - 1e-12)));
    }
    const drifting = forecastOf(level(80), 1).each(6);
    assert.ok(drifting[5]!.sd > 1.5 * drifting[0]!.sd);
  });

  it("a total's spread grows faster than independent periods' would, where the level drifts", () => {
    let level = 1000;
    const walk = noise(120).map((x) => (level += 40 * (x - 0.5)));
    const forecast = forecastOf(walk, 1);
    assert.ok(forecast.total(9).sd > 4 * forecast.total(1).sd, "independent periods would make it 3 times");
  });

  it("follows the season of the airline passengers", () => {
    const train = golden.series.air.slice(0, -12);
    const mean = forecastOf(train, 12).mean(12);
    const error = mean.reduce((a, x, h) => a + Math.abs(x / golden.series.air[train.length + h]! - 1), 0) / 12;
    assert.ok(error < 0.06, `mean absolute error ${error}`);
    assert.match(forecastOf(train, 12).words, /season/);
  });

  it("leading zeros of an item not yet listed change nothing", () => {
    const values = [20, 24, 19, 22, 21, 25, 20, 23];
    assert.deepEqual(
      forecastOf([...new Array<number>(40).fill(0), ...values], 1).mean(3),
      forecastOf(values, 1).mean(3),
    );
  });

  it("a slow mover's total is a count distribution with about the history's rate", () => {
    const demand = noise(104, 7).map((x) => (x < 0.15 ? 1 + Math.floor(x * 20) : 0));
    const forecast = forecastOf(demand, 52);
    assert.match(forecast.words, /^slow mover/);
    const total = forecast.total(4);
    assert.ok(total.kind === "compound");
    assert.ok(Number.isInteger(total.quantile(0.95)));
    const rate = demand.reduce((a, b) => a + b, 0) / demand.length;
    assert.ok(forecast.mean(1)[0]! > rate / 2 && forecast.mean(1)[0]! < rate * 2);
  });

  it("an item that stopped selling fades", () => {
    const sold = [0, 3, 0, 2, 0, 0, 4, 0, 1, 0, 2, 0];
    assert.ok(
      forecastOf([...sold, ...new Array<number>(60).fill(0)], 1).mean(1)[0]! < forecastOf(sold, 1).mean(1)[0]! / 12,
    );
  });

  it("one observation is its own forecast, with room for doubt", () => {
    const forecast = forecastOf([40], 12);
    near(forecast.mean(1)[0]!, 40);
    assert.ok(forecast.total(1).sd > 10);
  });

  it("scales with the units of a smooth item", () => {
    const values = noise(60).map((x) => 50 + 20 * x);
    const [one, ten] = [
      forecastOf(values, 12),
      forecastOf(
        values.map((x) => 10 * x),
        12,
      ),
    ];
    one.mean(6).forEach((x, h) => near(ten.mean(6)[h]!, 10 * x, 1e-6));
    near(ten.total(1).sd, 10 * one.total(1).sd, 1e-6);
  });
});

describe("cleaning", () => {
  it("drops leading zeros and gaps, keeps one zero of a history of zeros", () => {
    assert.deepEqual(listedPart([0, NaN, 0, 5, 0, 6]), [5, 0, 6]);
    assert.deepEqual(listedPart([0, 0]), [0]);
    assert.deepEqual(listedPart([NaN]), []);
  });

  it("fills gaps on a line, at the ends with the nearest value, and by the season where there is one", () => {
    assert.deepEqual(fillGaps([NaN, 2, NaN, NaN, 8, NaN], 1), [2, 2, 4, 6, 8, 8]);
    const seasonal = Array.from({ length: 24 }, (_, t) => [10, 20, 30, 20][t % 4]!);
    const filled = fillGaps(
      seasonal.map((x, t) => (t === 10 ? NaN : x)),
      4,
    );
    assert.ok(filled[10]! > 26, `the peak was restored: ${filled[10]}`);
  });
});

describe("season", () => {
  const pattern = (m: number, n: number): number[] =>
    noise(n, 3).map(
      (x, t) => 100 + 30 * Math.cos((2 * Math.PI * t) / m) + 10 * Math.cos((4 * Math.PI * t) / m) + 10 * x,
    );

  for (const m of [4, 7, 12, 52])
    it(`a pattern of ${m} periods is found`, () => assert.equal(detectSeason(pattern(m, Math.max(60, 4 * m))), m));

  it("noise, a line and a short series have none", () => {
    assert.equal(detectSeason(noise(100)), 1);
    assert.equal(detectSeason(Array.from({ length: 60 }, (_, t) => 3 * t + 1)), 1);
    assert.equal(detectSeason([1, 2, 3]), 1);
  });

  it("a strong pattern is believed, noise is not, and the factors restore the series", () => {
    const clear = pattern(12, 60);
    const { adjusted, effect, multiplicative, strength } = adjustSeason(clear, 12);
    assert.ok(strength > 0.9);
    clear.forEach((x, t) => near(multiplicative ? adjusted[t]! * effect(t) : adjusted[t]! + effect(t), x));
    assert.ok(
      adjustSeason(
        noise(60).map((x) => 100 + x),
        12,
      ).strength < 0.5,
    );
  });
});

describe("models", () => {
  it("Theta of a line goes on with half of its slope from the level, as simple smoothing with drift", () => {
    const values = Array.from({ length: 40 }, (_, t) => 10 + 2 * t);
    const path = fitTheta({ values, season: 1 }).predict(5);
    path.forEach((x, h) => h > 0 && near(x - path[h - 1]!, 1, 1e-6));
  });

  it("the seasonal naive repeats the last season", () => {
    assert.deepEqual(fitSeasonalNaive({ values: [9, 9, 1, 2, 3, 4], season: 4 }).predict(6), [1, 2, 3, 4, 1, 2]);
  });

  it("simple smoothing's total varies as sigma² sum (1 + j alpha)²", () => {
    const fitted = fitSimpleSmoothing({ values: noise(50).map((x) => 10 + x), season: 1 });
    const spread = spreadOf(fitted);
    const alpha = fitted.response(1)[0]!;
    const expected = [0, 1, 2, 3].reduce((a, j) => a + (1 + j * alpha) ** 2, 0);
    near(spread.totalVariance(4), spread.sd ** 2 * expected);
    near(spread.variances(3)[2]!, spread.sd ** 2 * (1 + 2 * alpha ** 2));
  });
});
