import {
  BASES,
  DRIVER_TERMS,
  HORIZON_INPUTS,
  HORIZON_ROW,
  MEDIAN,
  OUTPUTS,
  PROBABILITIES,
  spread,
  STATICS,
  STEP_INPUTS,
  STEPS,
  type Network,
} from "./network.ts";
import type { Prepared } from "./prepare.ts";

/** A network's recurrent matrix unit by unit, the four gates of a unit side by side, so that it is read in order. */
const packs = new WeakMap<Network, Float64Array>();

function packed(network: Network): Float64Array {
  const known = packs.get(network);
  if (known) return known;
  const { units } = network;
  const { lstm } = network.weights;
  const rows = STEP_INPUTS + 1 + units;
  const pack = new Float64Array(lstm.length);
  for (let u = 0; u < units; u++)
    for (let k = 0; k < rows; k++)
      for (let gate = 0; gate < 4; gate++) pack[(u * rows + k) * 4 + gate] = lstm[(k * 4 + gate) * units + u]!;
  packs.set(network, pack);
  return pack;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const tanh = (x: number): number => 2 / (1 + Math.exp(-2 * x)) - 1;

/** Last state of the recurrent layer (gates in the order input, forget, cell, output) over the known steps. */
export function lastState(network: Network, steps: Float32Array, known: number): Float64Array {
  const { units } = network;
  const matrix = packed(network);
  const rows = STEP_INPUTS + 1 + units;
  // A step's inputs, 1 and the state before it, as the matrix takes them.
  const joined = new Float64Array(rows);
  joined[STEP_INPUTS] = 1;
  const h = new Float64Array(units);
  const c = new Float64Array(units);
  for (let s = STEPS - known; s < STEPS; s++) {
    for (let k = 0; k < STEP_INPUTS; k++) joined[k] = steps[s * STEP_INPUTS + k]!;
    for (let u = 0, r = 0; u < units; u++) {
      let i = 0;
      let f = 0;
      let a = 0;
      let o = 0;
      for (let k = 0; k < rows; k++, r += 4) {
        const x = joined[k]!;
        i += x * matrix[r]!;
        f += x * matrix[r + 1]!;
        a += x * matrix[r + 2]!;
        o += x * matrix[r + 3]!;
      }
      c[u] = sigmoid(f) * c[u]! + sigmoid(i) * tanh(a);
      h[u] = sigmoid(o) * tanh(c[u]!);
    }
    joined.set(h, STEP_INPUTS + 1);
  }
  return h;
}

/** out += row vector x times matrix. */
function multiply(x: ArrayLike<number>, count: number, matrix: Float32Array, from: number, out: Float64Array): void {
  const width = out.length;
  for (let k = 0; k < count; k++) {
    const value = x[k]!;
    if (value === 0) continue;
    const row = (from + k) * width;
    for (let j = 0; j < width; j++) out[j]! += value * matrix[row + j]!;
  }
}

function rectify(x: Float64Array): void {
  for (let j = 0; j < x.length; j++) if (x[j]! < 0) x[j] = 0;
}

const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));

/** What the whole history says, before any horizon. */
function commonLayer(network: Network, prepared: Prepared): Float64Array {
  const { weights, units } = network;
  const common = new Float64Array(weights.commonBias);
  multiply(lastState(network, prepared.steps, prepared.known), units, weights.common, 0, common);
  multiply(prepared.statics, STATICS, weights.common, units, common);
  return common;
}

/** The factors of the driver terms, -1 to 1, from one horizon's outputs and the terms' sizes. */
function driverFactors(outputs: ArrayLike<number>, row: ArrayLike<number>, drivers: Float32Array): Float64Array {
  const factors = Float64Array.from({ length: DRIVER_TERMS }, (_, k) => outputs[OUTPUTS - DRIVER_TERMS + k]!);
  for (let j = 0; j < DRIVER_TERMS; j++) {
    const size = Math.asinh(Math.abs(row[HORIZON_INPUTS + j]!));
    for (let k = 0; k < DRIVER_TERMS; k++) factors[k]! += size * drivers[j * DRIVER_TERMS + k]!;
  }
  return factors.map(Math.tanh);
}

/** Quantiles in z, at PROBABILITIES, from one horizon's outputs and what is known of it. */
export function quantilesOf(
  outputs: ArrayLike<number>,
  row: ArrayLike<number>,
  h: number,
  drivers: Float32Array,
): Float64Array {
  let top = -Infinity;
  for (let k = 0; k < BASES; k++) top = Math.max(top, outputs[k]!);
  let total = 0;
  let mixture = 0;
  for (let k = 0; k < BASES; k++) {
    const weight = Math.exp(outputs[k]! - top);
    total += weight;
    mixture += weight * row[k]!;
  }
  const s = spread(h);
  const out = new Float64Array(PROBABILITIES.length);
  const [ofEffect, ofLeftOver, ofError] = driverFactors(outputs, row, drivers);
  const [effect, leftOver, error] = [0, 1, 2].map((k) => row[HORIZON_INPUTS + k]!);
  const driven = ofEffect! * effect! + ofLeftOver! * leftOver!;
  const width = s * Math.exp(ofError! * Math.log1p(error! / s));
  out[MEDIAN] = mixture / total + s * outputs[BASES]! + driven;
  // Gaps outwards from the median: below it first, then above it.
  for (let j = MEDIAN - 1, k = BASES + 1; j >= 0; j--, k++) out[j] = out[j + 1]! - width * softplus(outputs[k]!);
  for (let j = MEDIAN + 1, k = BASES + 1 + MEDIAN; j < out.length; j++, k++)
    out[j] = out[j - 1]! + width * softplus(outputs[k]!);
  return out;
}

/** Quantiles in z at PROBABILITIES for each horizon 1..horizon. */
export function inferQuantiles(network: Network, prepared: Prepared, horizon: number): Float64Array[] {
  const { weights } = network;
  const common = commonLayer(network, prepared);
  const row = new Float64Array(HORIZON_ROW);
  const inputs = new Float64Array(HORIZON_INPUTS);
  const residual = new Float64Array(network.hidden);
  const outputs = new Float64Array(OUTPUTS);
  return Array.from({ length: horizon }, (_, i) => {
    prepared.horizon(i + 1, row);
    squash(row, inputs);
    const hidden = common.slice();
    multiply(inputs, HORIZON_INPUTS, weights.horizon, 0, hidden);
    rectify(hidden);
    residual.set(weights.residualBias);
    multiply(hidden, network.hidden, weights.residual, 0, residual);
    rectify(residual);
    for (let j = 0; j < hidden.length; j++) hidden[j]! += residual[j]!;
    outputs.set(weights.outputBias);
    multiply(hidden, network.hidden, weights.output, 0, outputs);
    return quantilesOf(outputs, row, i + 1, weights.drivers);
  });
}

/** Horizon inputs as the dense layer takes them: bases through asinh, the rest as they are. */
export function squash(row: ArrayLike<number>, out: { [index: number]: number }): void {
  for (let k = 0; k < HORIZON_INPUTS; k++) out[k] = k < BASES ? Math.asinh(row[k]!) : row[k]!;
}
