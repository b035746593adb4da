import { readPastRequest } from "../request.ts";
import type { ReplayRequest } from "./replay.ts";

/** Reads a replay's request: a plan's, and `periods`. Rows that can't be read are left out; throws a `UserError`. */
export function readReplayRequest(body: unknown): ReplayRequest {
  return readPastRequest(body).request;
}
