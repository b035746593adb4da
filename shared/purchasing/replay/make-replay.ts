import { assembleReplay } from "./assemble-replay.ts";
import { replayFrame, type ReplayFrame } from "./frame.ts";
import { replayItem, type ReplayedItem } from "./replay-item.ts";
import type { Replay, ReplayRequest } from "./replay.ts";

export interface ReplayOptions {
  /** What the whole request says of each of its parts. */
  readonly frame: ReplayFrame;
  onItem?(): void;
}

/** Replays a request's items one after the other; the same request gives the same answer, whole or in parts. */
export function replayItems(request: ReplayRequest, { frame, onItem }: ReplayOptions): ReplayedItem[] {
  return request.items.map((item) => {
    const replayed = replayItem(item, request, frame);
    onItem?.();
    return replayed;
  });
}

/** What the last periods would have cost under today's practice and under Lotwise's policy, in this thread. */
export function makeReplay(request: ReplayRequest): Replay {
  return assembleReplay(request, replayItems(request, { frame: replayFrame(request) }));
}
