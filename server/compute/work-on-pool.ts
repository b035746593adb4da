import { thenOf, type ItemWork } from "../operations/work.ts";
import type { ComputePool } from "./pool.ts";

export interface WorkRun {
  readonly signal: AbortSignal;
  progress?(done: number, total: number): void;
}

/** Reads a body (JSON), has its items worked on and puts the answer together (JSON), all of it on the pool's threads. */
export async function workOnPool(
  { operation: { id }, then }: ItemWork,
  body: Uint8Array,
  pool: ComputePool,
  { signal, progress }: WorkRun,
): Promise<Uint8Array> {
  const prepared = await pool.learn(id, await pool.prepare(id, body, signal), signal);
  let done = 0;
  const made = await pool.perItem(id, prepared, signal, () => progress?.(++done, prepared.count));
  if (!then) return pool.finish(id, made, prepared, signal);
  const next = await pool.follow(id, made, prepared, signal);
  const outcomes = await pool.perItem(thenOf(id), next, signal, () => undefined);
  return pool.finish(thenOf(id), outcomes, next, signal);
}
