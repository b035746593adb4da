import { UserError } from "../../define/errors.ts";
import { shown } from "../../define/cells.ts";
import { readPastRequest } from "../request.ts";
import type { ReplayRequest } from "./replay.ts";

const MOST_PERIODS = 1000;

/** Reads a replay's request: a plan's, and `periods`. Rows that can't be read are left out; throws a `UserError`. */
export function readReplayRequest(body: unknown): ReplayRequest {
  const { request } = readPastRequest(body);
  const periods: unknown = (body as { periods?: unknown }).periods ?? undefined;
  if (periods === undefined || periods === "") return request;
  if (typeof periods !== "number" || !Number.isInteger(periods) || periods < 4 || periods > MOST_PERIODS)
    throw new UserError(`periods: must be a whole number from 4 to ${MOST_PERIODS}; got ${shown(periods)}`);
  return { ...request, periods };
}
