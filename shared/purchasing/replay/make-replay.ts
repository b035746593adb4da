import type { OnFault } from "../make-plan.ts";
import type { Item } from "../plan.ts";
import { assembleReplay } from "./assemble-replay.ts";
import { replayFrame, type ReplayFrame } from "./frame.ts";
import { replayItem, type ReplayedItem } from "./replay-item.ts";
import type { Replay, ReplayRequest } from "./replay.ts";

export interface ReplayOptions {
  /** What the whole request says of each of its parts. */
  readonly frame: ReplayFrame;
  readonly onFault: OnFault;
  onItem?(): void;
}

function replayOrExplain(item: Item, request: ReplayRequest, { frame, onFault }: ReplayOptions): ReplayedItem {
  try {
    return replayItem(item, request, frame);
  } catch (error) {
    return { sku: item.sku, reason: `met something that went wrong on our side (reference ${onFault(error)})` };
  }
}

/**
 * Replays a request's items one after the other; the same request gives the same answer, whole or in parts. A fault in
 * one leaves that item out, and ends nothing else.
 */
export function replayItems(request: ReplayRequest, options: ReplayOptions): ReplayedItem[] {
  return request.items.map((item) => {
    const replayed = replayOrExplain(item, request, options);
    options.onItem?.();
    return replayed;
  });
}

/** What the last periods would have cost under today's practice and under Lotwise's policy, in this thread. */
export function makeReplay(request: ReplayRequest, onFault: OnFault): Replay {
  return assembleReplay(request, replayItems(request, { frame: replayFrame(request), onFault }));
}
