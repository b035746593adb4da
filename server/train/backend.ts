import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

let prepared = false;

/** Makes the WebAssembly backend the one that computes; one thread, so that the same seed gives the same weights. */
export async function useWasm(): Promise<string> {
  if (!prepared) {
    const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
    setWasmPaths(path.join(path.dirname(entry), path.sep));
    setThreadsCount(1);
    prepared = true;
  }
  await tf.setBackend("wasm");
  await tf.ready();
  return tf.getBackend();
}
