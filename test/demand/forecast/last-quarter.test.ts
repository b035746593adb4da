import assert from "node:assert/strict";
import fc from "fast-check";
import { lastQuarter, quarterWords } from "../../../shared/demand/forecast/last-quarter.ts";

const weeks = [12, 13, 12, 12, 9, 11, 10, 12, 13, 9, 12, 11, 12];

describe("a steady last quarter", () => {
  it("holds a forecast within a tenth of what it sold, whatever came before and however far ahead", () => {
    const past = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 60 });
    const means = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(past, means, (before, mean) => {
        const quarter = lastQuarter([...before, ...weeks], 1)!;
        assert.deepEqual([quarter.low, quarter.high, quarter.length], [9, 13, 13]);
        const held = quarter.hold(mean);
        held.forEach((x, h) => {
          assert.ok(x >= 9 * 0.9 - 1e-9 && x <= 13 * 1.1 + 1e-9, `${x}`);
          if (mean[h]! >= 9 && mean[h]! <= 13) assert.equal(x, mean[h]);
        });
        assert.equal(quarter.agreement(mean), held.every((x, h) => x === mean[h]) ? "within" : "held");
      }),
      { numRuns: 100 },
    );
  });

  it("is none where a period of it sold nothing, or with too few values", () => {
    assert.equal(lastQuarter([...weeks, 0], 1), undefined);
    assert.equal(lastQuarter([12, 13, 12], 1), undefined);
  });

  it("is 28 days and half a year of months", () => {
    const many = Array.from({ length: 60 }, (_, t) => 100 - t);
    assert.deepEqual(
      [7, 12, 52].map((season) => lastQuarter(many, season)!.length),
      [28, 6, 13],
    );
  });

  it("a trend in it is a reason to go on, and no further than twice as steeply", () => {
    const growing = Array.from({ length: 40 }, (_, t) => 20 + t);
    const quarter = lastQuarter(growing, 1)!;
    const on = [60, 63, 66, 69, 72];
    assert.deepEqual(quarter.hold(on), on);
    assert.equal(quarter.agreement(on.map((x) => x + 2)), "trend");
    assert.equal(quarter.agreement([90]), "held");
    assert.equal(quarter.agreement([40]), "held");
  });

  it("a season in the history is a reason, named and not held", () => {
    // Three years of months, each December three times as much; the history ends in November.
    const months = Array.from({ length: 47 }, (_, t) => (t % 12 === 11 ? 300 : 100) + (t % 5));
    const quarter = lastQuarter(months, 12)!;
    assert.deepEqual(quarter.hold([290]), [290]);
    assert.equal(quarter.agreement([290]), "season");
    assert.equal(quarter.agreement([100, 290]), "held", "January is no December");
    const { low, high } = quarter;
    assert.equal(quarterWords(quarter, "season"), `beyond its last quarter (${low} to ${high}) by its season`);
    assert.equal(quarterWords(quarter, "within"), "");
  });
});
