import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { loadNative, type Backend } from "../../engines/tensorflow.ts";

const prepare: Readonly<Record<Backend, () => void>> = {
  wasm() {
    const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
    setWasmPaths(path.join(path.dirname(entry), path.sep));
    setThreadsCount(1);
  },
  native: loadNative,
};

/**
 * What the native library reads of the process's environment when it loads: one thread, no notices. A worker thread's
 * environment is a copy, so this is set before threads start.
 */
const NATIVE_ENVIRONMENT = { TF_NUM_INTRAOP_THREADS: "1", TF_NUM_INTEROP_THREADS: "1", TF_CPP_MIN_LOG_LEVEL: "2" };

/** Readies the process for threads that compute with a backend. */
export function prepareEnvironment(backend: Backend): void {
  if (backend === "native") Object.assign(process.env, NATIVE_ENVIRONMENT);
}

const prepared = new Set<Backend>();

/** Makes a backend the one that computes; on one thread, so that the same seed gives the same weights. */
export async function useBackend(backend: Backend): Promise<void> {
  if (!prepared.has(backend)) prepare[backend]();
  prepared.add(backend);
  await tf.setBackend(backend === "native" ? "tensorflow" : backend);
  await tf.ready();
}
