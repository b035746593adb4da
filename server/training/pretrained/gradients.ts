import * as tf from "@tensorflow/tfjs-core";
import { shapesOf, TENSORS, type TensorName } from "../../../shared/demand/networks/sequence/network.ts";
import type { Batch } from "./batches.ts";
import { pinball, type Variables } from "./model.ts";
import type { Weights } from "./weights.ts";

/** Loss of a batch and its gradient in every weight. */
export function gradientsOf(
  weights: Weights,
  units: number,
  hidden: number,
  batch: Batch,
): { loss: number; gradients: Weights } {
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
