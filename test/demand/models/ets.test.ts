import assert from "node:assert/strict";
import golden from "../../golden/ets.json" with { type: "json" };
import { fitEts } from "../../../shared/demand/models/ets/ets.ts";
import { forecastStates, runFilter, type States } from "../../../shared/demand/models/ets/filter.ts";
import { fitForm } from "../../../shared/demand/models/ets/fit.ts";
import { candidateForms, formName, type Form } from "../../../shared/demand/models/ets/form.ts";

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.abs(expected),
    `${actual} is not ${expected} within ${tolerance}`,
  );

/** statsmodels keeps the constant of the likelihood that R drops. */
const fullLikelihood = (criterion: number, n: number): number =>
  -(criterion + n * (Math.log((2 * Math.PI) / n) + 1)) / 2;

const air = Float64Array.from(golden.series.air);

describe("exponential smoothing", () => {
  for (const example of golden.cases) {
    const form = example.form as Form;
    it(`${formName(form)} filters and forecasts as statsmodels with the same parameters and states`, () => {
      const states: States = {
        level: example.level,
        trend: example.trend,
        seasonal: Float64Array.from(example.seasonal),
      };
      const criterion = runFilter(form, air, example, states);
      near(fullLikelihood(criterion, air.length), example.logLikelihood, golden.tolerance);
      const path = forecastStates(form, example, states, air.length, 15);
      example.forecast.forEach((expected, h) => near(path[h]!, expected, golden.tolerance));
    });
  }

  for (const example of golden.fitted) {
    const form = example.form as Form;
    it(`${formName(form)} filters and forecasts as statsforecast with the parameters it found`, () => {
      const states: States = {
        level: example.level,
        trend: example.trend,
        seasonal: Float64Array.from(example.seasonal),
      };
      near(runFilter(form, air, example, states), example.criterion, golden.tolerance);
      // From the second step on statsforecast sums the powers of phi from the first again.
      const horizon = form.trend === "Ad" ? 1 : 15;
      const path = forecastStates(form, example, states, air.length, horizon);
      path.forEach((x, h) => near(x, example.forecast[h]!, golden.tolerance));
    });
  }

  for (const { series, m, form, aicc } of golden.chosen)
    it(`fits ${form} to the ${series} series at least as well as statsforecast`, () => {
      const values = golden.series[series as "air" | "nile"];
      const unit = values.reduce((a, b) => a + b, 0) / values.length;
      const chosen = candidateForms(true, m > 1).find((candidate) => formName(candidate) === form)!;
      const fitted = fitForm(
        chosen,
        Float64Array.from(values, (x) => x / unit),
        m,
      );
      assert.ok(fitted.aicc + 2 * values.length * Math.log(unit) < aicc + 0.1, `${fitted.aicc}`);
    });

  it("chooses a level alone for the Nile and forecasts it as statsforecast does", () => {
    const fitted = fitEts({ values: golden.series.nile, season: 1 });
    assert.match(fitted.name, /^ETS\(.,N,N\)$/);
    for (const [h, expected] of golden.chosen[1]!.forecast.entries()) near(fitted.predict(12)[h]!, expected, 0.005);
  });

  it("finds trend and a multiplicative season in the airline passengers, and errs less than the seasonal naive", () => {
    const train = golden.series.air.slice(0, -12);
    const fitted = fitEts({ values: train, season: 12 });
    assert.match(fitted.name, /^ETS\(M,Ad?,M\)$/);
    const error = (path: readonly number[]): number =>
      path.reduce((a, x, h) => a + Math.abs(golden.series.air[train.length + h]! / x - 1), 0) / path.length;
    assert.ok(error(fitted.predict(12)) < 0.05);
    assert.ok(error(fitted.predict(12)) < error(train.slice(-12)));
  });

  it("is the same in any unit", () => {
    const fitted = fitEts({ values: golden.series.air, season: 12 });
    const thousandfold = fitEts({ values: golden.series.air.map((x) => x * 1000), season: 12 });
    assert.equal(thousandfold.name, fitted.name);
    fitted.predict(12).forEach((x, h) => near(thousandfold.predict(12)[h]!, 1000 * x, 1e-9));
  });

  it("answers for a constant, for few values, for zeros and for negative values", () => {
    assert.deepEqual(fitEts({ values: new Array<number>(30).fill(7), season: 12 }).predict(3), [7, 7, 7]);
    assert.deepEqual(fitEts({ values: [3], season: 12 }).predict(2), [3, 3]);
    for (const values of [
      [0, 0, 3, 0, 0, 0, 2, 0, 0],
      [-5, 3, -2, 8, -1, 0, 4, -6],
      [1, 2, 3, 4, 5],
    ])
      assert.ok(fitEts({ values, season: 4 }).predict(20).every(Number.isFinite));
  });

  it("takes a weekly season of 52 from outside", () => {
    const values = Array.from(
      { length: 156 },
      (_, t) => 100 + 40 * Math.sin((2 * Math.PI * t) / 52) + ((t * 7919) % 11),
    );
    const path = fitEts({ values, season: 52 }).predict(52);
    assert.ok(path[13]! - path[39]! > 50, "the peak stays a quarter into the year");
  });
});
