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
  const { items, shared: before, rest } = work.prepare(body);
  const { id } = work.operation;
  const lessons = work.learning?.lessons(items, before) ?? [];
  const shared =
    work.learning && lessons.length > 0
      ? work.learning.taught(before, await pool.perItem(id, "learn", { items: lessons, shared: null }, signal))
      : before;
  let done = 0;
  const made = await pool.perItem(id, "perItem", { items, shared }, signal, () => progress?.(++done, items.length));
  return work.whole(made, shared, rest);
}
