/** Probabilities of the quantiles of a total that the network answers. */
export const PROBABILITIES = [0.1, 0.25, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99] as const;
/** Standard normal deviates of PROBABILITIES, between which quantiles are interpolated. */
export const DEVIATES = [
  -1.2815515655446004, -0.6744897501960817, 0, 0.38532046640756773, 0.8416212335729143, 1.2815515655446004,
  1.6448536269514722, 2.3263478740408408,
] as const;
/** Simple models whose totals the network mixes. */
export const BASES = 7;
/** Numbers that each of them is known by: its mean and its quantiles at PROBABILITIES. */
export const BASE_NUMBERS = 1 + PROBABILITIES.length;
/** Inputs that describe the history and the number of periods; the bases follow them. */
export const DESCRIPTIONS = 44;
export const INPUTS = DESCRIPTIONS + BASES * BASE_NUMBERS;
/** A weight per base, a factor for all quantiles and one for each, what each adds; a weight per base for the mean, a factor. */
export const OUTPUTS = BASES + 1 + 2 * PROBABILITIES.length + BASES + 1;

/** Inputs are held to this many standard deviations from their mean in training. */
export const FARTHEST_INPUT = 5;
/** How far an output of 1 moves a logarithm, and how far it may be moved at all. */
export const FACTOR = 0.3;
export const LARGEST_FACTOR = 1;

/** Names of the weight matrices. */
export const TENSORS = [
  "centre",
  "spread",
  "first",
  "firstBias",
  "second",
  "secondBias",
  "output",
  "outputBias",
] as const;
export type TensorName = (typeof TENSORS)[number];

/** The weights of a small network for counts, by name. */
export interface CountNetwork {
  /** Immutable name of these weights. */
  readonly version: string;
  /** Units of the two dense layers. */
  readonly hidden: number;
  /** Matrices, rows first: a layer's inputs are its rows. `centre` and `spread` are the inputs' means and deviations. */
  readonly weights: Readonly<Record<TensorName, Float32Array>>;
}

/** Rows and columns of each weight matrix for this layer size. */
export function shapesOf(hidden: number): Readonly<Record<TensorName, readonly [number, number]>> {
  return {
    centre: [1, INPUTS],
    spread: [1, INPUTS],
    first: [INPUTS, hidden],
    firstBias: [1, hidden],
    second: [hidden, hidden],
    secondBias: [1, hidden],
    output: [hidden, OUTPUTS],
    outputBias: [1, OUTPUTS],
  };
}
