import * as tf from "@tensorflow/tfjs-core";

/** TensorFlow.js's WebAssembly backend: its tensors lie in a memory that we can see, and `write` copies into it. */
interface HeapBackend extends tf.KernelBackend {
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

const hasHeap = (backend: tf.KernelBackend): backend is HeapBackend => "typedArrayFromHeap" in backend;

/** Numbers of a tensor: where the backend has them if it can be, so only until it makes another tensor. */
export function valuesOf(tensor: tf.TensorInfo): Float32Array {
  const backend = tf.backend();
  return hasHeap(backend) ? backend.typedArrayFromHeap(tensor) : (backend.readSync(tensor.dataId) as Float32Array);
}

/** The numbers themselves where the backend copies what it is given, or a copy that it may keep. */
export function givable(values: Float32Array): Float32Array {
  return hasHeap(tf.backend()) ? values : values.slice();
}
