import { thenOf, type ItemWork, type Prepared } from "../operations/work.ts";
import type { ComputePool } from "./pool.ts";

export interface WorkRun {
  readonly signal: AbortSignal;
  progress?(done: number, total: number): void;
}

/** Reads a body, has its items worked on by the pool's threads and puts the answer together. */
export async function workOnPool(
  work: ItemWork,
  body: unknown,
  pool: ComputePool,
  { signal, progress }: WorkRun,
): Promise<unknown> {
  const { items, shared, rest } = work.prepare(body);
  let done = 0;
  const made = await pool.perItem(work.operation.id, { items, shared }, signal, () => progress?.(++done, items.length));
  const whole = work.whole(made, shared, rest);
  if (!work.then) return whole;
  const next = whole as Prepared;
  const outcomes = await pool.perItem(thenOf(work.operation.id), next, signal, () => undefined);
  return work.then.whole(outcomes, next.shared, next.rest);
}
