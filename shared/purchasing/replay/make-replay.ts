import type { Networks } from "../../demand/forecast/forecaster.ts";
import { tasksOf, withGaps, type PlanTask } from "../facts/tasks.ts";
import type { OnFault } from "../plan/make-plan.ts";
import type { UnreadItem } from "../terms/request.ts";
import { assembleReplay } from "./assemble-replay.ts";
import { countedPeriods } from "./counted-periods.ts";
import { divide } from "./item-case.ts";
import { learnedInTime, learnLesson, replayLessons, taughtInTime } from "./relearn.ts";
import { replayItem, type ReplayedItem, type ReplayShared } from "./replay-item.ts";
import type { LeftOut, Replay, ReplayRequest } from "./replay.ts";

/** The first day on which any item was received; undefined where none was. */
const firstReceipt = (tasks: readonly PlanTask[]): string | undefined =>
  tasks.reduce<string | undefined>(
    (first, { item }) =>
      (item.receipts ?? []).reduce(
        (least, { received }) => (least === undefined || received < least ? received : least),
        first,
      ),
    undefined,
  );

/** A request cut by item: each item's own part, what all share, and the rows left out before. */
export function prepareReplay(
  request: ReplayRequest,
  unread: readonly UnreadItem[] = [],
): { readonly items: PlanTask[]; readonly shared: ReplayShared; readonly rest: readonly LeftOut[] } {
  const { today, period, last_period, settings } = request;
  const periods = countedPeriods(request);
  const { tasks, promotions } = tasksOf(request);
  const longest = tasks.reduce((most, { item, history }) => {
    const division = divide(item, history.length, { settings, period, periods });
    return "needed" in division ? most : Math.max(most, periods + division.warmUp);
  }, 0);
  const table = tasks.map(({ history }) => withGaps(history));
  return {
    items: tasks,
    shared: {
      today,
      period,
      last_period,
      settings,
      promotions,
      promoted: (request.promotions ?? []).length > 0,
      periods,
      learnedInTime: learnedInTime(table, longest, period),
      receiptsFrom: firstReceipt(tasks),
    },
    rest: unread.map(({ sku, fault }) => ({ sku, reason: `could not be read: ${fault}` })),
  };
}

/** What stands for an item in which something of ours went wrong. */
export const notReplayed = ({ item }: PlanTask, reference: string): ReplayedItem => ({
  sku: item.sku,
  reason: `met something that went wrong on our side (reference ${reference})`,
});

export interface ReplayOptions {
  /** Weights; without them the count model and the statistical models stand alone. */
  readonly networks?: Networks | undefined;
  readonly onFault: OnFault;
}

/**
 * What the last periods would have cost under today's practice and under the plan's own decisions, in this thread. A fault
 * in one item leaves that item out, and ends nothing else.
 */
export function makeReplay(request: ReplayRequest, { onFault, networks = {} }: ReplayOptions): Replay {
  const { items, shared: before, rest } = prepareReplay(request);
  const shared = taughtInTime(before, replayLessons(items, before).map(learnLesson));
  const replayed = items.map((task) => {
    try {
      return replayItem(task, shared, networks);
    } catch (error) {
      return notReplayed(task, onFault(error));
    }
  });
  return assembleReplay(replayed, shared, rest);
}
