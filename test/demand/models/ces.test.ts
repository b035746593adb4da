import assert from "node:assert/strict";
import golden from "../../golden/ces.json" with { type: "json" };
import series from "../../golden/ets.json" with { type: "json" };
import { fitCes, fitPlainCes } from "../../../shared/demand/models/ces/ces.ts";
import { fitCesForm } from "../../../shared/demand/models/ces/fit.ts";
import { copyStates, forecastCes, updateCes, type CesForm } from "../../../shared/demand/models/ces/states.ts";
import { close } from "../close.ts";

describe("complex exponential smoothing", () => {
  for (const { series: name, m, form, aicc, forecast } of golden.cases)
    it(`fits form ${form} to ${name} as statsforecast`, () => {
      const y = Float64Array.from(series.series[name as "air" | "nile"]);
      const fitted = fitCesForm(form as CesForm, y, m);
      const states = copyStates(fitted.states);
      const path = forecast.map((_, h) => {
        const next = forecastCes(states, y.length + h);
        updateCes(states, fitted.smoothing, form as CesForm, y.length + h, 0);
        return next;
      });
      close(path, forecast, golden.tolerance);
      assert.ok(Math.abs(fitted.aicc - aicc) < 3, `${fitted.aicc} is not ${aicc}`);
    });

  it("chooses a seasonal form for the airline passengers and follows their season", () => {
    const values = series.series.air.slice(0, -12);
    const fitted = fitCes({ values, season: 12 });
    assert.match(fitted.name, /season/);
    const actual = series.series.air.slice(-12);
    const error = fitted.predict(12).reduce((a, x, h) => a + Math.abs(x / actual[h]! - 1), 0) / 12;
    assert.ok(error < 0.06, `mean absolute error ${error}`);
  });

  it("moves its forecasts by its response when the last value does", () => {
    const values = series.series.nile;
    const fitted = fitPlainCes({ values, season: 1 });
    const response = fitted.response(5);
    assert.ok(response.every((x) => Number.isFinite(x)) && response[0]! > 0);
    assert.equal(fitted.predict(5).length, 5);
    assert.deepEqual(fitted.predict(3), fitted.predict(6).slice(0, 3));
  });

  it("goes on with the last value where there is nothing to smooth", () => {
    assert.deepEqual(fitCes({ values: [5, 6], season: 12 }).predict(2), [6, 6]);
    assert.deepEqual(fitCes({ values: [5, 5, 5, 5, 5, 5, 5], season: 1 }).predict(2), [5, 5]);
  });
});
