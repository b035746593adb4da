import {
  BASES,
  DRIVER_TERMS,
  HORIZON_INPUTS,
  HORIZON_ROW,
  MEDIAN,
  membersOf,
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

/** The steps of a history: STEPS rows of which the last `known` hold a point. */
type Steps = Pick<Prepared, "steps" | "known">;

/**
 * Last states of the recurrent layer (gates in the order input, forget, cell, output) over the known steps of two
 * histories: side by side, each weight is read once for both, which takes a third off the time.
 */
function lastTwoStates(network: Network, first: Steps, second: Steps): [Float64Array, Float64Array] {
  const { units } = network;
  const matrix = packed(network);
  const rows = STEP_INPUTS + 1 + units;
  // A step's inputs, 1 and the state before it, as the matrix takes them; of both histories in turn.
  const joined = new Float64Array(2 * rows);
  const state = new Float64Array(2 * units);
  const cell = new Float64Array(2 * units);
  for (let s = STEPS - Math.max(first.known, second.known); s < STEPS; s++) {
    const begun = [s >= STEPS - first.known, s >= STEPS - second.known];
    for (let k = 0; k < STEP_INPUTS; k++) {
      joined[2 * k] = first.steps[s * STEP_INPUTS + k]!;
      joined[2 * k + 1] = second.steps[s * STEP_INPUTS + k]!;
    }
    joined.fill(1, 2 * STEP_INPUTS, 2 * STEP_INPUTS + 2);
    for (let u = 0, r = 0; u < units; u++) {
      let [i0, f0, a0, o0] = [0, 0, 0, 0];
      let [i1, f1, a1, o1] = [0, 0, 0, 0];
      for (let k = 0; k < joined.length; k += 2, r += 4) {
        const x0 = joined[k]!;
        const x1 = joined[k + 1]!;
        const i = matrix[r]!;
        i0 += x0 * i;
        i1 += x1 * i;
        const f = matrix[r + 1]!;
        f0 += x0 * f;
        f1 += x1 * f;
        const a = matrix[r + 2]!;
        a0 += x0 * a;
        a1 += x1 * a;
        const o = matrix[r + 3]!;
        o0 += x0 * o;
        o1 += x1 * o;
      }
      const at = 2 * u;
      if (begun[0]) {
        cell[at] = sigmoid(f0) * cell[at]! + sigmoid(i0) * tanh(a0);
        state[at] = sigmoid(o0) * tanh(cell[at]!);
      }
      if (begun[1]) {
        cell[at + 1] = sigmoid(f1) * cell[at + 1]! + sigmoid(i1) * tanh(a1);
        state[at + 1] = sigmoid(o1) * tanh(cell[at + 1]!);
      }
    }
    joined.set(state, 2 * (STEP_INPUTS + 1));
  }
  return [state.filter((_, at) => at % 2 === 0), state.filter((_, at) => at % 2 === 1)];
}

/** Last states of the recurrent layer over each history. */
function lastStates(network: Network, histories: readonly Steps[]): Float64Array[] {
  const states: Float64Array[] = [];
  for (let k = 0; k < histories.length; k += 2) {
    const first = histories[k]!;
    // Beside one left over goes one of which nothing is known.
    states.push(...lastTwoStates(network, first, histories[k + 1] ?? { steps: first.steps, known: 0 }));
  }
  return states.slice(0, histories.length);
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
function commonLayer({ weights, units }: Network, state: Float64Array, statics: Float32Array): Float64Array {
  const common = new Float64Array(weights.commonBias);
  multiply(state, units, weights.common, 0, common);
  multiply(statics, STATICS, weights.common, units, common);
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
function quantilesOf(
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
function pathOf(network: Network, state: Float64Array, seen: Prepared, horizon: number): Float64Array[] {
  const { weights } = network;
  const common = commonLayer(network, state, seen.statics);
  const row = new Float64Array(HORIZON_ROW);
  const inputs = new Float64Array(HORIZON_INPUTS);
  const residual = new Float64Array(network.hidden);
  const outputs = new Float64Array(OUTPUTS);
  return Array.from({ length: horizon }, (_, i) => {
    seen.horizon(i + 1, row);
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

/** Quantiles in z at PROBABILITIES of each history, for each horizon 1..horizon, by one network without its others. */
export function inferEach(network: Network, histories: readonly Prepared[], horizon: number): Float64Array[][] {
  const states = lastStates(network, histories);
  return histories.map((seen, k) => pathOf(network, states[k]!, seen, horizon));
}

/** Quantiles in z at PROBABILITIES of one history, for each horizon 1..horizon: the mean of the network's members. */
export function inferQuantiles(network: Network, seen: Prepared, horizon: number): Float64Array[] {
  const paths = membersOf(network).map((member) => inferEach(member, [seen], horizon)[0]!);
  return paths[0]!.map((first, i) =>
    first.map((_, j) => paths.reduce((sum, path) => sum + path[i]![j]!, 0) / paths.length),
  );
}

/** Horizon inputs as the dense layer takes them: bases through asinh, the rest as they are. */
export function squash(row: ArrayLike<number>, out: { [index: number]: number }): void {
  for (let k = 0; k < HORIZON_INPUTS; k++) out[k] = k < BASES ? Math.asinh(row[k]!) : row[k]!;
}
