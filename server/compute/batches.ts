/** Calls a worker takes at a time: enough to spread the hand-over, few enough to keep every thread busy to the end. */
const MOST = 64;

/** Cuts the indices into parts of nearly equal length, about four for each thread. */
export function batches(indices: readonly number[], threads: number): number[][] {
  const size = Math.min(MOST, Math.max(1, Math.ceil(indices.length / (threads * 4))));
  return Array.from({ length: Math.ceil(indices.length / size) }, (_, i) => indices.slice(i * size, (i + 1) * size));
}
