import { createBatcher, type Waiting } from "../../../addin/batch/batcher.ts";
import { LIMITS, type Limits } from "../../../addin/batch/limits.ts";
import type { Outcome } from "../../../shared/define/cells.ts";
import { answering, computeServer } from "../../harness/excel/compute-server.ts";
import { fakeClock } from "../../harness/fake-clock.ts";

export const ORIGIN = "https://localhost:3443";

/** A batcher and the server it talks to, which answers each call with its first argument. */
export function setUp(limits: Partial<Limits> = {}, delayMs = 20) {
  const clock = fakeClock();
  const server = computeServer(clock, delayMs);
  server.behave(answering(({ args }) => ({ value: args[0] as number })));
  const all = { ...LIMITS, ...limits };
  const batcher = createBatcher({ origin: ORIGIN, fetch: server.fetch, clock, random: () => 0.5, limits: all });
  return { clock, server, batcher };
}

/** What each cell has so far; undefined while it waits. */
export function watch(cells: readonly Waiting[]): (Outcome | undefined)[] {
  const seen: (Outcome | undefined)[] = cells.map(() => undefined);
  cells.forEach((cell, i) => void cell.outcome.then((outcome) => (seen[i] = outcome)));
  return seen;
}

export const messageOf = (outcome: Outcome | undefined): string | undefined =>
  outcome && "error" in outcome ? `${outcome.error.code} ${outcome.error.message}` : undefined;
