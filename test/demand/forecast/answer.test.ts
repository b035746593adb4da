import assert from "node:assert/strict";
import type { ForecastPath } from "../../../shared/demand/models/path.ts";
import { answerForecasts, shapeForecasts } from "../../../shared/functions/parameters/forecast.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import type { Engines } from "../../../shared/functions/engines.ts";
import { forecastArima } from "../../../shared/functions/forecast-arima.ts";
import { forecastEts } from "../../../shared/functions/forecast-ets.ts";
import { arima } from "../../../server/engines/arima.ts";

const path = (...mean: number[]): ForecastPath => ({ mean, quantile: (p) => mean.map((x) => x + 10 * (p - 0.5)) });
const engines = { arima } as Engines;
const column = (values: unknown[]): unknown[][] => values.map((x) => [x]);
const call = (definition: typeof forecastEts, args: unknown[]): ReturnType<typeof evaluate> =>
  evaluate(definition, args, engines, (error) => {
    throw error;
  });

describe("forecast answers", () => {
  it("a column of means, or mean, low and high side by side for each series", () => {
    assert.deepEqual(shapeForecasts([[5, 6]], [path(7, 8)], undefined), [[7], [8]]);
    const two = shapeForecasts([[5], [9]], [path(7, 8), path(20, 21)], 0.8);
    assert.deepEqual(
      two.map((row) => row.map((x) => Math.round(x))),
      [
        [7, 3, 11, 20, 16, 24],
        [8, 4, 12, 21, 17, 25],
      ],
    );
  });

  it("never negative where the history is not, free where it is", () => {
    assert.deepEqual(shapeForecasts([[5]], [path(-1)], 0.8)[0]!.slice(0, 2), [0, 0]);
    assert.equal(shapeForecasts([[-5]], [path(-1)], undefined)[0]![0], -1);
  });

  it("a series without a value is an error that says which", () => {
    const args = {
      history: [
        [1, 2],
        [NaN, NaN],
      ],
      season: 1,
      level: undefined,
    };
    assert.throws(() => answerForecasts(args, () => path(1)), /history: column 2 must hold at least one value/);
  });

  for (const definition of [forecastEts, forecastArima]) {
    describe(definition.name, () => {
      const history = column([12, 15, "NA", 11, 14, 18, 13, 12, 16, 19, 14, 13, 15, 20, 15, 13]);

      it("spills a column, and three with a level whose intervals nest", async () => {
        const plain = await call(definition, [history, 5, 4]);
        const wide = await call(definition, [history, 5, 4, 0.95]);
        const narrow = await call(definition, [history, 5, 4, 0.5]);
        assert.ok("value" in plain && "value" in wide && "value" in narrow);
        const [p, w, n] = [plain, wide, narrow].map((outcome) => outcome.value as number[][]);
        assert.equal(p!.length, 5);
        for (let h = 0; h < 5; h += 1) {
          assert.equal(p![h]!.length, 1);
          assert.equal(w![h]![0], p![h]![0]);
          assert.ok(w![h]![1]! <= n![h]![1]! && n![h]![1]! <= n![h]![2]! && n![h]![2]! <= w![h]![2]!);
        }
      });

      it("a forecast of 6 is a prefix of one of 12, with the season left out too", async () => {
        const [six, twelve] = [await call(definition, [history, 6]), await call(definition, [history, 12])];
        assert.ok("value" in six && "value" in twelve);
        assert.deepEqual(six.value, (twelve.value as number[][]).slice(0, 6));
      });

      it("bad arguments are named", async () => {
        for (const [args, message] of [
          [[history, 0], /horizon: must be at least 1/],
          [[history, 3, 0.5], /season: must be a whole number/],
          [[history, 3, 4, 1], /level: must be greater than 0 and below 1/],
          [[column(["NA", "NA"]), 3], /history: the range must hold at least one value/],
        ] as const) {
          const outcome = await call(definition, args as unknown as unknown[]);
          assert.ok("error" in outcome);
          assert.match(outcome.error.message, message);
        }
      });
    });
  }
});
