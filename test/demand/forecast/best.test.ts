import assert from "node:assert/strict";
import fc from "fast-check";
import series from "../../golden/ets.json" with { type: "json" };
import { loadNetwork } from "../../../server/engines/network.ts";
import { pathOf, type Forecast } from "../../../shared/demand/forecast/forecast.ts";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { THOROUGH } from "../../../shared/demand/forecast/profile.ts";
import { classify } from "../../../shared/demand/history/pattern.ts";
import type { ForecastPath } from "../../../shared/demand/models/path.ts";
import { fitQuickStatistics, fitStatistics } from "../../../shared/demand/models/statistics.ts";
import { explainForecast } from "../../../shared/demand/forecast/why.ts";
import { fitTheta } from "../../../shared/demand/models/theta.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { seasonallyAdjusted } from "../../../shared/demand/models/transforms.ts";
import { close } from "../close.ts";

const noise = (n: number, seed = 1): number[] => {
  let state = seed;
  return Array.from({ length: n }, () => (state = (state * 48271) % 2147483647) / 2147483647);
};

const values = fc.oneof(
  fc.constant(0),
  fc.constant(NaN),
  fc.integer({ min: 0, max: 500 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const histories = fc.array(values, { minLength: 1, maxLength: 70 }).filter((all) => !all.every(Number.isNaN));
const seasons = fc.constantFrom(undefined, 1, 4, 7, 12, 52);

describe("FORECAST_BEST's forecasts", () => {
  let network: Network;
  before(async () => (network = await loadNetwork()));
  const made = (history: readonly number[], season: number | undefined): Forecast =>
    forecaster({ networks: { sequence: network }, profile: THOROUGH })(history, season);
  /** The forecast of so many periods. */
  const best = (
    history: readonly number[],
    season: number | undefined,
    horizon: number,
  ): ForecastPath & Pick<Forecast, "pattern" | "total"> => {
    const forecast = made(history, season);
    return { ...pathOf(forecast, horizon), pattern: forecast.pattern, total: (n) => forecast.total(n) };
  };

  it("for any history are finite, not negative, nested, and six are a prefix of twelve", () => {
    fc.assert(
      fc.property(histories, seasons, (history, season) => {
        const [six, twelve] = [best(history, season, 6), best(history, season, 12)];
        assert.deepEqual(six.mean, twelve.mean.slice(0, 6));
        const quantiles = [0.025, 0.1, 0.5, 0.9, 0.975].map((p) => twelve.quantile(p));
        for (let h = 0; h < 12; h += 1) {
          assert.ok(Number.isFinite(twelve.mean[h]!) && twelve.mean[h]! >= 0);
          quantiles.forEach((path, k) => {
            assert.ok(Number.isFinite(path[h]!) && path[h]! >= 0);
            assert.ok(k === 0 || path[h]! >= quantiles[k - 1]![h]!, "quantiles are in order");
          });
        }
        assert.deepEqual(six.quantile(0.9), quantiles[3]!.slice(0, 6));
        const total = twelve.total(4);
        assert.ok(total.quantile(0.5) >= 0 && total.quantile(0.95) >= total.quantile(0.5));
      }),
      { numRuns: 150 },
    );
  });

  it("scale with the units, to the last bit by powers of two", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: -40, max: 40 }),
        (history, k) => {
          const [one, other] = [
            best(history, 4, 5),
            best(
              history.map((x) => x * 2 ** k),
              4,
              5,
            ),
          ];
          assert.deepEqual(
            other.mean,
            one.mean.map((x) => x * 2 ** k),
          );
          assert.deepEqual(
            other.quantile(0.9),
            one.quantile(0.9).map((x) => x * 2 ** k),
          );
        },
      ),
      { numRuns: 60 },
    );
    const by = (factor: number): number[] =>
      best(
        series.series.air.map((x) => x * factor),
        12,
        12,
      ).mean as number[];
    // The network rounds its inputs to single precision.
    close(
      by(1000 / 7),
      by(1).map((x) => (x * 1000) / 7),
      1e-5,
    );
  });

  it("a constant goes on and zeros stay zero, without doubt; leading zeros change nothing", () => {
    for (const value of [0.1, 7, 1e300, 5e-324]) {
      const forecast = best([value, value, NaN, value, value, value, value], 1, 3);
      assert.deepEqual(forecast.mean, [value, value, value]);
      assert.deepEqual(forecast.quantile(0.99), [value, value, value]);
    }
    assert.deepEqual(
      [best([0, 0, 0], 12, 2).mean, best([0, NaN], 12, 2).quantile(0.99)],
      [
        [0, 0],
        [0, 0],
      ],
    );
    const air = series.series.air;
    assert.deepEqual(best([...new Array<number>(30).fill(0), ...air], 12, 6).mean, best(air, 12, 6).mean);
  });

  it("one, two and three values: their weighted mean, the latest counting most, with room for doubt", () => {
    for (const [history, mean] of [
      [[40], 40],
      [[40, 60], (0.5 * 40 + 60) / 1.5],
      [[40, 60, 20], (0.25 * 40 + 0.5 * 60 + 20) / 1.75],
    ] as const) {
      const forecast = best([...history], 12, 2);
      close(forecast.mean, [mean, mean], 1e-12);
      if (history.length > 1)
        assert.ok(forecast.quantile(0.95)[0]! > mean * 1.2 && forecast.quantile(0.05)[0]! < mean * 0.8);
    }
  });

  it("huge values, and ten thousand of them", () => {
    const huge = noise(40).map((x) => (1 + x) * 1e300);
    const forecast = best(huge, 1, 3);
    assert.ok(forecast.mean.every((x) => x > 1e300 && x < 2e300) && forecast.quantile(0.95)[2]! < 3e300);
    assert.ok(forecast.total(3).quantile(0.9) < 9e300);
    const long = best(
      noise(10_000).map((x) => 50 + 20 * x),
      undefined,
      3,
    );
    assert.ok(long.mean.every((x) => x > 55 && x < 65));
  });

  it("negative histories may be forecast negative", () => {
    const forecast = best(
      noise(40).map((x) => -50 - 10 * x),
      1,
      3,
    );
    assert.ok(forecast.mean.every((x) => x < -45) && forecast.total(3).mean < -140);
  });

  it("follow the season of the airline passengers, better than Theta does", () => {
    const [train, actual] = [series.series.air.slice(0, -12), series.series.air.slice(-12)];
    const errorOf = (path: readonly number[]): number =>
      path.reduce((a, x, h) => a + Math.abs(x / actual[h]! - 1), 0) / 12;
    const own = errorOf(best(train, 12, 12).mean);
    const theta = errorOf(seasonallyAdjusted(() => fitTheta)({ values: train, season: 12 }).predict(12));
    assert.ok(own < 0.06 && own < theta, `${own} against ${theta}`);
    assert.ok(errorOf(forecaster({ profile: THOROUGH })(train, 12).mean(12)) < 0.06, "without the network too");
  });

  it("a slow mover's quantiles are whole units, and its mean is its rate", () => {
    const demand = noise(104, 7).map((x) => (x < 0.15 ? 1 + Math.floor(x * 20) : 0));
    const forecast = best(demand, 52, 4);
    assert.equal(forecast.pattern, "slow");
    const rate = demand.reduce((a, b) => a + b, 0) / demand.length;
    assert.ok(forecast.mean[0]! > rate / 2 && forecast.mean[0]! < rate * 2);
    assert.ok(forecast.quantile(0.95).every(Number.isInteger) && Number.isInteger(forecast.total(4).quantile(0.95)));
  });

  it("a total agrees with its periods: the mean of one is the forecast, spread grows slower than by sums of quantiles", () => {
    const forecast = best(series.series.air, 12, 6);
    const sum = (path: readonly number[]): number => path.reduce((a, b) => a + b, 0);
    close([forecast.total(1).mean, forecast.total(6).mean], [forecast.mean[0]!, sum(forecast.mean)], 1e-12);
    const [one, six] = [forecast.total(1), forecast.total(6)];
    close([one.quantile(0.95)], [forecast.quantile(0.95)[0]!], 0.03);
    assert.ok(six.quantile(0.95) < sum(forecast.quantile(0.95)) && six.sd > one.sd * Math.sqrt(6) * 0.9);
  });

  it("say what they are made of", () => {
    const forecast = made(series.series.air, 12);
    close([forecast.parts.reduce((a, { weight }) => a + weight, 0)], [1], 1e-12);
    const reasons = new Map(
      explainForecast(series.series.air, forecast).map(([what, value, words]) => [what, { value, words }]),
    );
    assert.ok(reasons.get("level")!.value > 476 && reasons.get("trend")!.value > 0);
    assert.match(
      reasons.get("season")!.words,
      /strength 0\.9\d of 1; highest in 7 periods \(\+\d+%\), lowest in (11|2) /,
    );
    assert.match(reasons.get("next period")!.words, /between \d+ and \d+/);
  });
});

describe("patterns of demand", () => {
  for (const [history, pattern] of [
    [[0, 0, NaN, 0], "zero"],
    [[5], "constant"],
    [[5, NaN, 5, 5], "constant"],
    [[5, 6, NaN, 7], "short"],
    [[0, 0, 5, 0, 0, 3, 0, 0], "slow"],
    [[5, 6, 7, 0, 8, 9, 7], "smooth"],
    [[-5, 0, 0, 0, 3, 0, 0, 0], "smooth"],
  ] as const)
    it(`${history.join(" ")} is ${pattern}`, () => assert.equal(classify(history, 1).pattern, pattern));

  it("a season given is kept, one left out is found", () => {
    const months = Array.from({ length: 60 }, (_, t) => 100 + 30 * Math.sin((2 * Math.PI * t) / 12) + (t % 3));
    assert.equal(classify(months, 4).season, 4);
    assert.equal(classify(months, undefined).season, 12);
  });
});

describe("statistical models together", () => {
  it("with exponential smoothing and, for long histories, CES; the quick ones without", () => {
    const [short, long] = [series.series.nile.slice(0, 40), series.series.nile];
    assert.doesNotMatch(fitStatistics({ values: short, season: 1 }).name, /CES/);
    assert.match(fitStatistics({ values: long, season: 1 }).name, /ETS.*CES/);
    assert.doesNotMatch(fitQuickStatistics({ values: long, season: 1 }).name, /ETS|CES/);
  });
});
