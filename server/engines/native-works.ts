import { execFile } from "node:child_process";

/** tfjs-node 4.22 calls helpers of `node:util` that Node 23 removed: source of a function that supplies them to it. */
export const HELPERS = `(util) => {
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

/** How long the native library may take to load and multiply one matrix, in milliseconds. */
const PATIENCE = 20_000;

/** Run in a process of its own, where a crash of the native library does no harm. */
const PROBE = `
(${HELPERS})(require("node:util"));
const tf = require(process.argv[1]);
const product = tf.matMul(tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[5, 6], [7, 8]]));
const right = [19, 22, 43, 50].every((x, i) => product.dataSync()[i] === x);
if (tf.getBackend() === "tensorflow" && right) process.stdout.write("native works");
`;

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
