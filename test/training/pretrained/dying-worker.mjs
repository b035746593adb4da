import { shardGradients as compute } from "../../../dist/server/training/pretrained/worker.js";

/** A training thread that ends at the first shard of all, as one killed from outside does. */
export function shardGradients(task) {
  // The last gradient of the last shard stays 0 until that is computed: a mark that every thread sees.
  const mark = new Int32Array(task.gradients, task.gradients.byteLength - 4, 1);
  if (Atomics.compareExchange(mark, 0, 0, 1) === 0) process.exit(1);
  return compute(task);
}
