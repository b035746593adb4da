import assert from "node:assert/strict";
import { detectSeason } from "../../../shared/demand/history/seasons/detect-season.ts";
import { normalQuantile } from "../../../shared/numeric/normal.ts";

/** Standard normal noise from a seed. */
function noiseOf(seed: number): () => number {
  let state = seed;
  return () => normalQuantile((state = (state * 48271) % 2147483647) / 2147483647);
}

/** Share of 400 series of `length` values in which a season is found. */
function foundIn(length: number, seriesOf: (noise: () => number) => (t: number) => number): number {
  const noise = noiseOf(12345);
  let found = 0;
  for (let i = 0; i < 400; i += 1) {
    const value = seriesOf(noise);
    if (detectSeason(Array.from({ length }, (_, t) => value(t))) !== 1) found += 1;
  }
  return found / 400;
}

/** A drifting level with a random pattern of `season` periods, twice as large as the noise, `seasons` times and one. */
function seasonal(season: number, seasons: number, noise: () => number): number[] {
  const pattern = Array.from({ length: season }, () => 10 * noise());
  let level = 100;
  return Array.from(
    { length: season * seasons + 1 },
    (_, t) => (level += 0.3 * noise()) + pattern[t % season]! + 5 * noise(),
  );
}

describe("detectSeason", () => {
  for (const length of [12, 24, 36, 60, 120])
    it(`finds no season in ${length} values of noise, up to chance`, () => {
      assert.ok(foundIn(length, (noise) => () => 100 + 10 * noise()) < 0.06);
    });

  it("seldom takes a wandering or a rising series for a seasonal one", () => {
    for (const length of [24, 60, 120]) {
      const walk = foundIn(length, (noise) => {
        let level = 100;
        return () => (level += 2 * noise());
      });
      assert.ok(walk < 0.09, `${length}: ${walk}`);
      assert.ok(foundIn(length, (noise) => (t) => 100 + t + 8 * noise()) < 0.06);
    }
  });

  for (const [season, seasons, least] of [
    [4, 4, 0.65],
    [4, 10, 0.8],
    [7, 4, 0.85],
    [12, 3, 0.85],
    [12, 6, 0.95],
    [52, 3, 0.95],
  ] as const)
    it(`finds a clear pattern of ${season} periods in ${seasons} of them, at its length`, () => {
      const noise = noiseOf(77);
      const found = Array.from({ length: 100 }, () => detectSeason(seasonal(season, seasons, noise)));
      const share = found.filter((m) => m === season).length / 100;
      assert.ok(share >= least, `${share}`);
    });

  it("keeps the place of every value where some are missing", () => {
    const week = Array.from({ length: 200 }, (_, t) => 50 + 20 * [0, 1, 2, 1, 0, 3, 4][t % 7]!);
    assert.equal(detectSeason(week.map((x, t) => (t % 11 === 5 || (t > 90 && t < 94) ? NaN : x))), 7);
  });

  it("answers 1 where there is nothing to find, and does not mind the size of the numbers", () => {
    assert.deepEqual([[], [NaN, NaN], [5], new Array<number>(60).fill(3)].map(detectSeason), [1, 1, 1, 1]);
    const huge = seasonal(12, 6, noiseOf(3)).map((x) => (x - 100) * 1e298);
    assert.equal(detectSeason(huge), 12);
  });
});
