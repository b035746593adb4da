import assert from "node:assert/strict";
import fc from "fast-check";
import type { ForecastPath } from "../../../shared/demand/models/path.ts";
import { calibratedDeviates, type Calibrated } from "../../../shared/demand/models/calibration.ts";
import { fitEts } from "../../../shared/demand/models/ets/ets.ts";
import { calibratedPath, normalPath } from "../../../shared/demand/models/path.ts";
import { normalQuantile } from "../../../shared/numeric/normal.ts";
import { close } from "../close.ts";

const MODELS: readonly Calibrated[] = ["ETS", "THETA", "CES", "ARIMA", "MEAN", "STATISTICS", "LEVEL"];

/** Histories of a level that drifts, 20 values to fit and 6 that came after. */
function driftingLevels(count: number): number[][] {
  let state = 5;
  const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, () => {
    let level = 100;
    return Array.from(
      { length: 26 },
      () => (level += 6 * (normalQuantile(uniform()) / 2)) + 5 * normalQuantile(uniform()),
    );
  });
}

/** Share of the last six values inside the central 80% interval of a forecast from those before. */
function coverage(series: readonly (readonly number[])[], path: (train: readonly number[]) => ForecastPath): number {
  const inside = series.map((values) => {
    const forecast = path(values.slice(0, 20));
    const [low, high] = [forecast.quantile(0.1), forecast.quantile(0.9)];
    return values.slice(20).filter((y, h) => y >= low[h]! && y <= high[h]!).length / 6;
  });
  return inside.reduce((a, b) => a + b, 0) / inside.length;
}

describe("calibrated intervals", () => {
  it("nest, lie alike on both sides, and do not shrink as the periods ahead grow, whatever was fitted", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...MODELS),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 80 }),
        fc.constantFrom(1, 4, 12, 52),
        fc.integer({ min: 1, max: 999 }),
        (model, errors, parameters, season, ahead) => {
          const deviate = calibratedDeviates({ model, errors, parameters, season });
          const path = [0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9999].map((p) => deviate(p, ahead));
          assert.ok(path.every((x, i) => Number.isFinite(x) && (i === 0 || x > path[i - 1]!)));
          close([deviate(0.1, ahead)], [-deviate(0.9, ahead)], 1e-9);
          assert.ok(deviate(0.9, ahead + 1) >= deviate(0.9, ahead));
        },
      ),
    ));

  it("hold four outcomes in five of short histories, where the errors of the fit alone promise too much", () => {
    const series = driftingLevels(300);
    const fit = (values: readonly number[]) => fitEts({ values, season: 1 });
    const normal = coverage(series, (values) => normalPath(fit(values), 6));
    const calibrated = coverage(series, (values) => calibratedPath(fit(values), 6, "ETS", 1));
    assert.ok(normal < 0.76, `${normal}`);
    assert.ok(Math.abs(calibrated - 0.8) < 0.04, `${calibrated}`);
  });

  it("leave no doubt where there is none", () => {
    const steady = calibratedPath(fitEts({ values: new Array<number>(30).fill(7), season: 1 }), 3, "ETS", 1);
    assert.deepEqual(steady.quantile(0.95), [7, 7, 7]);
  });
});
