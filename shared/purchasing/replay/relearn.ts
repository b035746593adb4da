import { DAYS_IN, SEASON_OF, type Period } from "../../calendar/periods.ts";
import { learn, type Shared } from "../../demand/forecast/learn.ts";
import type { Lesson } from "../../demand/models/table/lesson.ts";
import { learnTask, tableTasks, type TableTask } from "../../demand/models/table/table.ts";
import { withLessons } from "../facts/lessons.ts";
import type { PlanTask } from "../facts/tasks.ts";
import { wholePeriods } from "../terms/item-terms.ts";
import type { ReplayShared } from "./replay-item.ts";

/** Days after which what items share is learned anew: half a year. */
const RELEARN_DAYS = 182;

/** The same in periods. */
export const relearnPeriods = (period: Period): number => Math.round(RELEARN_DAYS / DAYS_IN[period]);

/** A history as it was known at a time: without the last half year, the last whole year, ... */
const knownAt = <T>(history: readonly T[], time: number, period: Period): readonly T[] =>
  history.slice(0, Math.max(0, history.length - (time + 1) * relearnPeriods(period)));

/**
 * What the items of a table shared as was known at a time, learned anew each half year.
 * @param table histories that end together, oldest first, NaN where a value is missing
 * @param longest most periods before the end at which anything is decided
 * @returns entry k is learned without the last k + 1 half years
 */
export function learnedInTime(table: readonly (readonly number[])[], longest: number, period: Period): Shared[] {
  return Array.from({ length: Math.ceil(longest / relearnPeriods(period)) }, (_, time) =>
    learn(table.map((history) => knownAt(history, time, period))),
  );
}

/** What was known of them so many periods before the end, at least one. */
export const learnedBefore = (learned: readonly Shared[], periods: number, period: Period): Shared | undefined =>
  learned[Math.ceil(periods / relearnPeriods(period)) - 1];

/** What the items are to teach each other, as they were known at a time. */
export interface LessonTask {
  /** Place in what was learned in the course of time. */
  readonly time: number;
  readonly task: TableTask;
}

interface TimedLesson {
  readonly time: number;
  readonly lesson: Lesson;
}

/** What the items of a replay are to teach each other in the course of time: as those of a plan, each half year. */
export function replayLessons(
  tasks: readonly PlanTask[],
  { period, settings, learnedInTime }: ReplayShared,
): LessonTask[] {
  const byKey = [...tasks].sort((a, b) => (a.item.sku < b.item.sku ? -1 : 1));
  const horizons = byKey.map(({ item }) => {
    const { leadTime, review } = wholePeriods(item, settings, period);
    return leadTime + review;
  });
  return learnedInTime.flatMap((_, time) =>
    tableTasks(
      byKey.map(({ history }) => knownAt(history, time, period)),
      SEASON_OF[period],
      horizons,
    ).map((task) => ({ time, task })),
  );
}

export function learnLesson({ time, task }: LessonTask): TimedLesson | undefined {
  const lesson = learnTask(task);
  return lesson && { time, lesson };
}

/** What all items share, with what they taught each other in the course of time. */
export const taughtInTime = (shared: ReplayShared, learned: readonly (TimedLesson | undefined)[]): ReplayShared => ({
  ...shared,
  learnedInTime: shared.learnedInTime.map((known, time) =>
    withLessons(
      known,
      learned.flatMap((one) => (one?.time === time ? [one.lesson] : [])),
      SEASON_OF[shared.period],
    ),
  ),
});
