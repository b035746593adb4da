import * as tf from "@tensorflow/tfjs-core";
import { STEP_INPUTS } from "../../shared/demand/network/network.ts";

/** Matrix product whose gradient transposes explicitly: the WebAssembly backend's product of transposed matrices is ten times slower. */
export const product = tf.customGrad((x, w, save) => {
  const a = x as tf.Tensor2D;
  const b = w as tf.Tensor2D;
  (save as tf.GradSaveFunc)([a, b]);
  return {
    value: tf.matMul(a, b),
    gradFunc: (dy, saved) => {
      const [left, right] = saved as [tf.Tensor2D, tf.Tensor2D];
      return [tf.matMul(dy as tf.Tensor2D, tf.transpose(right)), tf.matMul(tf.transpose(left), dy as tf.Tensor2D)];
    },
  };
}) as (x: tf.Tensor2D, w: tf.Tensor2D) => tf.Tensor2D;

/** A batch of inputs: for each step, `batch` rows of STEP_INPUTS + 1 (the last is 1), and 1 where the step holds a point. */
export interface StepBatch {
  readonly batch: number;
  readonly steps: number;
  /** steps x batch x STEP_INPUTS. */
  readonly inputs: Float32Array;
  /** steps x batch: 1 for a known step, 0 before the history begins. */
  readonly known: Float32Array;
}

/** What the backward pass needs of the forward pass. */
interface Trace {
  /** (steps x batch) x (STEP_INPUTS + 1 + units): inputs, 1, state before the step. */
  readonly joined: Float32Array;
  /** (steps x batch) x 4 units: the gates after their activations. */
  readonly gates: Float32Array;
  /** (steps + 1) x batch x units. */
  readonly cells: Float32Array;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const tanh = (x: number): number => 2 / (1 + Math.exp(-2 * x)) - 1;

/** Rows times a matrix, as plain numbers. Not in a tidy: that walks through every number a body returns. */
function multiplied(rows: Float32Array, shape: [number, number], matrix: tf.Tensor2D): Float32Array<ArrayBuffer> {
  const left = tf.tensor2d(rows, shape);
  const result = tf.matMul(left, matrix);
  const values = result.dataSync() as Float32Array<ArrayBuffer>;
  left.dispose();
  result.dispose();
  return values;
}

function forward(w: tf.Tensor2D, { batch, steps, inputs, known }: StepBatch): { trace: Trace; last: Float32Array } {
  const units = w.shape[1] / 4;
  const width = STEP_INPUTS + 1 + units;
  const joined = new Float32Array(steps * batch * width);
  const gates = new Float32Array(steps * batch * 4 * units);
  const cells = new Float32Array((steps + 1) * batch * units);
  let h = new Float32Array(batch * units);
  for (let s = 0; s < steps; s++) {
    const rows = joined.subarray(s * batch * width, (s + 1) * batch * width);
    for (let b = 0; b < batch; b++) {
      const at = b * width;
      for (let k = 0; k < STEP_INPUTS; k++) rows[at + k] = inputs[(s * batch + b) * STEP_INPUTS + k]!;
      rows[at + STEP_INPUTS] = 1;
      for (let u = 0; u < units; u++) rows[at + STEP_INPUTS + 1 + u] = h[b * units + u]!;
    }
    const z = multiplied(rows, [batch, width], w);
    const gate = gates.subarray(s * batch * 4 * units);
    const before = cells.subarray(s * batch * units);
    const after = cells.subarray((s + 1) * batch * units);
    h = new Float32Array(batch * units);
    for (let b = 0; b < batch; b++) {
      if (known[s * batch + b] === 0) continue;
      for (let u = 0; u < units; u++) {
        const at = b * 4 * units + u;
        const i = (gate[at] = sigmoid(z[at]!));
        const f = (gate[at + units] = sigmoid(z[at + units]!));
        const a = (gate[at + 2 * units] = tanh(z[at + 2 * units]!));
        const o = (gate[at + 3 * units] = sigmoid(z[at + 3 * units]!));
        const c = (after[b * units + u] = f * before[b * units + u]! + i * a);
        h[b * units + u] = o * tanh(c);
      }
    }
  }
  return { trace: { joined, gates, cells }, last: h };
}

function backward(w: tf.Tensor2D, { batch, steps, known }: StepBatch, trace: Trace, dLast: Float32Array): tf.Tensor2D {
  const units = w.shape[1] / 4;
  const width = STEP_INPUTS + 1 + units;
  const dGates = new Float32Array(steps * batch * 4 * units);
  const dc = new Float32Array(batch * units);
  let dh = Float32Array.from(dLast);
  const back = tf.transpose(tf.slice(w, [STEP_INPUTS + 1, 0], [units, 4 * units]));
  for (let s = steps - 1; s >= 0; s--) {
    const gate = trace.gates.subarray(s * batch * 4 * units);
    const before = trace.cells.subarray(s * batch * units);
    const after = trace.cells.subarray((s + 1) * batch * units);
    const dz = dGates.subarray(s * batch * 4 * units, (s + 1) * batch * 4 * units);
    for (let b = 0; b < batch; b++) {
      if (known[s * batch + b] === 0) continue;
      for (let u = 0; u < units; u++) {
        const at = b * 4 * units + u;
        const cell = b * units + u;
        const i = gate[at]!;
        const f = gate[at + units]!;
        const a = gate[at + 2 * units]!;
        const o = gate[at + 3 * units]!;
        const squashed = tanh(after[cell]!);
        const d = dc[cell]! + dh[cell]! * o * (1 - squashed * squashed);
        dz[at] = d * a * i * (1 - i);
        dz[at + units] = d * before[cell]! * f * (1 - f);
        dz[at + 2 * units] = d * i * (1 - a * a);
        dz[at + 3 * units] = dh[cell]! * squashed * o * (1 - o);
        dc[cell] = d * f;
      }
    }
    if (s > 0) dh = multiplied(dz, [batch, 4 * units], back);
  }
  back.dispose();
  const rows = steps * batch;
  return tf.matMul(tf.transpose(tf.tensor2d(trace.joined, [rows, width])), tf.tensor2d(dGates, [rows, 4 * units]));
}

/**
 * Last state of an LSTM over a batch, differentiable in its weights. Matrix products run on the TensorFlow.js backend;
 * the element-wise part of a step is one loop, since as separate operations it costs several times the product.
 */
export function lstmLayer(weights: tf.Tensor2D, batch: StepBatch): tf.Tensor2D {
  return tf.customGrad((w) => {
    const matrix = w as tf.Tensor2D;
    const { trace, last } = forward(matrix, batch);
    return {
      value: tf.tensor2d(last, [batch.batch, matrix.shape[1] / 4]),
      gradFunc: (dy: tf.Tensor) => backward(matrix, batch, trace, dy.dataSync() as Float32Array),
    };
  })(weights) as tf.Tensor2D;
}
