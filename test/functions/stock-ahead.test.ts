import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluateCell } from "../../shared/define/evaluate.ts";
import type { CellFunction } from "../../shared/define/define.ts";
import type { Answer } from "../../shared/define/cells.ts";
import * as cell from "../../shared/functions/cell.list.ts";
import { noFaults } from "../harness/faults.ts";

const outcome = (f: CellFunction, args: unknown[]) => evaluateCell(f, args, noFaults);

function value(f: CellFunction, ...args: unknown[]): Answer {
  const answer = outcome(f, args);
  assert.ok("value" in answer, `${f.name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** The time stock runs out, or null where the function answers #N/A. */
function time(f: CellFunction, ...args: unknown[]): number | null {
  const answer = outcome(f, args);
  if ("error" in answer) {
    assert.equal(answer.error.code, "#N/A", answer.error.message);
    return null;
  }
  return Number(answer.value);
}

const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${a} ${b}`);
const row = (numbers: readonly number[]): number[][] => [[...numbers]];

// Quarters are exact in binary, so that "used up just as the period ends" is meant as such.
const quarters = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 4 * most }).map((x) => x / 4);
const onHand = fc.integer({ min: -200, max: 1600 }).map((x) => x / 4);
const forecasts = fc.array(quarters(60), { minLength: 1, maxLength: 12 });
const receipts = (n: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.constant(0), quarters(120)), { maxLength: n });
const ahead = forecasts.chain((forecast) => fc.tuple(onHand, fc.constant(forecast), receipts(forecast.length)));

/** Stock at a time within the forecast: what its period opens with, less its share of the period's demand. */
function stockAt(at: number, [free, forecast, arriving]: readonly [number, number[], number[]]): number {
  const whole = Math.min(Math.floor(at), forecast.length - 1);
  const before = forecast.slice(0, whole).reduce((sum, x) => sum - x, free);
  const arrived = arriving.slice(0, whole + 1).reduce((sum, x) => sum + x, 0);
  return before + arrived - (at - whole) * forecast[whole]!;
}

/** What a range argument is sent as where nothing arrives: left out. */
const range = (numbers: readonly number[]): number[][] | null => (numbers.length ? row(numbers) : null);

describe("stock ahead", () => {
  it("is projected so that each period's end follows from the one before", () => {
    fc.assert(
      fc.property(ahead, quarters(50), ([free, forecast, arriving], owed) => {
        const [stock] = value(cell.projectedStock, free, row(forecast), range(arriving), owed) as number[][];
        const starts = [free - owed, ...stock!];
        stock!.forEach((end, t) => near(end, starts[t]! + (arriving[t] ?? 0) - forecast[t]!));
      }),
    );
  });

  it("runs out where the projected stock crosses 0, and not before", () => {
    fc.assert(
      fc.property(ahead, (given) => {
        const [free, forecast, arriving] = given;
        const out = time(cell.stockoutDate, free, row(forecast), range(arriving));
        const [stock] = value(cell.projectedStock, free, row(forecast), range(arriving)) as number[][];
        if (out === null) {
          assert.ok(stock!.every((x) => x >= 0) && stock!.at(-1)! > 0);
          return;
        }
        assert.ok(out >= 0 && out <= forecast.length);
        assert.ok(stockAt(out, given) <= 1e-9, "nothing is left then");
        stock!.forEach((x, t) => assert.ok(t + 1 >= out || x >= 0, "no period before ends below 0"));
        for (const share of [0.01, 0.5, 0.99])
          if (out > 0) assert.ok(stockAt(out * share, given) >= -1e-9, "there is stock before");
      }),
      { numRuns: 300 },
    );
  });

  it("is covered as long as it lasts where nothing arrives", () => {
    fc.assert(
      fc.property(onHand, forecasts, (free, forecast) => {
        const out = time(cell.stockoutDate, free, row(forecast));
        const covered = time(cell.cover, free, row(forecast));
        if (out !== null) near(covered!, out);
        else assert.ok(covered === null || covered > forecast.length);
      }),
    );
  });

  it("covers more with more stock, and as long in any unit", () => {
    fc.assert(
      fc.property(
        onHand,
        quarters(50),
        fc.array(
          quarters(60).map((x) => x + 0.25),
          { minLength: 1, maxLength: 12 },
        ),
        (free, more, forecast) => {
          const covered = Number(value(cell.cover, free, row(forecast)));
          assert.ok(Number(value(cell.cover, free + more, row(forecast))) >= covered);
          near(Number(value(cell.cover, 8 * free, row(forecast.map((x) => 8 * x)))), covered);
        },
      ),
    );
  });

  it("is to be ordered its lead time before it runs out", () => {
    fc.assert(
      fc.property(ahead, quarters(20), quarters(30), ([free, forecast, arriving], lead, safety) => {
        const out = time(cell.stockoutDate, free - safety, row(forecast), range(arriving));
        const order = time(cell.orderByDate, free, row(forecast), lead, safety, range(arriving));
        assert.equal(order === null, out === null);
        if (order !== null) near(order, out! - lead);
      }),
    );
  });

  it("has dates that are its periods from the start date, a day being 1", () => {
    fc.assert(
      fc.property(
        ahead,
        fc.integer({ min: 1, max: 60_000 }),
        fc.constantFrom(1, 7, 30),
        ([free, forecast, arriving], start, days) => {
          const out = time(cell.stockoutDate, free, row(forecast), range(arriving));
          const date = time(cell.stockoutDate, free, row(forecast), range(arriving), start, days);
          assert.equal(date === null, out === null);
          if (date === null) return;
          assert.ok(Number.isInteger(date) && date >= start);
          assert.ok(Math.abs(date - (start + out! * days)) < 1);
          const order = time(cell.orderByDate, free, row(forecast), 3, 0, range(arriving), start, days);
          assert.equal(order, date - 3 * days, "whole lead times are whole days");
        },
      ),
    );
  });

  it("does not run out where it is used up just as more arrives", () => {
    assert.equal(time(cell.stockoutDate, 100, [[50, 50, 50]]), 2);
    assert.equal(time(cell.stockoutDate, 100, [[50, 50, 50]], [[0, 0, 60]]), null);
    assert.equal(time(cell.stockoutDate, 100, [[50, 50, 50]], [[0, 0, 50]]), 3, "but does just as the forecast ends");
    assert.equal(time(cell.stockoutDate, 0, [[0, 50]], [[10]]), 1.2);
    assert.equal(time(cell.stockoutDate, 0, [[0, 50]], [[0, 10]]), 0, "none now");
  });

  it("says when it lasts, and what receipts must be", () => {
    assert.deepEqual(outcome(cell.stockoutDate, [100, [[10, 10]]]), {
      error: { code: "#N/A", message: "stock lasts beyond the 2 periods of forecast" },
    });
    const many = outcome(cell.stockoutDate, [100, [[10, 10]], [[1, 2, 3]]]);
    assert.match("error" in many ? many.error.message : "", /^receipts: must hold at most as many values as forecast/);
    const blank = outcome(cell.cover, [100, [[null, 0]]]);
    assert.match("error" in blank ? blank.error.message : "", /no demand/);
  });
});
