import * as tf from "@tensorflow/tfjs-core";
// Loaded for its side effect: the gradients of the operations below are registered by it, not by the core.
import "@tensorflow/tfjs-layers";
import {
  BASES,
  FACTOR,
  INPUTS,
  LARGEST_FACTOR,
  OUTPUTS,
  PROBABILITIES,
  shapesOf,
} from "../../../../shared/demand/networks/slow/network.ts";
import { product } from "../product.ts";
import { randomStream } from "../random.ts";
import { TRAINED, type TrainedName } from "./trained.ts";

export type TrainedWeights = Readonly<Record<TrainedName, Float32Array>>;

/** Examples side by side: rows of standardised inputs, of the bases, of dropout factors of both layers. */
export interface CountBatch {
  readonly size: number;
  readonly inputs: Float32Array;
  readonly means: Float32Array;
  readonly quantiles: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
  readonly dropouts: readonly [Float32Array, Float32Array];
}

const LEVELS = PROBABILITIES.length;
/** Weight of the mean's loss beside the quantiles'. */
const MEAN_WEIGHT = 0.3;
/** Keeps the logarithm of a mean near 0 finite. */
const LEAST_MEAN = 0.01;
/** Output at which next to nothing is added to the mixture. */
const NOTHING_ADDED = -4;

/** Starting weights: uniform by fan-in, and outputs that mix the bases alike. */
export function initialWeights(hidden: number, seed: number): Record<TrainedName, Float32Array> {
  const random = randomStream(seed);
  const shapes = shapesOf(hidden);
  const weights = Object.fromEntries(
    TRAINED.map((name) => {
      const [rows, columns] = shapes[name];
      const limit = name.startsWith("output") ? 0 : 1 / Math.sqrt(name.startsWith("first") ? INPUTS : hidden);
      return [name, Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * limit)];
    }),
  ) as Record<TrainedName, Float32Array>;
  weights.outputBias.fill(NOTHING_ADDED, BASES + 1 + LEVELS, BASES + 1 + 2 * LEVELS);
  return weights;
}

type Variables = Readonly<Record<TrainedName, tf.Tensor2D>>;

const factor = (x: tf.Tensor): tf.Tensor => tf.exp(tf.clipByValue(tf.mul(x, FACTOR), -LARGEST_FACTOR, LARGEST_FACTOR));

/** Sums of each column and all before it. */
const cumulation = (): tf.Tensor2D =>
  tf.tensor2d(PROBABILITIES.map((_, from) => PROBABILITIES.map((__, to) => (from <= to ? 1 : 0))));

/** Quantiles and means as shares of the scale. The same computation as shared/demand/networks/slow/infer.ts. */
export function totals(v: Variables, batch: CountBatch): { quantiles: tf.Tensor2D; means: tf.Tensor2D } {
  const { size } = batch;
  const hidden = v.first.shape[1];
  const part = (from: number, count: number): tf.Tensor2D => tf.slice2d(outputs, [0, from], [size, count]);
  const [early, late] = batch.dropouts.map((factors) => tf.tensor2d(factors, [size, hidden]));
  const inputs = tf.tensor2d(batch.inputs, [size, INPUTS]);
  const first = tf.mul(tf.relu(tf.add(product(inputs, v.first), v.firstBias)), early!) as tf.Tensor2D;
  const second = tf.mul(tf.relu(tf.add(product(first, v.second), v.secondBias)), late!);
  const outputs = tf.add(product(tf.add(first, second), v.output), v.outputBias) as tf.Tensor2D;
  const shares = tf.reshape(tf.softmax(part(0, BASES)), [size, BASES, 1]);
  const mixed = tf.sum(tf.mul(shares, tf.tensor3d(batch.quantiles, [size, BASES, LEVELS])), 1);
  const factors = factor(tf.add(part(BASES, 1), part(BASES + 1, LEVELS)));
  const own = tf.mul(tf.softplus(part(BASES + 1 + LEVELS, LEVELS)), FACTOR) as tf.Tensor2D;
  const believed = tf.softmax(part(OUTPUTS - BASES - 1, BASES));
  const mean = tf.sum(tf.mul(believed, tf.tensor2d(batch.means, [size, BASES])), 1, true);
  return {
    quantiles: tf.add(tf.mul(mixed, factors), product(own, cumulation())) as tf.Tensor2D,
    means: tf.mul(mean, factor(part(OUTPUTS - 1, 1))) as tf.Tensor2D,
  };
}

/**
 * Weighted mean pinball loss over the quantiles (Koenker and Bassett, 1978), and the Poisson deviance of the mean, up to
 * a constant, which is least at the true mean whatever the distribution.
 */
function loss(v: Variables, batch: CountBatch): tf.Scalar {
  const { quantiles, means } = totals(v, batch);
  const targets = tf.tensor2d(batch.targets, [batch.size, 1]);
  const weights = tf.tensor2d(batch.weights, [batch.size, 1]);
  const errors = tf.sub(targets, quantiles);
  const probabilities = tf.tensor2d([...PROBABILITIES], [1, LEVELS]);
  const pinball = tf.mean(tf.mul(tf.sub(tf.mul(probabilities, errors), tf.minimum(errors, 0)), weights));
  const deviance = tf.mean(tf.mul(tf.sub(means, tf.mul(targets, tf.log(tf.add(means, LEAST_MEAN)))), weights));
  return tf.add(pinball, tf.mul(deviance, MEAN_WEIGHT)) as tf.Scalar;
}

/** Loss of a batch and its gradient in every weight. */
export function gradientsOf(
  weights: TrainedWeights,
  hidden: number,
  batch: CountBatch,
): { loss: number; gradients: TrainedWeights } {
  // Plain arrays stay out of the tidy's answer: it would walk through every number of them.
  let value = NaN;
  const gradients = {} as Record<TrainedName, Float32Array>;
  tf.tidy(() => {
    const shapes = shapesOf(hidden);
    const matrices = TRAINED.map((name) => tf.tensor2d(weights[name], [...shapes[name]]));
    const differentiate = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
      loss(Object.fromEntries(TRAINED.map((name, i) => [name, tensors[i]])) as unknown as Variables, batch),
    );
    const answer = differentiate(matrices);
    TRAINED.forEach((name, i) => (gradients[name] = answer.grads[i]!.dataSync() as Float32Array));
    value = answer.value.dataSync()[0]!;
  });
  return { loss: value, gradients };
}
