import assert from "node:assert/strict";
import series from "../../golden/ets.json" with { type: "json" };
import golden from "../../golden/theta.json" with { type: "json" };
import { fitDynamicTheta } from "../../../shared/demand/models/dynamic-theta.ts";
import { movingAverage } from "../../../shared/demand/models/moving-average.ts";
import { close } from "../close.ts";

describe("dynamic Theta", () => {
  for (const { series: name, length, meanSquaredError, forecast } of golden.cases)
    it(`forecasts the first ${length} of ${name} as statsforecast`, () => {
      const values = series.series[name as "air" | "nile"].slice(0, length);
      const fitted = fitDynamicTheta({ values, season: 1 });
      close(fitted.predict(6), forecast, golden.tolerance);
      const squares = fitted.errors.reduce((a, e) => a + e * e, 0) / fitted.errors.length;
      // A better optimum is welcome.
      assert.ok(squares <= meanSquaredError * (1 + golden.tolerance), `${squares} against ${meanSquaredError}`);
    });

  it("follows a straight line, and a constant", () => {
    const line = Array.from({ length: 40 }, (_, t) => 100 + 3 * t);
    close(fitDynamicTheta({ values: line, season: 1 }).predict(3), [220, 223, 226], 0.01);
    close(fitDynamicTheta({ values: new Array<number>(20).fill(7), season: 1 }).predict(3), [7, 7, 7], 1e-6);
  });

  it("takes up to five values as the plain Theta method", () => {
    assert.equal(fitDynamicTheta({ values: [3, 4, 5], season: 1 }).name, "Theta");
    assert.equal(fitDynamicTheta({ values: [0, 0, 0, 0, 0, 0, 0], season: 1 }).predict(1)[0], 0);
  });
});

describe("moving average", () => {
  it("is the mean of the last periods, and its errors are those of doing so before", () => {
    const fitted = movingAverage(3)({ values: [1, 2, 3, 7, 8], season: 1 });
    assert.deepEqual(fitted.predict(2), [6, 6]);
    assert.deepEqual(fitted.errors, [5, 4]);
    assert.deepEqual(movingAverage(9)({ values: [1, 3], season: 1 }).predict(1), [2]);
  });
});
