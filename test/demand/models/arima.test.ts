import assert from "node:assert/strict";
import golden from "../../golden/arima.json" with { type: "json" };
import { arima } from "../../../server/engines/arima.ts";
import { isAdmissible } from "../../../shared/demand/models/arima/admissible.ts";
import { needsSeasonalDifference, ordinaryDifferences } from "../../../shared/demand/models/arima/differencing.ts";
import { kpss } from "../../../shared/demand/models/arima/kpss.ts";
import { forecastArima } from "../../../shared/demand/models/arima/forecast.ts";
import { fitWhiteNoise } from "../../../shared/demand/models/arima/white-noise.ts";
import { orderName, type ArimaOrder } from "../../../shared/demand/models/arima/order.ts";

const near = (actual: number, expected: number, tolerance = golden.tolerance): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.abs(expected),
    `${actual} is not ${expected} within ${tolerance}`,
  );

const series = (name: string): number[] => golden.series[name as keyof typeof golden.series];
const plain: ArimaOrder = { p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 1, constant: false };

describe("ARIMA", () => {
  for (const { series: name, order, constant, logLikelihood, forecast, standardError } of golden.cases) {
    const full = { ...order, constant } as ArimaOrder;
    it(`${orderName(full)} on ${name} as statsmodels`, () => {
      const fit = arima.fit(series(name), full, forecast.length)!;
      near(fit.logLikelihood, logLikelihood, 2e-4);
      forecast.forEach((x, h) => near(fit.mean[h]!, x));
      standardError.forEach((x, h) => near(fit.standardError[h]!, x, 0.02));
    });
  }

  it("chooses the airline model for the logarithms of the airline passengers, as Box and Jenkins did", () => {
    assert.equal(forecastArima(arima, series("log air"), 12, 3).name, "ARIMA(0,1,1)(0,1,1)12");
  });

  it("its interval holds the year that came", () => {
    const air = series("log air");
    const path = forecastArima(arima, air.slice(0, -12), 12, 12);
    const [low, high] = [path.quantile(0.025), path.quantile(0.975)];
    air.slice(-12).forEach((x, h) => assert.ok(x > low[h]! && x < high[h]!));
    assert.ok(high[11]! - low[11]! < 0.5, "and is not just wide");
  });

  it("takes logarithms of what grows by a rate", () => {
    const grown = Array.from({ length: 60 }, (_, t) => 100 * 1.05 ** t * (1 + ((t * 37) % 11) / 50));
    const path = forecastArima(arima, grown, 1, 12);
    assert.match(path.name, /on logs$/);
    near(path.mean[11]! / path.mean[0]!, 1.05 ** 11, 0.1);
  });

  it("prints nothing, even where the package would", () => {
    const printed: unknown[] = [];
    const { log, error, warn } = console;
    const write = process.stdout.write;
    Object.assign(console, {
      log: (x: unknown) => printed.push(x),
      error: (x: unknown) => printed.push(x),
      warn: (x: unknown) => printed.push(x),
    });
    process.stdout.write = (x: unknown) => printed.push(x) > 0;
    try {
      const explosive = Array.from({ length: 30 }, (_, t) => 1.3 ** t + (t % 3));
      for (const p of [1, 2]) arima.fit(explosive, { ...plain, p, q: 2, d: 0, constant: true }, 5);
    } finally {
      Object.assign(console, { log, error, warn });
      process.stdout.write = write;
    }
    assert.deepEqual(printed, []);
  });

  it("the same series gives the same bits, whatever was fitted in between", () => {
    const first = forecastArima(arima, series("nile"), 1, 10);
    forecastArima(arima, series("log air"), 12, 5);
    const again = forecastArima(arima, series("nile"), 1, 10);
    assert.deepEqual([again.name, again.mean, again.quantile(0.9)], [first.name, first.mean, first.quantile(0.9)]);
  });

  it("answers from one value up", () => {
    for (let n = 1; n <= 24; n += 1) {
      const values = Array.from({ length: n }, (_, t) => 20 + ((t * 13) % 7));
      const path = forecastArima(arima, values, 12, 4);
      assert.ok([...path.mean, ...path.quantile(0.95)].every(Number.isFinite), `${n} values: ${path.name}`);
    }
  });

  it("a constant goes on as it is, and so does a straight line", () => {
    assert.deepEqual(forecastArima(arima, new Array<number>(40).fill(3), 12, 2).mean, [3, 3]);
    forecastArima(arima, [3, 5, 7, 9, 11, 13, 15, 17], 1, 3).mean.forEach((x, h) => near(x, 17 + 2 * (h + 1), 1e-12));
  });

  it("takes the drift of differences out and back in", () => {
    const drift = fitWhiteNoise([1, 4, 3, 8, 9], { ...plain, d: 1, constant: true }, 2)!;
    near(drift.mean[1]!, 9 + 2 * 2, 1e-12);
    near(drift.standardError[1]! / drift.standardError[0]!, Math.SQRT2, 1e-12);
    const seasonal = fitWhiteNoise([1, 4, 2, 5, 4, 8], { ...plain, D: 1, s: 2, constant: false }, 3)!;
    assert.deepEqual(seasonal.mean, [4, 8, 4]);
  });

  it("refuses fits on or beyond the edge of stationarity and invertibility", () => {
    const order = { ...plain, p: 2, q: 1 };
    assert.ok(isAdmissible(order, [1.2, -0.5, 0.4]));
    assert.ok(!isAdmissible(order, [1.2, -0.19, 0.4]), "AR root at 1");
    assert.ok(!isAdmissible(order, [0.5, 0.2, -1.5]), "MA root inside the circle");
  });

  it("tells level, walk and season apart", () => {
    const noise = Array.from({ length: 120 }, (_, t) => ((t * 7919) % 101) / 101 - 0.5);
    assert.equal(ordinaryDifferences(noise), 0);
    let level = 0;
    const walk = noise.map((x) => (level += x + 0.3));
    assert.equal(ordinaryDifferences(walk), 1);
    assert.ok(kpss(walk) > kpss(noise));
    assert.ok(
      needsSeasonalDifference(
        noise.map((x, t) => x + 3 * Math.sin((2 * Math.PI * t) / 12)),
        12,
      ),
    );
    assert.ok(!needsSeasonalDifference(noise, 12));
  });
});
