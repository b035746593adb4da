import assert from "node:assert/strict";
import fc from "fast-check";
import { learn } from "../../../shared/demand/forecast/learn.ts";
import { learnedBefore, learnedInTime, relearnPeriods } from "../../../shared/purchasing/replay/relearn.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";

const random = randomFrom(3);
/** Items that sell more and more often, of different ages. */
const table = Array.from({ length: 30 }, (_, i) =>
  Array.from({ length: 90 + i }, (_, t) => (random.chance(0.1 + (t + 30 - i) / 240) ? 1 : 0)),
);

describe("what items share, in the course of a replay", () => {
  it("is learned each quarter from what was known then", () => {
    assert.deepEqual(
      (["day", "week", "month"] as const).map((period) => relearnPeriods(period)),
      [91, 13, 3],
    );
    const learned = learnedInTime(table, 60, "week");
    assert.equal(learned.length, 5);
    assert.deepEqual(learned[1], learn(table.map((history) => history.slice(0, -26))));
    const shares = learned.map(({ prior }) => prior!.share);
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    );
  });

  it("knows nothing of what came after a decision, and is at most a quarter old", () => {
    const learned = learnedInTime(table, 60, "week");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (left) => {
        const known = learnedBefore(learned, left, "week");
        const hidden = 13 * (learned.indexOf(known!) + 1);
        assert.ok(hidden >= left && hidden < left + 13, `${hidden}, ${left}`);
      }),
    );
  });
});
