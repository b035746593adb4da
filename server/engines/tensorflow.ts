import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";

/** What computes: TensorFlow's native library by tfjs-node, or its WebAssembly build. */
export type Backend = "native" | "wasm";

/** How long the native library may take to load and multiply one matrix, in milliseconds. */
const PATIENCE = 20_000;

/** tfjs-node 4.22 calls helpers of `node:util` that Node 23 removed: source of a function that supplies them to it. */
const HELPERS = `(util) => {
  util.isNullOrUndefined ??= (x) => x === null || x === undefined;
  util.isNull ??= (x) => x === null;
  util.isUndefined ??= (x) => x === undefined;
  util.isString ??= (x) => typeof x === "string";
  util.isNumber ??= (x) => typeof x === "number";
  util.isBoolean ??= (x) => typeof x === "boolean";
  util.isFunction ??= (x) => typeof x === "function";
  util.isObject ??= (x) => x !== null && typeof x === "object";
  util.isArray ??= Array.isArray;
}`;

/** Run in a process of its own, where a crash of the native library does no harm. */
const PROBE = `
(${HELPERS})(require("node:util"));
const tf = require(process.argv[1]);
const product = tf.matMul(tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[5, 6], [7, 8]]));
const right = [19, 22, 43, 50].every((x, i) => product.dataSync()[i] === x);
if (tf.getBackend() === "tensorflow" && right) process.stdout.write("native works");
`;

/** Where tfjs-node is installed, if it is. */
function locate(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("@tensorflow/tfjs-node");
  } catch {
    return undefined;
  }
}

/** Whether the library at `entry` multiplies two matrices rightly and in time. */
export function nativeWorks(entry: string, patience = PATIENCE): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["-e", PROBE, entry],
      // Options of the parent (loaders, inspectors) are not the probe's.
      { timeout: patience, killSignal: "SIGKILL", windowsHide: true, env: { ...process.env, NODE_OPTIONS: "" } },
      (error, stdout) => resolve(!error && stdout.includes("native works")),
    );
  });
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
