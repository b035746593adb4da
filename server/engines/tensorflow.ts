import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { HELPERS, nativeWorks } from "./native-works.ts";

/** What computes: TensorFlow's native library by tfjs-node, or its WebAssembly build. */
export type Backend = "native" | "wasm";

/** Where tfjs-node is installed, if it is. */
function locate(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("@tensorflow/tfjs-node");
  } catch {
    return undefined;
  }
}

/** Which TensorFlow computes here: the native one only after it really did, else WebAssembly. */
export function probeTensorflow(): Promise<Backend> {
  probed ??= probe();
  return probed;
}

let probed: Promise<Backend> | undefined;

async function probe(): Promise<Backend> {
  const entry = locate();
  return entry !== undefined && (await nativeWorks(entry)) ? "native" : "wasm";
}

/** Loads tfjs-node into this thread, which makes its backend known to TensorFlow.js as "tensorflow". */
export function loadNative(): void {
  const require = createRequire(import.meta.url);
  (runInThisContext(HELPERS) as (util: unknown) => void)(require("node:util"));
  require("@tensorflow/tfjs-node");
}
