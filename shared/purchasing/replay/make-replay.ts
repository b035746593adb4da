import { assembleReplay } from "./assemble-replay.ts";
import { countedPeriods } from "./calendar.ts";
import { replayItem, type ReplayedItem } from "./replay-item.ts";
import type { Replay, ReplayRequest } from "./replay.ts";

export interface ReplayOptions {
  /** Periods to count: those of the whole request where this is a part of it. */
  readonly periods: number;
  onItem?(): void;
}

/** Replays a request's items one after the other; the same request gives the same answer, whole or in parts. */
export function replayItems(request: ReplayRequest, { periods, onItem }: ReplayOptions): ReplayedItem[] {
  return request.items.map((item) => {
    const replayed = replayItem(item, request, periods);
    onItem?.();
    return replayed;
  });
}

/** What the last periods would have cost under today's practice and under Lotwise's policy, in this thread. */
export function makeReplay(request: ReplayRequest): Replay {
  return assembleReplay(request, replayItems(request, { periods: countedPeriods(request) }));
}
