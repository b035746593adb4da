import { TENSORS, type Network } from "../../../shared/demand/networks/sequence/network.ts";
import { probeTensorflow, type Backend } from "../../engines/tensorflow.ts";
import { drawBatch } from "./batches.ts";
import type { Example } from "./examples.ts";
import { initialWeights } from "./model.ts";
import { Optimiser } from "./optimiser.ts";
import { randomStream } from "./random.ts";
import { ShardPool } from "./shards.ts";
import type { Weights } from "./weights.ts";

export interface TrainingSettings {
  readonly units: number;
  readonly hidden: number;
  readonly steps: number;
  readonly batch: number;
  /** Horizons drawn from each example. */
  readonly horizons: number;
  readonly dropout: number;
  readonly seed: number;
}

export const DEFAULTS: Omit<TrainingSettings, "seed"> = {
  units: 48,
  hidden: 64,
  steps: 1500,
  batch: 256,
  horizons: 6,
  dropout: 0.1,
};

/** Steps whose speed decides how many fit in the time allowed. */
const TIMED = 20;

export interface TrainingRun {
  /** Weights to start from (default: drawn from the seed). */
  readonly start?: Weights;
  /** Highest learning rate (default: that of training from scratch). */
  readonly rate?: number;
  /** 1 for each weight that is learnt, 0 for each that stays as it starts, to the bit (default: all are learnt). */
  readonly learnt?: Weights;
  /** Called after every step with the running mean of the loss. */
  readonly report?: (step: number, loss: number) => void;
  /** Called after every step with the weights as they would be kept; true ends the training there. */
  readonly enough?: (step: number, kept: Weights) => boolean;
  /** Aborting it rejects with its reason. */
  readonly signal?: AbortSignal;
  /**
   * Time the steps may take in milliseconds: as many are taken as the first few foretell, so the weights then depend on
   * the machine's speed.
   */
  readonly milliseconds?: number;
  /** Worker threads (default: one a processor); the weights do not depend on it. */
  readonly threads?: number;
  /** What computes beside our kernel (default: the native library where it works). The same backend gives the same weights. */
  readonly backend?: Backend;
  /** The worker to run; another one in the tests of crashes. */
  readonly worker?: string;
}

/** Trains a network on a pool of examples: the same pool and settings give the same weights, to the bit. */
export async function trainNetwork(
  pool: readonly Example[],
  settings: TrainingSettings,
  version: string,
  run: TrainingRun = {},
): Promise<Network> {
  const { report, signal = new AbortController().signal, milliseconds = Infinity, threads, worker } = run;
  const backend = run.backend ?? (await probeTensorflow());
  const { units, hidden, seed } = settings;
  const random = randomStream(seed);
  const shards = new ShardPool({ units, hidden, threads, worker, backend });
  try {
    const initial = run.start ?? initialWeights(units, hidden, seed + 1);
    for (const name of TENSORS) shards.weights[name].set(initial[name]);
    const optimiser = new Optimiser(shards.weights, run.rate);
    let recent = 0;
    let steps = settings.steps;
    let begun = performance.now();
    for (let step = 0; step < steps; step++) {
      // The first step waits for the threads to start.
      if (step === 1) begun = performance.now();
      if (step === TIMED + 1)
        steps = Math.max(TIMED, Math.min(steps, Math.floor((milliseconds * TIMED) / (performance.now() - begun))));
      const { loss, gradients } = await shards.gradients(drawBatch(pool, settings, random), signal);
      if (!Number.isFinite(loss)) throw new Error(`training diverged at step ${step}`);
      if (run.learnt) mask(gradients, run.learnt);
      optimiser.update(gradients, step / steps);
      if (run.learnt) for (const kept of [shards.weights, optimiser.averaged]) restore(kept, initial, run.learnt);
      recent = step === 0 ? loss : 0.98 * recent + 0.02 * loss;
      report?.(step + 1, recent);
      if (run.enough?.(step + 1, optimiser.averaged)) break;
    }
    return { version, units, hidden, weights: optimiser.averaged };
  } finally {
    await shards.close();
  }
}

function mask(gradients: Weights, learnt: Weights): void {
  for (const name of TENSORS) for (let i = 0; i < learnt[name].length; i++) gradients[name][i]! *= learnt[name][i]!;
}

/** Undoes what weight decay did to the weights that are not learnt. */
function restore(weights: Weights, initial: Weights, learnt: Weights): void {
  for (const name of TENSORS)
    for (let i = 0; i < learnt[name].length; i++) if (learnt[name][i] === 0) weights[name][i] = initial[name][i]!;
}
