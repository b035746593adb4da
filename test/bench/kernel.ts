import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential, type Sequential } from "@tensorflow/tfjs-layers";
import { FusedLstmLayer } from "../../server/kernel/fused-lstm-layer.ts";
import { LstmMachine, type LstmShape } from "../../server/kernel/machine.ts";
import { dist, root } from "../../server/paths.ts";
import { compileAssembly } from "../../server/tools/compile-assembly.mjs";
import { useBackend } from "../../server/training/pretrained/backend.ts";
import { normalDraw, randomStream } from "../../server/training/pretrained/random.ts";
import type { Figure } from "./main.ts";

const WINDOWS = 300;
const STEPS = 60;
const UNITS = 50;
/** The whole set at once, and TensorFlow.js's own choice. */
const BATCHES = [WINDOWS, 32];

/** What makes TensorFlow.js's layer the same one; its own choice of starting weights needs more of its packages. */
const STOCK = { recurrentActivation: "sigmoid", recurrentInitializer: "glorotUniform" } as const;

/** Median milliseconds of processor time, which other programs on the machine do not disturb; the first run warms up. */
async function milliseconds(work: () => unknown, repeats: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    if (i > 0) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!;
}

function numbers(count: number, seed: number, size = 1): Float32Array {
  const random = randomStream(seed);
  return Float32Array.from({ length: count }, () => size * normalDraw(random));
}

/** Two recurrent layers and an output, ready to train. */
function model(layer: (args: { units: number; returnSequences: boolean }) => layers.Layer): Sequential {
  const made = sequential({
    layers: [
      layers.inputLayer({ inputShape: [STEPS, 1] }),
      layer({ units: UNITS, returnSequences: true }),
      layer({ units: UNITS, returnSequences: false }),
      layers.dense({ units: 1 }),
    ],
  });
  made.compile({ optimizer: tf.train.sgd(0.01), loss: "meanSquaredError" });
  return made;
}

async function epoch(trained: Sequential, x: tf.Tensor3D, y: tf.Tensor2D, batch: number): Promise<void> {
  for (let from = 0; from < WINDOWS; from += batch) {
    const count = Math.min(batch, WINDOWS - from);
    const [inputs, targets] = [tf.slice(x, from, count), tf.slice(y, from, count)];
    await trained.trainOnBatch(inputs, targets);
    tf.dispose([inputs, targets]);
  }
}

/** PyTorch's milliseconds an epoch by batch, on one thread: `LOTWISE_PYTHON` names a Python that has it. */
function pytorch(): Record<string, number> | undefined {
  const python = process.env["LOTWISE_PYTHON"];
  if (python === undefined) {
    console.error("PyTorch is not compared: LOTWISE_PYTHON names no Python that has it");
    return undefined;
  }
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), "kernel", "peer.py");
  const asked = { windows: WINDOWS, steps: STEPS, units: UNITS, layers: 2, batches: BATCHES, repeats: 9, threads: 1 };
  return JSON.parse(execFileSync(python, [script], { input: JSON.stringify(asked), encoding: "utf8" })) as Record<
    string,
    number
  >;
}

const GIGA = 1e9;

/** Matrix-product operations a second of a whole layer of 50 units on 50 (gates, copies and all), in 10^9. */
async function layerSpeed(): Promise<number> {
  const shape: LstmShape = { batch: WINDOWS, steps: STEPS, features: UNITS, units: UNITS, sequences: true };
  const rows = 2 * UNITS + 1;
  const states = WINDOWS * STEPS * UNITS;
  const [x, weights, dy] = [numbers(states, 1), numbers(rows * 4 * UNITS, 2, 0.1), numbers(states, 3)];
  const machine = new LstmMachine();
  const time = await milliseconds(() => {
    machine.forward(shape, { x, weights });
    machine.backward(dy, true);
  }, 15);
  return operations(rows) / (time / 1000) / GIGA;
}

/** Multiplications and additions of a training step's three products a step: forward, back, and the weights' gradient. */
const operations = (rows: number): number => 3 * 2 * WINDOWS * STEPS * rows * 4 * UNITS;

interface Plain extends WebAssembly.Exports {
  multiply(out: number, a: number, b: number, m: number, n: number, k: number): void;
  reserve(bytes: number): void;
  readonly memory: WebAssembly.Memory;
}

/** The same of a plain product of the same shapes, its operands already transposed; rows rounded to whole vectors. */
async function plainSpeed(): Promise<number> {
  const outfile = path.join(dist, "kernel", "plain-product.wasm");
  await compileAssembly({ root, entry: "test/bench/kernel/assembly/plain-product.ts", outfile });
  const { instance } = await WebAssembly.instantiate(readFileSync(outfile));
  const { multiply, reserve, memory } = instance.exports as Plain;
  const rows = 104;
  const gates = 4 * UNITS;
  const size = WINDOWS * gates * 4;
  reserve(3 * size);
  new Float32Array(memory.buffer).set(numbers((3 * size) / 4, 4));
  const time = await milliseconds(() => {
    for (let step = 0; step < STEPS; step++) {
      multiply(0, size, 2 * size, WINDOWS, gates, rows);
      multiply(0, size, 2 * size, WINDOWS, rows, gates);
      multiply(0, size, 2 * size, rows, gates, WINDOWS);
    }
  }, 15);
  return operations(rows) / (time / 1000) / GIGA;
}

/**
 * The fused LSTM against TensorFlow.js's own layers on WebAssembly, PyTorch on one thread of the same processor, and the
 * speed of a plain matrix product. Times are processor time.
 */
export async function run(): Promise<Figure[]> {
  await useBackend("wasm");
  const x = tf.tensor3d(numbers(WINDOWS * STEPS, 5), [WINDOWS, STEPS, 1]);
  const y = tf.tensor2d(numbers(WINDOWS, 6), [WINDOWS, 1]);
  const torch = pytorch();
  const figures: Figure[] = [];
  const compared = (name: string, unit: "ms" | "GFLOP/s", value: number, peer: number): void => {
    const better = unit === "ms" ? "lower" : "higher";
    figures.push({ name: `kernel: ${name}`, value, unit, peer, ratio: value / peer, better });
  };
  for (const batch of BATCHES) {
    const ours = model((args) => new FusedLstmLayer({ ...args, seed: 1 }));
    const theirs = model((args) => layers.lstm({ ...args, ...STOCK }));
    const value = await milliseconds(() => epoch(ours, x, y, batch), 9);
    const what = `an epoch of 2 layers of ${UNITS}, ${STEPS} steps, ${WINDOWS} windows, batch ${batch}`;
    compared(
      `${what}, against TensorFlow.js on WebAssembly`,
      "ms",
      value,
      await milliseconds(() => epoch(theirs, x, y, batch), 3),
    );
    if (torch) compared(`${what}, against PyTorch on one thread`, "ms", value, torch[batch]!);
  }
  compared("products in a layer, against a plain product", "GFLOP/s", await layerSpeed(), await plainSpeed());
  return figures;
}
