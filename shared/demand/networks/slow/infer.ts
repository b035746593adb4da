import type { CountInputs } from "./inputs.ts";
import {
  BASES,
  FACTOR,
  FARTHEST_INPUT,
  INPUTS,
  LARGEST_FACTOR,
  OUTPUTS,
  PROBABILITIES,
  type CountNetwork,
} from "./network.ts";

/** A total as the network foretells it, in the history's units. */
export interface CountAnswer {
  readonly mean: number;
  /** Quantiles at PROBABILITIES, ascending. */
  readonly quantiles: Float64Array;
}

/** bias + row vector x times matrix, cut off at 0 where `rectified`. */
function layer(x: Float64Array, matrix: Float32Array, bias: Float32Array, rectified: boolean): Float64Array {
  const out = Float64Array.from(bias);
  for (let k = 0; k < x.length; k++) {
    const value = x[k]!;
    if (value === 0) continue;
    for (let j = 0, i = k * out.length; j < out.length; j++, i++) out[j]! += value * matrix[i]!;
  }
  return rectified ? out.map((y) => Math.max(0, y)) : out;
}

/** Inputs as the first layer takes them: in deviations from their mean in training, no farther than it met them. */
export function standardise(inputs: Float64Array, centre: Float32Array, spread: Float32Array): Float64Array {
  return inputs.map((x, k) => Math.max(-FARTHEST_INPUT, Math.min(FARTHEST_INPUT, (x - centre[k]!) / spread[k]!)));
}

const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));
const factor = (x: number): number => Math.exp(Math.max(-LARGEST_FACTOR, Math.min(LARGEST_FACTOR, FACTOR * x)));

/** Weights that are positive and sum to 1, of the outputs from `from` on. */
function mixture(outputs: Float64Array, from: number): Float64Array {
  const part = outputs.slice(from, from + BASES);
  const top = Math.max(...part);
  const weights = part.map((x) => Math.exp(x - top));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
}

/** Mean and quantiles of a total. Each quantile is a mixture of the bases', times a factor, plus something of its own. */
export function inferTotal({ weights }: CountNetwork, { scale, inputs, means, quantiles }: CountInputs): CountAnswer {
  if (inputs.length !== INPUTS) throw new Error(`count network: takes ${INPUTS} inputs; got ${inputs.length}`);
  const standard = standardise(inputs, weights.centre, weights.spread);
  const first = layer(standard, weights.first, weights.firstBias, true);
  const second = layer(first, weights.second, weights.secondBias, true);
  const outputs = layer(
    first.map((x, j) => x + second[j]!),
    weights.output,
    weights.outputBias,
    false,
  );
  const levels = PROBABILITIES.length;
  const shares = mixture(outputs, 0);
  let added = 0;
  const answer = new Float64Array(levels);
  for (let j = 0; j < levels; j++) {
    let mixed = 0;
    for (let k = 0; k < BASES; k++) mixed += shares[k]! * quantiles[k * levels + j]!;
    added += FACTOR * softplus(outputs[BASES + 1 + levels + j]!);
    answer[j] = scale * (mixed * factor(outputs[BASES]! + outputs[BASES + 1 + j]!) + added);
  }
  const believed = mixture(outputs, OUTPUTS - BASES - 1);
  const mean = believed.reduce((sum, share, k) => sum + share * means[k]!, 0);
  return { mean: scale * mean * factor(outputs[OUTPUTS - 1]!), quantiles: answer.sort() };
}
