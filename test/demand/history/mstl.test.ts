import assert from "node:assert/strict";
import series from "../../golden/ets.json" with { type: "json" };
import golden from "../../golden/mstl.json" with { type: "json" };
import { takeLongSeason } from "../../../shared/demand/history/seasons/long-season.ts";
import { mstl } from "../../../shared/demand/history/seasons/mstl.ts";
import { findSeasons } from "../../../shared/demand/history/seasons/find-seasons.ts";
import { close } from "../close.ts";

const hours = Array.from(
  { length: 24 * 7 * 4 },
  (_, t) =>
    10 +
    0.01 * t +
    3 * Math.sin((2 * Math.PI * t) / 24) +
    2 * Math.cos((2 * Math.PI * t) / 168) +
    ((t * 7919) % 101) / 101,
);
const data: Readonly<Record<string, readonly number[]>> = { "log air": series.series.air.map(Math.log), hours };

/** A fixed sequence that looks like noise. */
const noise = (n: number): number[] => {
  let state = 7;
  return Array.from({ length: n }, () => 10 + (state = (state * 48271) % 2147483647) / 2147483647);
};

describe("MSTL", () => {
  for (const { series: name, seasons, at, trend, seasonal, remainder } of golden.cases)
    it(`splits ${name} as statsforecast`, () => {
      const found = mstl(data[name]!, seasons);
      const pick = (values: Float64Array): number[] => at.map((i) => values[i]!);
      close(pick(found.trend), trend, golden.tolerance);
      seasonal.forEach((expected, i) => close(pick(found.seasonal[i]!), expected, golden.tolerance));
      close(pick(found.remainder), remainder, 1e-7);
    });

  it("with jumps is nearly the same, and adds up to the series", () => {
    const { trend, seasonal, remainder } = mstl(hours, [24, 168], 0.1);
    close(
      trend.map((x, t) => x + seasonal[0]![t]! + seasonal[1]![t]! + remainder[t]!),
      hours,
      1e-12,
    );
    const exact = golden.cases[1]!;
    close(
      exact.at.map((i) => trend[i]!),
      exact.trend,
      1e-3,
    );
  });
});

describe("seasons found", () => {
  it("a day and a week of hours, both strong", () => {
    const found = findSeasons(hours);
    assert.deepEqual(
      found.map(({ length }) => length),
      [24, 168],
    );
    assert.ok(found.every(({ strength }) => strength > 0.8));
  });

  it("none in noise or a handful of values", () => {
    assert.deepEqual(findSeasons(noise(120)), []);
    assert.deepEqual(findSeasons([4, 5]), []);
  });

  it("a year of days is taken out beside the week, and put back", () => {
    const days = Array.from(
      { length: 4 * 365 },
      (_, t) => 100 * (1 + 0.3 * Math.sin((2 * Math.PI * t) / 365)) * [1, 1, 1, 1.1, 1.2, 1.5, 0.6][t % 7]!,
    );
    const long = takeLongSeason(days, 7)!;
    assert.equal(long.period, 365);
    assert.ok(long.strength > 0.9);
    long.adjusted.forEach((x, t) => assert.ok(Math.abs(long.restore(x, t) / days[t]! - 1) < 1e-12));
    const ranges = [days, long.adjusted].map((values) => {
      const weeks = Array.from({ length: 200 }, (_, w) => values.slice(7 * w, 7 * w + 7).reduce((a, b) => a + b, 0));
      return Math.max(...weeks) / Math.min(...weeks);
    });
    assert.ok(ranges[0]! > 1.7 && ranges[1]! < 1.15, `weeks range by ${ranges.join(" and ")}`);
    assert.equal(takeLongSeason(days.slice(0, 800), 7), undefined, "two years cannot be told from noise");
    assert.equal(takeLongSeason(days, 12), undefined);
  });
});
