import type { ItemWork } from "../operations/work.ts";
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
  return work.whole(made, shared, rest);
}
