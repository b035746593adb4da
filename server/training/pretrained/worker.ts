import { TENSORS } from "../../../shared/demand/networks/sequence/network.ts";
import type { Backend } from "../../engines/tensorflow.ts";
import { useBackend } from "./backend.ts";
import type { Batch } from "./batches.ts";
import { gradientsOf } from "./gradients.ts";
import { weightCount, weightsIn } from "./weights.ts";

export interface ShardTask {
  readonly backend: Backend;
  readonly units: number;
  readonly hidden: number;
  /** The weights, read. */
  readonly weights: SharedArrayBuffer;
  /** The gradients of every shard, of which one is written. */
  readonly gradients: SharedArrayBuffer;
  readonly shard: number;
  readonly batch: Batch;
}

/** Writes the gradients of one shard; answers its loss. */
export async function shardGradients({
  backend,
  units,
  hidden,
  weights,
  gradients,
  shard,
  batch,
}: ShardTask): Promise<number> {
  await useBackend(backend);
  const computed = gradientsOf(weightsIn(weights, units, hidden), units, hidden, batch);
  const to = weightsIn(gradients, units, hidden, shard * weightCount(units, hidden));
  for (const name of TENSORS) to[name].set(computed.gradients[name]);
  return computed.loss;
}
