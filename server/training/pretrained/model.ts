import * as tf from "@tensorflow/tfjs-core";
// Loaded for its side effect: the gradients of the operations below are registered by it, not by the core.
import "@tensorflow/tfjs-layers";
import {
  BASES,
  DRIVER_TERMS,
  HORIZON_INPUTS,
  MEDIAN,
  OUTPUTS,
  PROBABILITIES,
  shapesOf,
  STATICS,
  STEP_INPUTS,
  STEPS,
  TENSORS,
  type TensorName,
} from "../../../shared/demand/networks/sequence/network.ts";
import { fusedLstm } from "../../kernel/fused-lstm.ts";
import type { Batch } from "./batches.ts";
import { product } from "./product.ts";
import { normalDraw, randomStream } from "./random.ts";
import { driverWeights } from "./weights.ts";

export type Variables = Readonly<Record<TensorName, tf.Tensor2D>>;

/**
 * Starting weights: uniform by fan-in and fan-out, state matrix normal, forget gates open, gaps near the normal's. Those
 * that only drivers use are zero: then effects are taken as they are.
 */
export function initialWeights(units: number, hidden: number, seed: number): Record<TensorName, Float32Array> {
  const random = randomStream(seed);
  const shapes = shapesOf(units, hidden);
  const ofDrivers = driverWeights(units, hidden);
  const weights = Object.fromEntries(
    TENSORS.map((name) => {
      const [rows, columns] = shapes[name];
      const size = name.endsWith("Bias") ? 0 : name === "output" ? 0.1 : 1;
      const fan =
        name === "lstm" ? rows - 1 + units : name === "output" ? rows + columns - DRIVER_TERMS : rows + columns;
      const limit = size * Math.sqrt(6 / fan);
      return [name, ofDrivers[name].map((of) => (of === 1 ? 0 : (2 * random() - 1) * limit))];
    }),
  ) as Record<TensorName, Float32Array>;
  const inputs = shapes.lstm[0] - units;
  for (let k = 0; k < units; k++)
    for (let j = 0; j < 4 * units; j++)
      weights.lstm[(inputs + k) * 4 * units + j] = normalDraw(random) / Math.sqrt(units);
  for (let j = 0; j < 4 * units; j++) weights.lstm[(inputs - 1) * 4 * units + j] = j >= units && j < 2 * units ? 1 : 0;
  weights.outputBias.fill(-0.5, BASES + 1, BASES + PROBABILITIES.length);
  return weights;
}

/** Matrix that adds up the gaps outwards from the median: PROBABILITIES.length - 1 gaps to as many quantiles and the median. */
function cumulation(): number[][] {
  const below = MEDIAN;
  const above = PROBABILITIES.length - 1 - MEDIAN;
  return Array.from({ length: below + above }, (_, gap) =>
    PROBABILITIES.map((_, j) =>
      gap < below ? (j <= MEDIAN - 1 - gap ? -1 : 0) : j >= MEDIAN + 1 + gap - below ? 1 : 0,
    ),
  );
}

/** Quantiles in z: (batch x horizons) rows of PROBABILITIES. The same computation as shared/demand/networks/sequence/infer.ts. */
export function quantiles(v: Variables, batch: Batch): tf.Tensor2D {
  const rows = batch.batch * batch.horizons;
  const hidden = v.common.shape[1];
  const state = fusedLstm(tf.tensor3d(batch.inputs, [batch.batch, STEPS, STEP_INPUTS]), v.lstm, {
    known: tf.tensor2d(batch.known, [batch.batch, STEPS]),
  }) as tf.Tensor2D;
  const context = tf.concat2d([state, tf.tensor2d(batch.statics, [batch.batch, STATICS])], 1);
  const common = tf.add(product(context, v.common), v.commonBias);
  const dropped = tf.mul(common, tf.tensor2d(batch.dropout, [batch.batch, hidden]));
  const inputs = product(tf.tensor2d(batch.inputs2, [rows, HORIZON_INPUTS]), v.horizon);
  // Broadcast over the horizons: the backend is slow to repeat rows.
  const sum = tf.add(tf.expandDims(dropped, 1), tf.reshape(inputs, [batch.batch, batch.horizons, hidden]));
  const first = tf.relu(tf.reshape(sum, [rows, hidden])) as tf.Tensor2D;
  const second = tf.add(first, tf.relu(tf.add(product(first, v.residual), v.residualBias))) as tf.Tensor2D;
  const outputs = tf.add(product(second, v.output), v.outputBias) as tf.Tensor2D;
  const spread = tf.tensor2d(batch.spreads, [rows, 1]);
  const mixture = tf.softmax(tf.slice2d(outputs, [0, 0], [rows, BASES]));
  const mixed = tf.sum(tf.mul(mixture, tf.tensor2d(batch.bases, [rows, BASES])), 1, true);
  const median = tf.add(mixed, tf.mul(spread, tf.slice2d(outputs, [0, BASES], [rows, 1])));
  const gaps = tf.softplus(tf.slice2d(outputs, [0, BASES + 1], [rows, PROBABILITIES.length - 1])) as tf.Tensor2D;
  const sizes = tf.tensor2d(
    batch.terms.map((x) => Math.asinh(Math.abs(x))),
    [rows, DRIVER_TERMS],
  );
  const ofTerms = tf.slice2d(outputs, [0, OUTPUTS - DRIVER_TERMS], [rows, DRIVER_TERMS]);
  const factors = tf.tanh(tf.add(ofTerms, product(sizes, v.drivers))) as tf.Tensor2D;
  const term = (name: number): Float32Array => batch.spreads.map((_, i) => batch.terms[i * DRIVER_TERMS + name]!);
  const factor = (name: number): tf.Tensor2D => tf.slice2d(factors, [0, name], [rows, 1]);
  const [effect, leftOver] = [0, 1].map((k) => tf.mul(factor(k), tf.tensor2d(term(k), [rows, 1])));
  const widening = term(2).map((error, i) => Math.log1p(error / batch.spreads[i]!));
  const width = tf.mul(spread, tf.exp(tf.mul(factor(2), tf.tensor2d(widening, [rows, 1]))));
  const centre = tf.add(median, tf.add(effect!, leftOver!));
  return tf.add(centre, tf.mul(width, product(gaps, tf.tensor2d(cumulation())))) as tf.Tensor2D;
}

/**
 * Weighted mean pinball loss (Koenker and Bassett 1978) over the quantiles, the median counted twice. Of a part of a
 * batch, its share of the whole batch's mean.
 */
export function pinball(v: Variables, batch: Batch): tf.Scalar {
  const rows = batch.batch * batch.horizons;
  const errors = tf.sub(tf.tensor2d(batch.targets, [rows, 1]), quantiles(v, batch));
  const probabilities = tf.tensor2d([...PROBABILITIES], [1, PROBABILITIES.length]);
  const losses = tf.sub(tf.mul(probabilities, errors), tf.minimum(errors, 0));
  const columns = tf.tensor2d(
    PROBABILITIES.map((_, j) => (j === MEDIAN ? 2 : 1)),
    [1, PROBABILITIES.length],
  );
  const weighted = tf.mul(tf.mul(losses, columns), tf.tensor2d(batch.weights, [rows, 1]));
  return tf.div(tf.sum(weighted), batch.total || 1) as tf.Scalar;
}
