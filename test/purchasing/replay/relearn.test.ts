import assert from "node:assert/strict";
import fc from "fast-check";
import { learn } from "../../../shared/demand/forecast/learn.ts";
import { prepareReplay } from "../../../shared/purchasing/replay/make-replay.ts";
import {
  learnedBefore,
  learnedInTime,
  learnLesson,
  relearnPeriods,
  replayLessons,
  taughtInTime,
} from "../../../shared/purchasing/replay/relearn.ts";
import type { ReplayRequest } from "../../../shared/purchasing/replay/replay.ts";
import { randomFrom } from "../../../shared/numeric/random.ts";

const random = randomFrom(3);
/** Items that sell more and more often, of different ages. */
const table = Array.from({ length: 30 }, (_, i) =>
  Array.from({ length: 90 + i }, (_, t) => (random.chance(0.1 + (t + 30 - i) / 240) ? 1 : 0)),
);

describe("what items share, in the course of a replay", () => {
  it("is learned each half year from what was known then", () => {
    assert.deepEqual(
      (["day", "week", "month"] as const).map((period) => relearnPeriods(period)),
      [182, 26, 6],
    );
    const learned = learnedInTime(table, 60, "week");
    assert.equal(learned.length, 3);
    assert.deepEqual(learned[1], learn(table.map((history) => history.slice(0, -52))));
    const shares = learned.map(({ prior }) => prior!.share);
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    );
  });

  it("knows nothing of what came after a decision, and is at most half a year old", () => {
    const learned = learnedInTime(table, 60, "week");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (left) => {
        const known = learnedBefore(learned, left, "week");
        const hidden = 26 * (learned.indexOf(known!) + 1);
        assert.ok(hidden >= left && hidden < left + 26, `${hidden}, ${left}`);
      }),
    );
  });

  it("is what they teach each other too, as a plan of that time would learn it", () => {
    const request: ReplayRequest = {
      today: "2026-11-23",
      period: "week",
      items: table.map((_, i) => ({ sku: `S${i}`, on_hand: 0, lead_time_days: 14, cost: 1 })),
      history: Object.fromEntries(table.map((history, i) => [`S${i}`, history])),
      settings: { review_days: 7, overstock_days: 180 },
      periods: 26,
    };
    const { items, shared } = prepareReplay(request);
    const tasks = replayLessons(items, shared);
    assert.deepEqual(
      tasks.map(({ time, task }) => [time, task.horizon, task.histories[0]!.length]),
      [
        [0, 3, 64],
        [1, 3, 38],
      ],
    );
    const lesson = learnLesson(tasks[0]!);
    assert.equal(lesson?.lesson.items, 30);
    const { learnedInTime: known } = taughtInTime(shared, [lesson, undefined]);
    assert.deepEqual(known[0], {
      ...shared.learnedInTime[0],
      lessons: { season: 52, items: 30, lessons: [lesson.lesson] },
    });
    assert.deepEqual(known[1], shared.learnedInTime[1]);
  });
});
