import { own } from "../../define/own.ts";
import { demandPrior } from "../../demand/slow/demand-prior.ts";
import { knownDemand } from "../facts/known-demand.ts";
import type { OnFault } from "../plan/make-plan.ts";
import type { UnreadItem } from "../terms/request.ts";
import { assembleReplay } from "./assemble-replay.ts";
import { countedPeriods } from "./counted-periods.ts";
import { replayItem, type ReplayedItem, type ReplayShared, type ReplayTask } from "./replay-item.ts";
import type { LeftOut, Replay, ReplayRequest } from "./replay.ts";

/** A request cut by item: each item's own part, what all share, and the rows left out before. */
export function prepareReplay(
  request: ReplayRequest,
  unread: readonly UnreadItem[] = [],
): { readonly items: ReplayTask[]; readonly shared: ReplayShared; readonly rest: readonly LeftOut[] } {
  const { today, period, last_period, settings } = request;
  const periods = countedPeriods(request);
  const items = request.items.map((item) => ({ item, history: own(request.history, item.sku) ?? [] }));
  const prior =
    settings.policy === "cost"
      ? demandPrior(items.map(({ history }) => knownDemand(history).slice(0, -periods)))
      : undefined;
  return {
    items,
    shared: { today, period, last_period, settings, periods, prior },
    rest: unread.map(({ sku, fault }) => ({ sku, reason: `could not be read: ${fault}` })),
  };
}

/** What stands for an item in which something of ours went wrong. */
export const notReplayed = ({ item }: ReplayTask, reference: string): ReplayedItem => ({
  sku: item.sku,
  reason: `met something that went wrong on our side (reference ${reference})`,
});

/**
 * What the last periods would have cost under today's practice and under Lotwise's policy, in this thread. A fault in one
 * item leaves that item out, and ends nothing else.
 */
export function makeReplay(request: ReplayRequest, onFault: OnFault): Replay {
  const { items, shared, rest } = prepareReplay(request);
  const replayed = items.map((task) => {
    try {
      return replayItem(task, shared);
    } catch (error) {
      return notReplayed(task, onFault(error));
    }
  });
  return assembleReplay(replayed, shared, rest);
}
