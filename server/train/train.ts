import * as tf from "@tensorflow/tfjs-core";
import { TENSORS, shapesOf, type Network, type TensorName } from "../../shared/demand/network/network.ts";
import { drawBatch } from "./batches.ts";
import type { Example } from "./examples.ts";
import { initialWeights, pinball, type Batch, type Variables } from "./model.ts";
import { Optimiser } from "./optimiser.ts";
import { randomStream } from "./random.ts";

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

/** Loss of a batch and its gradient in every weight. */
export function gradientsOf(
  weights: Readonly<Record<TensorName, Float32Array>>,
  units: number,
  hidden: number,
  batch: Batch,
): { loss: number; gradients: Record<TensorName, Float32Array> } {
  // Plain arrays stay out of the tidy's answer: it would walk through every number of them.
  let loss = NaN;
  const gradients = {} as Record<TensorName, Float32Array>;
  tf.tidy(() => {
    const shapes = shapesOf(units, hidden);
    const matrices = TENSORS.map((name) => tf.tensor2d(weights[name], [...shapes[name]]));
    const differentiate = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
      const variables = Object.fromEntries(TENSORS.map((name, i) => [name, tensors[i]])) as unknown as Variables;
      return pinball(variables, batch);
    });
    const { value, grads } = differentiate(matrices);
    TENSORS.forEach((name, i) => (gradients[name] = grads[i]!.dataSync() as Float32Array));
    loss = value.dataSync()[0]!;
  });
  return { loss, gradients };
}

/** Steps whose speed decides how many fit in the time allowed. */
const TIMED = 20;

/**
 * Trains a network on a pool of examples; the same pool, settings and backend give the same weights. A time limit takes
 * as many steps as the first few foretell, so the weights then depend on the machine's speed.
 */
export function trainNetwork(
  pool: readonly Example[],
  settings: TrainingSettings,
  version: string,
  report: (step: number, loss: number) => void,
  milliseconds = Infinity,
): Network {
  const { units, hidden, seed } = settings;
  const random = randomStream(seed);
  const optimiser = new Optimiser(initialWeights(units, hidden, seed + 1));
  let recent = 0;
  let steps = settings.steps;
  const begun = performance.now();
  for (let step = 0; step < steps; step++) {
    if (step === TIMED)
      steps = Math.max(TIMED, Math.min(steps, Math.floor((milliseconds * TIMED) / (performance.now() - begun))));
    const batch = drawBatch(pool, settings, random);
    const { loss, gradients } = gradientsOf(optimiser.weights, units, hidden, batch);
    if (!Number.isFinite(loss)) throw new Error(`training diverged at step ${step}`);
    optimiser.update(gradients, step / steps);
    recent = step === 0 ? loss : 0.98 * recent + 0.02 * loss;
    report(step + 1, recent);
  }
  return { version, units, hidden, weights: optimiser.averaged };
}
