import assert from "node:assert/strict";
import { engines } from "../../../server/engines/index.ts";
import type { Outcome } from "../../../shared/define/cells.ts";
import { evaluate } from "../../../shared/define/evaluate.ts";
import { driverEffects } from "../../../shared/demand/causes/effects.ts";
import { regress } from "../../../shared/demand/causes/regression.ts";
import { findFunction } from "../../../shared/functions/index.ts";
import { noFaults } from "../../harness/faults.ts";

const FUNCTIONS = ["FORECAST_ARIMA", "FORECAST_BEST", "FORECAST_ETS", "FORECAST_LSTM", "FORECAST_ML"];

/** A fixed sequence between -1 and 1 that looks like noise. */
const noise = (t: number): number => Math.sin(12.9898 * t + 78.233 * Math.sin(t));
const promotion = (t: number): number => (noise(3 * t) > 0.3 ? 1 : 0);
const price = (t: number): number => 2 + 0.5 * noise(5 * t);
/** A level of 100 that a promotion raises by 60% and a price moves with elasticity -2. */
const demand = (t: number): number =>
  100 * (1 + 0.6 * promotion(t)) * (price(t) / 2) ** -2 * Math.exp(0.03 * noise(7 * t));

const LENGTH = 120;
const HORIZON = 6;
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const HISTORY = range(0, LENGTH).map((t) => [demand(t)]);
const DRIVERS = range(0, LENGTH).map((t) => [promotion(t), price(t)]);
const FUTURE = range(LENGTH, LENGTH + HORIZON).map((t) => [promotion(t), price(t)]);

/** FORECAST_LSTM has a model before its drivers. */
const placed = (name: string, args: readonly unknown[]): unknown[] =>
  name === "FORECAST_LSTM" && args.length > 4 ? [...args.slice(0, 4), null, ...args.slice(4)] : [...args];

const call = (name: string, ...args: unknown[]): Promise<Outcome> =>
  evaluate(findFunction(name)!, placed(name, args), engines, noFaults);

async function valueOf(outcome: Promise<Outcome>): Promise<number[][]> {
  const found = await outcome;
  assert.ok("value" in found, JSON.stringify(found));
  return found.value as number[][];
}

async function messageOf(outcome: Promise<Outcome>): Promise<string> {
  const found = await outcome;
  assert.ok("error" in found, "should have been refused");
  return found.error.message;
}

describe("drivers", () => {
  for (const name of FUNCTIONS)
    describe(name, () => {
      it("foresees what promotion and price do", async () => {
        const rows = await valueOf(call(name, HISTORY, HORIZON, 1, null, DRIVERS, FUTURE));
        for (const [h, [x]] of rows.entries()) {
          const expected = demand(LENGTH + h);
          assert.ok(Math.abs(x! - expected) < 0.15 * expected, `period ${h + 1}: ${x} not about ${expected}`);
        }
      });

      it("answers 6 periods as the first of 12, and a low and high around each", async () => {
        const long = range(LENGTH, LENGTH + 12).map((t) => [promotion(t), price(t)]);
        const six = await valueOf(call(name, HISTORY, 6, 1, 0.9, DRIVERS, FUTURE));
        const twelve = await valueOf(call(name, HISTORY, 12, 1, 0.9, DRIVERS, long));
        assert.deepEqual(six, twelve.slice(0, 6));
        for (const [mean, low, high] of six) assert.ok(0 <= low! && low! <= mean! && mean! <= high!);
      });

      it("ignores a driver that never changes", async () => {
        const plain = await valueOf(call(name, HISTORY, HORIZON, 1));
        const constant = await valueOf(
          call(
            name,
            HISTORY,
            HORIZON,
            1,
            null,
            HISTORY.map(() => [7]),
            FUTURE.map(() => [7]),
          ),
        );
        assert.deepEqual(constant, plain);
      });

      it("keeps zeros at zero and forecasts from one observation", async () => {
        const zeros = await valueOf(
          call(
            name,
            HISTORY.map(() => [0]),
            HORIZON,
            1,
            null,
            DRIVERS,
            FUTURE,
          ),
        );
        assert.ok(zeros.every(([x]) => x === 0));
        const one = await valueOf(call(name, [[5]], 2, 1, null, [[1]], [[0], [1]]));
        assert.ok(one.every(([x]) => x === 5));
      });

      it("refuses a driver whose future is not known, naming it", async () => {
        const unknown = FUTURE.map((row, h) => [row[0]!, h === 3 ? "NA" : row[1]!]);
        assert.match(
          await messageOf(call(name, HISTORY, HORIZON, 1, null, DRIVERS, unknown)),
          /^future_drivers: column 2 must be known for every period ahead; row 4 is missing/,
        );
        assert.match(
          await messageOf(call(name, HISTORY, HORIZON, 1, null, DRIVERS, FUTURE.slice(1))),
          /^future_drivers: must have one row for each of the 6 periods ahead; got 5 rows/,
        );
        assert.match(
          await messageOf(call(name, HISTORY, HORIZON, 1, null, DRIVERS)),
          /^future_drivers: must hold the same 2 columns .* got nothing/,
        );
        assert.match(
          await messageOf(call(name, HISTORY, HORIZON, 1, null, DRIVERS.slice(1), FUTURE)),
          /^drivers: must have one row for each of the 120 periods of history; got 119 rows/,
        );
        assert.match(
          await messageOf(call(name, HISTORY, HORIZON, 1, null, null, FUTURE)),
          /^drivers: must be given where future_drivers is/,
        );
      });

      it("takes numbers, TRUE and FALSE, and texts for the same driver", async () => {
        const one = (cells: readonly (readonly number[])[], word: (x: number) => unknown): unknown[][] =>
          cells.map(([x]) => [word(x!)]);
        const answers = await Promise.all(
          [(x: number) => x, (x: number) => x === 1, (x: number) => (x === 1 ? "yes" : "no")].map((word) =>
            valueOf(call(name, HISTORY, HORIZON, 1, null, one(DRIVERS, word), one(FUTURE, word))),
          ),
        );
        assert.deepEqual(answers[1], answers[0]);
        assert.deepEqual(answers[2], answers[0]);
      });
    });

  it("published late act with their lag: known ahead only as far as the lag", async () => {
    const late = range(0, LENGTH).map((t) => [promotion(t + 8)]);
    const rows = await valueOf(
      call(
        "FORECAST_ETS",
        range(0, LENGTH).map((t) => [100 + 80 * promotion(t)]),
        6,
        1,
        null,
        late,
        null,
        [[8]],
      ),
    );
    for (const [h, [x]] of rows.entries()) {
      const expected = 100 + 80 * promotion(LENGTH + h);
      assert.ok(Math.abs(x! - expected) < 0.15 * expected, `period ${h + 1}: ${x} not about ${expected}`);
    }
    assert.match(
      await messageOf(call("FORECAST_ETS", HISTORY, 9, 1, null, late, null, [[8]])),
      /^future_drivers: must hold the same 1 columns/,
    );
    assert.match(await messageOf(call("FORECAST_ETS", HISTORY, 6, 1, null, late, null, [[8, 1]])), /^driver_lags: /);
  });

  it("that are missing in the past count as usual there", async () => {
    const gaps = DRIVERS.map((row, t) => (t < 10 ? ["NA", row[1]!] : row));
    const rows = await valueOf(call("FORECAST_BEST", HISTORY, HORIZON, 1, null, gaps, FUTURE));
    for (const [h, [x]] of rows.entries()) assert.ok(Math.abs(x! / demand(LENGTH + h) - 1) < 0.2);
  });

  it("multiply demand that is sometimes zero, and never turn it negative", () => {
    const values = range(0, 200).map((t) => (noise(11 * t) > 0.2 ? Math.round(2 + 6 * promotion(t)) : 0));
    const effects = driverEffects(values, 1, { past: [range(0, 200).map(promotion)], future: [[0, 1]] });
    assert.ok(effects.multiplicative && effects.past.every((x) => x > 0));
    const ratio = effects.ahead[1]! / effects.ahead[0]!;
    assert.ok(ratio > 1.4 && ratio < 4.5, `promotion multiplies by ${ratio}, not by up to 4`);
  });

  it("add to demand that is sometimes negative", () => {
    const values = range(0, 100).map((t) => -20 + 50 * promotion(t) + noise(7 * t));
    const effects = driverEffects(values, 1, { past: [range(0, 100).map(promotion)], future: [[0, 1]] });
    assert.equal(effects.multiplicative, false);
    assert.ok(Math.abs(effects.ahead[1]! - effects.ahead[0]! - 50) < 3);
  });
});

describe("regression with a drifting level", () => {
  it("finds an effect beside a level that wanders, where plain least squares is led astray", () => {
    let level = 0;
    const x = range(0, 300).map((t) => noise(3 * t) + t / 100);
    const y = x.map((value, t) => {
      level += 0.3 * noise(17 * t + 1);
      return level + 2 * value + 0.1 * noise(5 * t);
    });
    const { coefficients } = regress(y, { columns: [x], pull: [1] });
    assert.ok(Math.abs(coefficients[0]! - 2) < 0.1, `found ${coefficients[0]}`);
  });

  it("skips what is not known", () => {
    const x = range(0, 80).map((t) => noise(3 * t));
    const full = x.map((value) => 5 + 2 * value);
    const { coefficients } = regress(
      full.map((y, t) => (t % 9 === 4 ? NaN : y)),
      { columns: [x], pull: [1] },
    );
    assert.ok(Math.abs(coefficients[0]! - 2) < 0.05, `found ${coefficients[0]}`);
  });
});
