import { replay as operation } from "../../shared/operations/replay.ts";
import { assembleReplay } from "../../shared/purchasing/replay/assemble-replay.ts";
import { notReplayed, prepareReplay } from "../../shared/purchasing/replay/make-replay.ts";
import { learnLesson, replayLessons, taughtInTime } from "../../shared/purchasing/replay/relearn.ts";
import { replayItem } from "../../shared/purchasing/replay/replay-item.ts";
import { readPastRequest } from "../../shared/purchasing/terms/request.ts";
import { networks } from "./networks.ts";
import { itemWork, learning } from "./work.ts";

export const replay = itemWork({
  operation,
  prepare(body) {
    const { request, unread } = readPastRequest(body);
    return prepareReplay(request, unread);
  },
  learning: learning({ lessons: replayLessons, learn: learnLesson, taught: taughtInTime }),
  tools: networks,
  perItem: replayItem,
  lost: notReplayed,
  whole: assembleReplay,
});
