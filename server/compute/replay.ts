import { assembleReplay } from "../../shared/purchasing/replay/assemble-replay.ts";
import { replayFrame } from "../../shared/purchasing/replay/frame.ts";
import { readReplayRequest } from "../../shared/purchasing/replay/read-request.ts";
import type { Replay } from "../../shared/purchasing/replay/replay.ts";
import type { ComputePool } from "./pool.ts";

/** Reads a replay's request and plays it on the pool's threads; what is wrong with the whole throws a `UserError`. */
export async function replayOnPool(
  body: unknown,
  pool: ComputePool,
  signal: AbortSignal,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Replay> {
  const request = readReplayRequest(body);
  let done = 0;
  const replayed = await pool.replay(request, replayFrame(request), signal, () =>
    progress(++done, request.items.length),
  );
  return assembleReplay(request, replayed);
}
