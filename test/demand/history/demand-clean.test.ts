import assert from "node:assert/strict";
import fc from "fast-check";
import { randomFrom } from "../../../shared/numeric/random.ts";
import { cleanDemand } from "../../../shared/demand/history/cleaning/clean-demand.ts";

const sawtooth = Array.from({ length: 48 }, (_, t) => [20, 22, 30, 60][t % 4]! + (t % 3));
const notesOf = (values: readonly number[], inStock?: readonly boolean[], season?: number): string[] =>
  cleanDemand(values, inStock, season).flatMap(({ note }, t) => (note === "" ? [] : [`${t} ${note}`]));

describe("clean demand", () => {
  it("leaves an ordinary history, seasonal peaks and a slow mover's large order alone", () => {
    for (const values of [sawtooth, [5, 5, 5, 5], [7], [0, 0, 3, 0, 0, 0, 80, 0, 0, 2, 0, 0], [0, 0, 0]])
      assert.deepEqual(
        cleanDemand(values, undefined, 4),
        values.map((demand) => ({ demand, note: "" })),
      );
  });

  it("raises stock-outs to what the season suggests, and never lowers them", () => {
    const sold = sawtooth.map((x, t) => (t === 19 ? 5 : t === 20 ? 26 : x));
    const clean = cleanDemand(
      sold,
      sold.map((_, t) => t !== 19 && t !== 20),
      4,
    );
    assert.equal(clean[19]!.note, "stock-out");
    assert.ok(Math.abs(clean[19]!.demand - 61) < 8, `${clean[19]!.demand}`);
    assert.ok(clean[20]!.demand === 26, "more was sold than expected: that was demand");
  });

  it("brings an outlier down to what level and season suggest, but not a peak that returns", () => {
    const spoiled = sawtooth.map((x, t) => (t === 21 ? 400 : x));
    const clean = cleanDemand(spoiled, undefined, 4);
    assert.deepEqual(notesOf(spoiled, undefined, 4), ["21 outlier"]);
    assert.ok(clean[21]!.demand < 60);
    const december = Array.from({ length: 36 }, (_, t) => (t % 12 === 11 ? 300 : 50 + ((t * 7) % 5)));
    assert.deepEqual(notesOf(december, undefined, 12), []);
  });

  it("takes the season from the other years where an outlier is in it", () => {
    const year = [50, 60, 70, 80, 90, 100, 110, 100, 90, 80, 70, 200];
    const good = [...year, ...year, ...year, ...year];
    for (const season of [12, undefined]) {
      const clean = cleanDemand(
        good.map((x, t) => (t === 30 ? 600 : x)),
        undefined,
        season,
      );
      assert.deepEqual(
        clean.flatMap(({ note }, t) => (note === "" ? [] : [`${t} ${note}`])),
        ["30 outlier"],
      );
      assert.ok(Math.abs(clean[30]!.demand - 110) < 1, `${clean[30]!.demand}`);
    }
  });

  it("repairs one outlier in a noisy season to within the noise, and leaves good values alone", () => {
    const random = randomFrom(3);
    let [error, altered] = [0, 0];
    const noise = (): number => 8 * random.normal();
    for (let n = 0; n < 60; n += 1) {
      const truth = Array.from({ length: 60 }, (_, t) => 120 + 45 * Math.sin((2 * Math.PI * t) / 12) + noise());
      const at = random.integer(6, 53);
      const clean = cleanDemand(
        truth.map((x, t) => (t === at ? x + 150 : x)),
        undefined,
        12,
      );
      error += Math.abs(clean[at]!.demand - truth[at]!) / 60;
      const before = cleanDemand(truth, undefined, 12);
      altered += clean.filter(({ note }, t) => t !== at && note !== "" && before[t]!.note === "").length;
    }
    assert.ok(error < 14, `${error} off on average`);
    assert.ok(altered <= 2, `${altered} good values altered because of it`);
  });

  it("names the time before the item was listed, and the end of its demand", () => {
    const life = [...new Array<number>(20).fill(0), 5, 6, 4, 5, 6, 5, 4, 6, 5, 5, ...new Array<number>(20).fill(0)];
    const clean = cleanDemand(life, undefined, 1);
    assert.ok(clean.slice(0, 20).every(({ demand, note }) => Number.isNaN(demand) && note === "not yet listed"));
    assert.ok(clean.slice(20, 30).every(({ note }) => note === ""));
    assert.ok(clean.slice(30).every(({ demand, note }) => demand === 0 && note === "no demand any more"));
  });

  it("fills gaps; for a slow mover with its rate", () => {
    assert.deepEqual(cleanDemand([4, NaN, 8], undefined, 1)[1], { demand: 6, note: "gap filled" });
    const slow = cleanDemand([0, 4, 0, 0, NaN, 0, 4, 0, 0], undefined, 1)[4]!;
    assert.deepEqual(slow, { demand: 1, note: "gap filled" });
  });

  it("answers for any history, a row a period, finite, and never below zero", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(fc.constant(0), fc.constant(NaN), fc.double({ min: 0, max: 1e6, noNaN: true })),
            fc.boolean(),
          ),
          {
            minLength: 1,
            maxLength: 60,
          },
        ),
        fc.constantFrom(undefined, 1, 4, 12),
        (cells, season) => {
          const clean = cleanDemand(
            cells.map(([x]) => x),
            cells.map(([, flag]) => flag),
            season,
          );
          assert.equal(clean.length, cells.length);
          for (const { demand, note } of clean)
            assert.ok(note === "not yet listed" ? Number.isNaN(demand) : Number.isFinite(demand) && demand >= 0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
