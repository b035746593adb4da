import { setMaxListeners } from "node:events";
import os from "node:os";
import path from "node:path";
import { Piscina } from "piscina";
import { TENSORS } from "../../../shared/demand/networks/sequence/network.ts";
import type { Backend } from "../../engines/tensorflow.ts";
import { dist } from "../../paths.ts";
import { prepareEnvironment } from "./backend.ts";
import { splitBatch, type Batch } from "./batches.ts";
import { weightCount, weightsIn, type Weights } from "./weights.ts";
import type { ShardTask } from "./worker.ts";

/**
 * Parts a batch is split into, whatever the number of threads: the sum of their gradients keeps its order and its bits.
 * More parts would occupy more threads, but each costs TensorFlow.js some milliseconds whatever its size.
 */
const SHARDS = 4;

/** Times a shard is computed before its failure ends the training. */
const TRIES = 3;

export interface ShardPoolOptions {
  /** What the threads compute with. */
  readonly backend: Backend;
  readonly units: number;
  readonly hidden: number;
  /** Worker threads (default: one a processor). */
  readonly threads?: number | undefined;
  /** The worker to run; another one in the tests of crashes. */
  readonly worker?: string | undefined;
}

/**
 * Worker threads that share the weights in memory and compute a batch's gradients in shards. A shard whose thread ends is
 * computed again in a fresh one.
 */
export class ShardPool {
  /** The weights; change them between batches only. */
  readonly weights: Weights;
  readonly #pool: Piscina;
  readonly #options: ShardPoolOptions;
  readonly #weights: SharedArrayBuffer;
  readonly #gradients: SharedArrayBuffer;

  constructor(options: ShardPoolOptions) {
    const { units, hidden, backend } = options;
    prepareEnvironment(backend);
    const threads = Math.min(SHARDS, options.threads ?? os.availableParallelism());
    this.#options = options;
    const bytes = 4 * weightCount(units, hidden);
    this.#weights = new SharedArrayBuffer(bytes);
    this.#gradients = new SharedArrayBuffer(SHARDS * bytes);
    this.weights = weightsIn(this.#weights, units, hidden);
    this.#pool = new Piscina({
      filename: options.worker ?? path.join(dist, "server", "training", "pretrained", "worker.js"),
      minThreads: threads,
      maxThreads: threads,
      // The worker is built: it needs no loader of the parent's, which would cost every thread half a second.
      execArgv: [],
    });
    // A thread that fails outside a task is replaced; unheard, it would end the process.
    this.#pool.on("error", () => undefined);
  }

  /** Loss of a batch and its gradient in every weight. Aborting ends the threads at work. */
  async gradients(batch: Batch, signal: AbortSignal): Promise<{ readonly loss: number; readonly gradients: Weights }> {
    setMaxListeners(0, signal);
    const { units, hidden, backend } = this.#options;
    const losses = await Promise.all(
      splitBatch(batch, SHARDS).map((part, shard) =>
        this.#compute(
          { backend, units, hidden, weights: this.#weights, gradients: this.#gradients, shard, batch: part },
          signal,
        ),
      ),
    );
    const count = weightCount(units, hidden);
    const sum = weightsIn(new ArrayBuffer(4 * count), units, hidden);
    losses.forEach((_, shard) => {
      const part = weightsIn(this.#gradients, units, hidden, shard * count);
      for (const name of TENSORS) for (let i = 0; i < sum[name].length; i++) sum[name][i]! += part[name][i]!;
    });
    return { loss: losses.reduce((a, b) => a + b, 0), gradients: sum };
  }

  async #compute(task: ShardTask, signal: AbortSignal): Promise<number> {
    for (let tries = 1; ; tries++) {
      try {
        return (await this.#pool.run(task, { name: "shardGradients", signal })) as number;
      } catch (error) {
        signal.throwIfAborted();
        if (tries === TRIES) throw new Error(`training failed: ${String(error)}`, { cause: error });
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
