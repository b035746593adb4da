import assert from "node:assert/strict";
import fc from "fast-check";
import { backtest } from "../../../shared/demand/backtest/backtest.ts";
import { origins } from "../../../shared/demand/origins/windows.ts";
import {
  meanAbsoluteError,
  naiveScales,
  pinball,
  relativeBias,
  symmetricError,
} from "../../../shared/demand/origins/errors.ts";
import { METHODS, USUAL_METHODS, type Method } from "../../../shared/demand/backtest/methods.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import { backtest as backtestFunction } from "../../../shared/functions/backtest.ts";
import { forecastError } from "../../../shared/functions/forecast-error.ts";
import { engines } from "../../../server/engines/index.ts";
import { noFaults } from "../../harness/faults.ts";
import { close } from "../close.ts";

/** Forecasts the period's own number when each value is its place in the history, `off` too high. */
const counting =
  (off: number, width = 1): Method =>
  (values, _, horizon) => {
    const mean = Array.from({ length: horizon }, (__, h) => values.length + h + off);
    return { mean, quantile: (p) => mean.map((x) => x + width * (p - 0.5)) };
  };
const places = Array.from({ length: 40 }, (_, t) => t);

describe("backtest", () => {
  it("knows at each origin only what came before, and scores what came", () => {
    const lengths: number[] = [];
    const score = backtest([places], [1], 4, (values, season, horizon) => {
      lengths.push(values.length);
      assert.deepEqual(values, places.slice(0, values.length));
      return counting(0)(values, season, horizon);
    })!;
    assert.deepEqual(lengths, origins(40, 4, 1));
    assert.deepEqual([lengths.at(-1), lengths.length], [36, 6]);
    assert.deepEqual([score.mase, score.rmsse, score.wape, score.bias, score.coverage], [0, 0, 0, 0, 1]);
  });

  it("scores by hand: one unit too high where the naive forecast errs by one", () => {
    const score = backtest([places], [1], 1, counting(1))!;
    close([score.mase, score.rmsse], [1, 1], 1e-12);
    assert.ok(score.bias > 0 && score.bias === score.wape);
    assert.equal(score.coverage, 0, "the interval is half a unit to either side");
    assert.equal(backtest([places], [1], 1, counting(1, 3))!.coverage, 1);
    // Quantiles 1 - 0.5 + p too high, each loss (1 - p) times that; twice their mean.
    const losses = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => (1 - p) * (0.5 + p));
    close([score.pinball], [(2 * losses.reduce((a, b) => a + b, 0)) / 5], 1e-12);
  });

  it("has no origin where the history is no longer than the horizon, and up to six otherwise", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1, 4, 12, 52),
        (n, h, m) => {
          const known = origins(n, h, m);
          assert.equal(known.length === 0, n <= h);
          assert.ok(known.length <= 6 && known.every((k, i) => k >= 1 && k + h <= n && (i === 0 || k > known[i - 1]!)));
        },
      ),
    );
    assert.equal(backtest([[1, 2]], [1], 2, counting(0)), undefined);
  });

  it("leaves missing values out, and has no MASE where nothing changes", () => {
    const score = backtest([[5, 5, 5, 5, 5, NaN, 5, 5]], [1], 1, (values, _, horizon) =>
      counting(5 - values.length)(values, _, horizon),
    )!;
    assert.equal(score.wape, 0);
    assert.ok(Number.isNaN(score.mase));
  });

  it("can run every method it names, each from one value up", async () => {
    assert.ok(USUAL_METHODS.every((name) => name in METHODS));
    for (const [name, load] of Object.entries(METHODS)) {
      const method = await load(engines);
      for (const values of [[7], [7, NaN, 9], [3, 5, 4, 6, 5, 4, 6, 7, 5, 4, 3, 6, 7, 8, 5, 6]]) {
        const path = method(values, 4, 5);
        assert.ok(path.mean.length === 5 && path.mean.every(Number.isFinite), name);
        assert.ok(
          path.quantile(0.9).every((x, h) => x >= path.quantile(0.1)[h]!),
          name,
        );
      }
    }
  });

  it("judges methods for intermittent demand by their count distributions", async () => {
    const part = Array.from({ length: 80 }, (_, t) => ((t * 7919) % 13 < 3 ? 1 + ((t * 31) % 4) : 0));
    for (const name of ["INTERMITTENT", "COUNT", "CROSTON", "SBA", "TSB", "ADIDA", "IMAPA"]) {
      const method = await METHODS[name]!(engines);
      assert.ok(
        method(part, 1, 3)
          .quantile(0.95)
          .every((x) => Number.isInteger(x) && x >= 1 && x <= 4),
        name,
      );
      const score = backtest([part], [1], 6, method)!;
      assert.ok(score.coverage >= 0.85 && score.coverage <= 1, `${name}: ${score.coverage}`);
      assert.ok(score.pinball > 0 && score.pinball < 1.5 && Math.abs(score.bias) < 0.5, name);
    }
  });

  it("has no score that hangs on the units, even of numbers beyond all use", async () => {
    const theta = await METHODS["THETA"]!(engines);
    const values = Array.from({ length: 40 }, (_, t) => 50 + ((t * 37) % 11));
    const one = Object.values(backtest([values], [1], 4, theta)!) as number[];
    const huge = backtest([values.map((x) => x * 2 ** 990)], [1], 4, theta)!;
    close(Object.values(huge) as number[], one, 1e-9);
  });

  it("as a worksheet function has a header, a row a method, and says what methods there are", async () => {
    const history = Array.from({ length: 48 }, (_, t) => [20 + 5 * Math.sin((2 * Math.PI * t) / 12) + ((t * 7) % 5)]);
    const outcome = await evaluate(backtestFunction, [history, 6, 12], engines, noFaults);
    assert.ok("value" in outcome);
    const rows = outcome.value as (string | number)[][];
    assert.deepEqual(rows[0], ["method", "MASE", "RMSSE", "WAPE", "bias", "pinball", "90% coverage"]);
    assert.deepEqual(
      rows.slice(1).map(([name]) => name),
      USUAL_METHODS,
    );
    assert.ok(rows.slice(1).every((row) => row.slice(1).every((x) => typeof x === "number")));
    const named = await evaluate(
      backtestFunction,
      [history, 6, 12, [["forecast_theta", "naive", "network"]]],
      engines,
      noFaults,
    );
    assert.deepEqual("value" in named && (named.value as string[][]).map(([name]) => name), [
      "method",
      "THETA",
      "NAIVE",
      "LSTM",
    ]);
    for (const [args, message] of [
      [[history, 6, 12, [["magic"]]], /^methods: must be among BEST, .*; got "magic"/],
      [[[[1], [2], [3]], 3], /^history: must have more periods with a value than horizon, which is 3/],
    ] as const) {
      const wrong = await evaluate(backtestFunction, args as unknown as unknown[], engines, noFaults);
      assert.match("error" in wrong ? wrong.error.message : "", message);
    }
  });
});

describe("measures of error", () => {
  const pairs = { actual: [10, 20, 0], forecast: [12, 17, 0] };

  it("by hand", () => {
    close([meanAbsoluteError(pairs), relativeBias(pairs)], [5 / 3, -1 / 30], 1e-15);
    close([symmetricError(pairs)], [(4 / 22 + 6 / 37) / 3], 1e-15);
    close([pinball(10, 8, 0.9), pinball(8, 10, 0.9)], [1.8, 0.2], 1e-12);
    assert.deepEqual(naiveScales([1, 4, NaN, 4, 8], 1), { absolute: 3.5, squared: Math.sqrt((9 + 16) / 2) });
  });

  it("FORECAST_ERROR refuses what has no answer, with the reason", async () => {
    const column = (...values: unknown[]): unknown[][] => values.map((x) => [x]);
    const ask = async (...args: unknown[]): Promise<string> => {
      const outcome = await evaluate(forecastError, args, engines, noFaults);
      return "error" in outcome ? outcome.error.message : String(outcome.value);
    };
    assert.match(
      await ask(column(1, 2), column(1)),
      /^forecast: must have the shape of actual, 2 rows by 1 columns; got 1 by 1/,
    );
    assert.match(await ask(column("NA"), column(1)), /^actual: must have a value where forecast has one/);
    assert.match(await ask(column(1), column(1), "MASE"), /^history: must be given for MASE/);
    assert.match(await ask(column(1), column(1), "rmsse", column(3, 3, 3)), /^history: must have values/);
    assert.match(await ask(column(0, 1), column(1, 1), "mape"), /^actual: must have no zero for MAPE/);
    assert.match(await ask(column(0), column(1)), /^actual: must have a value other than 0 for WAPE/);
    assert.equal(await ask(column(0, "NA"), column(3, 5), "mae"), "3");
    assert.equal(await ask([[1, 2]], [[2, 4]], "rmse"), String(Math.sqrt(2.5)));
  });
});
