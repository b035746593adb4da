import assert from "node:assert/strict";
import series from "../../golden/ets.json" with { type: "json" };
import { loadNetwork } from "../../../server/engines/network.ts";
import { fitQuickStatistics } from "../../../shared/demand/models/statistics.ts";
import { forecaster } from "../../../shared/demand/forecast/forecaster.ts";
import { QUICK } from "../../../shared/demand/forecast/profile.ts";
import { forecastNetwork } from "../../../shared/demand/networks/sequence/forecast.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { blend } from "../../../shared/demand/forecast/blend.ts";
import { spreadOf } from "../../../shared/demand/models/spread.ts";
import { close } from "../close.ts";

describe("a regular item's forecast with the pretrained network", () => {
  const air = { values: series.series.air, season: 12 };
  const fitted = fitQuickStatistics(air);
  let network: Network;
  before(async () => (network = await loadNetwork()));

  it("is half-way between the network and the statistical models", () => {
    const learnt = forecastNetwork(network, air.values, 12, 13, { thorough: false }).mean;
    const statistics = fitted.predict(13);
    close(
      blend(air, network, QUICK).predict(13),
      learnt.map((x, h) => (x + statistics[h]!) / 2),
      1e-12,
    );
  });

  it("has spreads between both, and totals that spread as theirs", () => {
    const { spread } = blend(air, network, QUICK);
    const own = spreadOf(fitted);
    const path = forecastNetwork(network, air.values, 12, 13, { thorough: false });
    const [upper, lower] = [path.quantile(0.8413447460685429), path.quantile(1 - 0.8413447460685429)];
    spread.variances(13).forEach((variance, h) => {
      const bounds = [own.variances(13)[h]!, ((upper[h]! - lower[h]!) / 2) ** 2].sort((a, b) => a - b);
      assert.ok(variance >= bounds[0]! * (1 - 1e-9) && variance <= bounds[1]! * (1 + 1e-9));
    });
    close([spread.sd ** 2], [spread.variances(1)[0]!], 1e-12);
    close([spread.totalVariance(1)], [spread.variances(1)[0]!], 1e-12);
    assert.equal(spread.totalVariance(0), 0);
    assert.ok([2, 6, 13, 20].every((n) => spread.totalVariance(n) > spread.totalVariance(n - 1)));
  });

  it("forecasts 6 periods as the first 6 of 40, and goes on beyond the network's as the models do", () => {
    const { predict } = blend(air, network, QUICK);
    const far = predict(40);
    assert.deepEqual(predict(6), far.slice(0, 6));
    const statistics = fitted.predict(40);
    far.slice(13).forEach((x, i) => close([x - statistics[13 + i]!], [far[12]! - statistics[12]!], 1e-9));
  });

  it("is the models' alone for a handful of values, a constant, and without a network", () => {
    for (const values of [[5, 7, 6, 8, 5], new Array<number>(30).fill(7)])
      assert.equal(blend({ values, season: 1 }, network, QUICK).learned, false);
    assert.deepEqual(blend(air, undefined, QUICK).predict(4), fitted.predict(4));
  });

  it("says so in the plan's words, and leaves slow movers alone", () => {
    const of = (values: readonly number[]): string =>
      forecaster({ networks: { sequence: network }, profile: QUICK })(values, 12).words;
    assert.equal(of(air.values), "level, trend and season, with a pretrained network, 144 periods");
    assert.match(of([0, 0, 3, 0, 0, 0, 0, 2, 0, 0]), /^slow mover/);
    const total = forecaster({ networks: { sequence: network }, profile: QUICK })(air.values, 12).total(2.5);
    assert.ok(total.quantile(0.5) > 900 && total.quantile(0.95) < 1400 && total.quantile(0.05) > 800);
  });
});
