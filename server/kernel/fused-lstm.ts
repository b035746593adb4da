import * as tf from "@tensorflow/tfjs-core";
import type { LstmArguments, LstmShape } from "./machine.ts";
import { givable, valuesOf } from "./tensors.ts";
import { keepTrace, release, takeMachine, takeTrace } from "./traces.ts";

/** Name of the kernel in TensorFlow.js's registry. */
const NAME = "FusedLstm";

const BACKENDS = ["cpu", "wasm", "tensorflow"];

function shapeOf(x: tf.TensorInfo, weights: tf.TensorInfo, sequences: boolean): LstmShape {
  const [batch, steps, features] = x.shape as [number, number, number];
  const [rows, columns] = weights.shape as [number, number];
  const units = columns / 4;
  if (rows !== features + 1 + units)
    throw new Error(`${NAME}: the weights of ${features} features must be units + ${features + 1} by 4 units`);
  return { batch, steps, features, units, sequences };
}

const kernelFunc: tf.KernelFunc = ({ inputs, attrs }) => {
  const { x, weights, known } = inputs as { x: tf.TensorInfo; weights: tf.TensorInfo; known: tf.TensorInfo };
  const shape = shapeOf(x, weights, attrs!["sequences"] as boolean);
  const machine = takeMachine();
  const y = machine.forward(shape, { x: valuesOf(x), weights: valuesOf(weights), known: valuesOf(known) });
  const { batch, steps, units, sequences } = shape;
  return [
    made(givable(y), sequences ? [batch, steps, units] : [batch, units], "float32"),
    // The gradient finds the trace by this number.
    made(Int32Array.of(keepTrace(machine)), [], "int32"),
  ];
};

const made = (values: Float32Array | Int32Array, shape: number[], dtype: "float32" | "int32"): tf.TensorInfo => ({
  dataId: tf.backend().write(values, shape, dtype),
  shape,
  dtype,
});

const gradFunc: tf.GradFunc = (dy, saved, attrs) => {
  const [x, weights, known, trace] = saved as [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D, tf.Scalar];
  const shape = shapeOf(x, weights, attrs["sequences"] as boolean);
  const given = (): LstmArguments => ({ x: valuesOf(x), weights: valuesOf(weights), known: valuesOf(known) });
  const computed = (ofInputs: boolean): { weights: Float32Array; x: tf.Tensor | undefined } => {
    const kept = takeTrace(trace.dataSync()[0]!);
    const machine = kept ?? takeMachine();
    if (!kept) machine.forward(shape, given());
    const gradients = machine.backward(valuesOf((dy as tf.Tensor[])[0]!), ofInputs);
    const ofX = gradients.x && tf.tensor(givable(gradients.x), x.shape);
    release(machine);
    // What comes later is a copy: by then the machine may have another's.
    return { weights: gradients.weights.slice(), x: ofX };
  };
  // TensorFlow.js asks only for the gradients it needs, that in x first.
  let both: ReturnType<typeof computed> | undefined;
  return {
    x: () => (both = computed(true)).x!,
    weights: () => tf.tensor((both ?? computed(false)).weights, weights.shape),
    known: () => tf.zerosLike(known),
  };
};

/** Makes the kernel and its gradient known to TensorFlow.js, for every backend that may load; more than once does no harm. */
function registerFusedLstm(): void {
  if (tf.getGradient(NAME)) return;
  for (const backendName of BACKENDS) tf.registerKernel({ kernelName: NAME, backendName, kernelFunc });
  tf.registerGradient({
    kernelName: NAME,
    inputsToSave: ["x", "weights", "known"],
    outputsToSave: [false, true],
    gradFunc,
  });
}

export interface FusedLstmOptions {
  /** batch x steps: 0 where a step is passed over, its features unseen, and the state stays as it was. */
  readonly known?: tf.Tensor2D;
  /** Whether to answer the state after every step instead of the last one. */
  readonly sequences?: boolean;
}

/**
 * States of an LSTM (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000) over a batch x steps x
 * features, differentiable in x and in its weights: (features + 1 + units) x 4 units, with rows for the features, the
 * bias and the state, and gates in the order input, forget, cell, output. Starts from zeros.
 */
export function fusedLstm(
  x: tf.Tensor3D,
  weights: tf.Tensor2D,
  { known, sequences = false }: FusedLstmOptions = {},
): tf.Tensor {
  registerFusedLstm();
  return tf.tidy(() => {
    const mask = known ? tf.cast(known, "float32") : tf.ones(x.shape.slice(0, 2));
    // The core's types know the answers of its own kernels only.
    const [y] = tf.engine().runKernel(NAME, { x, weights, known: mask }, { sequences }) as unknown as [tf.Tensor];
    return y;
  });
}
