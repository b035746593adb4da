import { SEASON_OF } from "../../calendar/periods.ts";
import type { Shared } from "../../demand/forecast/learn.ts";
import type { Lesson } from "../../demand/models/table/lesson.ts";
import { tableTasks, type TableTask } from "../../demand/models/table/table.ts";
import { leadPeriods, protectedPeriods } from "./item-facts.ts";
import type { PlanShared, PlanTask } from "./tasks.ts";

/** What the items of a plan are to teach each other: of the totals that their orders must cover. */
export function planLessons(tasks: readonly PlanTask[], shared: PlanShared): TableTask[] {
  const byKey = [...tasks].sort((a, b) => (a.item.sku < b.item.sku ? -1 : 1));
  return tableTasks(
    byKey.map(({ history }) => history),
    SEASON_OF[shared.period],
    byKey.flatMap(({ item }) => [leadPeriods(item, shared), protectedPeriods(item, shared)]),
  );
}

/** What items share, with what they taught each other, where they taught anything. */
export function withLessons(known: Shared | undefined, lessons: readonly Lesson[], season: number): Shared {
  if (lessons.length === 0) return known ?? {};
  const items = Math.max(...lessons.map((lesson) => lesson.items));
  return { ...known, lessons: { season, items, lessons } };
}

/** What all items of a plan share, with what they taught each other. */
export function taught<S extends PlanShared>(shared: S, learned: readonly (Lesson | undefined)[]): S {
  const lessons = learned.filter((lesson) => lesson !== undefined);
  return { ...shared, learned: withLessons(shared.learned, lessons, SEASON_OF[shared.period]) };
}
