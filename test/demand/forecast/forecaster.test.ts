import assert from "node:assert/strict";
import { loadCounts, loadNetwork } from "../../../server/engines/network.ts";
import { forecaster, type Forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { learn } from "../../../shared/demand/forecast/learn.ts";
import { QUICK, THOROUGH } from "../../../shared/demand/forecast/profile.ts";
import { close } from "../close.ts";

const range = (n: number): number[] => Array.from({ length: n }, (_, t) => t);
const wave = range(60).map((t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12));
const HISTORIES: Readonly<Record<string, readonly number[]>> = {
  zero: [0, 0, 0, 0],
  constant: new Array<number>(8).fill(7),
  short: [5, 9, 7],
  slow: range(60).map((t) => (t % 7 === 3 ? 1 + (t % 4) : 0)),
  smooth: wave,
};

for (const [name, profile] of Object.entries({ THOROUGH, QUICK }))
  describe(`the forecaster, ${name}`, () => {
    let forecastOf: Forecaster;
    before(async () => {
      const networks = { sequence: await loadNetwork(), slow: await loadCounts() };
      forecastOf = forecaster({ networks, profile });
    });

    for (const [pattern, history] of Object.entries(HISTORIES))
      it(`of a ${pattern} history: mean, periods and totals agree`, () => {
        const forecast = forecastOf(history, 12);
        assert.equal(forecast.pattern, pattern);
        assert.equal(forecast.follows, pattern !== "slow");
        const mean = forecast.mean(6);
        close(
          forecast.each(6).map((one) => one.mean),
          mean,
          1e-9,
        );
        close([forecast.between(2, 5).mean], [mean[2]! + mean[3]! + mean[4]!], 1e-9);
        close([forecast.total(3).sd], [forecast.between(0, 3).sd], 1e-12);
        assert.ok(forecast.words.length > 0 && forecast.parts.length > 0);
      });

    it("takes out what drivers did and puts back what they will do, in means and totals", () => {
      const on = (t: number): number => (t % 5 === 0 ? 1 : 0);
      const history = range(60).map((t) => (100 + (t % 3)) * (1 + on(t)));
      const drivers = { past: [range(60).map(on)], future: [range(6).map((t) => on(60 + t))] };
      const forecast = forecastOf(history, 1, { drivers });
      const mean = forecast.mean(6);
      assert.ok(Math.abs(mean[0]! / 200 - 1) < 0.15 && Math.abs(mean[1]! / 100 - 1) < 0.15, mean.join());
      close([forecast.total(6).mean], [mean.reduce((a, b) => a + b, 0)], 1e-9);
      assert.ok(forecast.between(0, 1).sd > 1.5 * forecast.between(1, 2).sd * 0.9);
    });
  });

describe("what items share", () => {
  const table = range(40).map((i) => range(50).map((t) => ((t + i) % (2 + (i % 5)) === 0 ? 1 : 0)));

  it("is plain data, and as of a past date what was known then", () => {
    const shared = learn(table);
    assert.ok(shared.prior !== undefined);
    assert.deepEqual(structuredClone(shared), shared);
    assert.deepEqual(learn(table, 30), learn(table.map((history) => history.slice(0, 30))));
    assert.notDeepEqual(learn(table, 30), shared);
  });
});
